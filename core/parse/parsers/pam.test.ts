import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (program: string, message: string) =>
  parseLine(`Mar 10 12:00:00 web01 ${program}[7]: ${message}`, 'auto', context)

describe('pam', () => {
  it('tells the actor from the one whose session it is', () => {
    expect(
      read('sudo', 'pam_unix(sudo:session): session opened for user root(uid=0) by anna(uid=1000)'),
    ).toMatchObject({
      parser: 'pam@1',
      fields: {
        'event.action': 'logged-on',
        'event.outcome': 'success',
        'user.name': 'anna',
        'user.id': '1000',
        'user.effective.name': 'root',
        'process.name': 'sudo',
      },
    })
    const byDaemon = read('sshd', 'pam_unix(sshd:session): session opened for user anna by (uid=0)').fields
    expect(byDaemon).toMatchObject({ 'user.effective.name': 'anna', 'user.id': '0' })
    expect(byDaemon).not.toHaveProperty(['user.name'])
  })

  it('reads the end of a session and a refusal', () => {
    expect(read('CRON', 'pam_unix(cron:session): session closed for user root').fields).toMatchObject({
      'event.action': 'logged-off',
      'user.name': 'root',
    })
    const refused =
      'pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=10.0.0.7  user=root'
    expect(read('sshd', refused).fields).toMatchObject({
      'event.action': 'authentication-failed',
      'event.outcome': 'failure',
      'user.name': 'root',
      'source.ip': '10.0.0.7',
    })
  })

  it('reads the form in which the tag names the module', () => {
    expect(
      read('sshd(pam_unix)', 'authentication failure; logname= uid=0 rhost=gw.example.org'),
    ).toMatchObject({
      parser: 'pam@1',
      fields: { 'process.name': 'sshd', 'process.pid': 7, 'source.domain': 'gw.example.org' },
    })
  })

  it('reads whom pam_succeed_if turned away', () => {
    const unmet = 'pam_succeed_if(sshd:auth): requirement "uid >= 1000" not met by user "root"'
    expect(read('sshd', unmet).fields).toMatchObject({ 'user.name': 'root' })
  })

  it('counts refusals that one line stands for', () => {
    const more =
      '2 more authentication failures; logname= uid=0 euid=0 tty=ssh ruser= rhost=10.0.0.7  user=root'
    const expected = { 'event.count': 2, 'user.name': 'root', 'source.ip': '10.0.0.7' }
    expect(read('sshd(pam_unix)', more).fields).toMatchObject(expected)
    expect(read('su', `pam_unix(su:auth): ${more}`).fields).toMatchObject(expected)
  })

  it.each([
    ["pam_winbind(sshd:account): user 'anna' granted access", 'access-granted', 'success'],
    ['pam_sss(sshd:account): Access denied for user anna: 6 (Permission denied)', 'access-denied', 'failure'],
    [
      'pam_unix(vsftpd:auth): authentication failure; tty=ftp ruser=anna rhost=10.0.0.7',
      'authentication-failed',
      'failure',
    ],
    [
      'pam_faillock(login:auth): Consecutive login failures for user anna account temporarily locked',
      'account-locked',
      'failure',
    ],
  ])('%s', (message, action, outcome) => {
    expect(parseLine(message, 'auto', context).fields).toMatchObject({
      'event.action': action,
      'event.outcome': outcome,
      'user.name': 'anna',
    })
  })

  it('names the program where no tag does', () => {
    const bare = parseLine('pam_unix(cron:session): session closed for user root', 'auto', context)
    expect(bare.fields).toMatchObject({ 'process.name': 'cron', 'user.name': 'root' })
  })
})
