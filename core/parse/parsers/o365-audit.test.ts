import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './o365-audit.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 60 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context).fields
const [login = '', file = '', alert = ''] = parser.samples
const record = {
  CreationTime: '2026-03-10T12:00:00',
  RecordType: 1,
  Operation: 'Set-Mailbox',
  Workload: 'Exchange',
}

it('reads refused log-ins, in UTC whatever the zone of the source', () => {
  const { time, fields } = parseLine(login, 'auto', context)
  expect(time).toBe(1_773_144_000_000_000_000n)
  expect(fields).toMatchObject({
    'event.dataset': 'o365.audit',
    'event.code': 'AzureActiveDirectoryStsLogon',
    'event.action': 'UserLoginFailed',
    'event.outcome': 'failure',
    'event.reason': 'InvalidUserNameOrPassword',
    'user.name': 'anna',
    'user.domain': 'example.org',
    'client.ip': '192.0.2.7',
    'user_agent.original': 'curl/8',
  })
})

it('reads files and alerts', () => {
  expect(read(file)).toMatchObject({
    'file.name': 'plan.docx',
    'url.domain': 'example.sharepoint.com',
    'client.port': 40_022,
    'event.outcome': 'success',
  })
  expect(read(alert)).toMatchObject({
    'rule.name': 'Forwarding rule created',
    'event.severity': 3,
    'rule.id': 'p',
  })
})

it('gives each named value a field of its own', () => {
  const line = {
    ...record,
    Parameters: [{ Name: 'Identity', Value: 'anna' }],
    ModifiedProperties: [{ Name: 'Role.DisplayName', NewValue: 'Admin', OldValue: '' }],
  }
  expect(read(JSON.stringify(line))).toMatchObject({
    'o365.audit.Parameters.Identity': 'anna',
    'o365.audit.ModifiedProperties.Role.DisplayName.NewValue': 'Admin',
  })
})

it('reads the record in a shipper of its own', () => {
  const { parser: name, fields } = parseLine(
    JSON.stringify({ o365audit: record, event: { original: 'x' } }),
    'auto',
    context,
  )
  expect([name, fields['event.action']]).toEqual(['o365-audit@1', 'Set-Mailbox'])
})

it.each([
  [
    'MAIL01 (192.0.2.25)\n',
    { 'server.domain': 'MAIL01', 'server.ip': '192.0.2.25', 'destination.ip': '192.0.2.25' },
  ],
  ['MAIL01 (15.20.3311.009)', { 'server.domain': 'MAIL01', 'server.address': 'MAIL01 (15.20.3311.009)' }],
])('reads the server %s', (OriginatingServer, expected) => {
  expect(read(JSON.stringify({ ...record, OriginatingServer }))).toMatchObject(expected)
})

it('tells what rules of data loss prevention blocked', () => {
  const Rules = [{ RuleId: 'r1', RuleName: 'Cards', Severity: 'High', Actions: ['BlockAccess'] }]
  const line = {
    ...record,
    RecordType: 13,
    Operation: 'DlpRuleMatch',
    PolicyDetails: [{ PolicyName: 'p', Rules }],
  }
  expect(read(JSON.stringify(line))).toMatchObject({
    'event.outcome': 'failure',
    'rule.name': ['Cards'],
    'event.severity': 4,
  })
  const overridden = { ...line, ExceptionInfo: '{"Justification":"needed"}' }
  expect(read(JSON.stringify(overridden))).toMatchObject({ 'event.outcome': 'success' })
})
