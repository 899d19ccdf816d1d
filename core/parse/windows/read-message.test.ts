import { describe, expect, it } from 'vitest'
import { readMessage, readSysmonMessage } from './read-message.ts'

const lines = [
  'An account was successfully logged on.',
  '',
  'Subject:',
  '\tSecurity ID:\t\tS-1-5-18',
  '\tAccount Name:\t\tDC01$',
  '\tLogon ID:\t\t0x3E7',
  '',
  'Logon Type:\t\t\t3',
  '',
  'New Logon:',
  '\tSecurity ID:\t\tS-1-5-21-1',
  '\tAccount Name:\t\tanna',
  '\tAccount Domain:\t\tEXAMPLE',
  '',
  'Network Information:',
  '\tWorkstation Name:\t',
  '\tSource Network Address:\t203.0.113.9',
  '\tSource Port:\t\t51012',
]

describe('readMessage', () => {
  const expected = {
    SubjectUserSid: 'S-1-5-18',
    SubjectUserName: 'DC01$',
    SubjectLogonId: '0x3E7',
    LogonType: '3',
    TargetUserSid: 'S-1-5-21-1',
    TargetUserName: 'anna',
    TargetDomainName: 'EXAMPLE',
    IpAddress: '203.0.113.9',
    IpPort: '51012',
  }

  it('reads sections and labels', () => {
    expect(Object.fromEntries(readMessage(lines.join('\r\n'), '4624'))).toEqual(expected)
  })

  it('reads them where lines and tabs have become blanks', () => {
    const joined = lines.map((line) => line.replaceAll('\t', '  ')).join('   ')
    expect(Object.fromEntries(readMessage(joined, '4624'))).toEqual(expected)
  })

  it('knows the names of each kind of event', () => {
    const group =
      'Member:\n\tSecurity ID:\tS-1\n\tAccount Name:\tCN=Anna\nGroup:\n\tSecurity ID:\tS-2\n\tGroup Name:\tAdmins'
    expect(Object.fromEntries(readMessage(group, '4728'))).toEqual({
      MemberSid: 'S-1',
      MemberName: 'CN=Anna',
      TargetSid: 'S-2',
      TargetUserName: 'Admins',
    })
    expect(
      readMessage('Network Information:\n\tSource Address:\t10.0.0.7', '5156').get('SourceAddress'),
    ).toBe('10.0.0.7')
  })

  it('takes nothing from other text', () => {
    expect(readMessage('a: b c:', '4624').size).toBe(0)
    expect(readMessage(':'.repeat(10_000), '4624').size).toBe(0)
  })
})

describe('readSysmonMessage', () => {
  it('reads lines', () => {
    const text =
      'Process Create:\r\nUtcTime: 2026-03-10 12:00:00.125\r\nImage: C:\\a: b.exe\r\nRuleName: \r\n'
    expect(Object.fromEntries(readSysmonMessage(text))).toEqual({
      UtcTime: '2026-03-10 12:00:00.125',
      Image: 'C:\\a: b.exe',
    })
  })
})
