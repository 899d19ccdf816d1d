import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: object) => parseLine(JSON.stringify(line), 'auto', { received: 0, zoneMinutes: 0 })

it('reads telemetry: what happened is the key of the event', () => {
  const line = {
    event: { lw_session_unlock: { username: 'anna', success: true } },
    event_type: 117,
    host: { hostname: 'Mac01', ips: ['10.0.0.7'] },
    metadata: { vendor: 'Jamf' },
    process: { audit_token: { pid: 7 }, executable: { path: '/usr/bin/x' } },
    time: '2026-03-10T12:00:00.125Z',
  }
  expect(read(line)).toMatchObject({
    parser: 'jamf@1',
    time: 1_773_144_000_125_000_000n,
    fields: {
      'event.action': 'lw_session_unlock',
      'event.code': '117',
      'event.outcome': 'success',
      'user.name': 'anna',
      'host.name': 'mac01',
      'host.ip': ['10.0.0.7'],
      'process.name': 'x',
      'process.pid': 7,
    },
  })
})

it('reads the audit trail with its time in two parts', () => {
  const line = {
    header: {
      event_id: 33,
      event_name: 'AUE_ACCEPT',
      time_seconds_epoch: 1_773_144_000,
      time_milliseconds_offset: 125,
    },
    host_info: { host_name: 'mac01' },
    return: { description: 'failure : No such file', error: 2 },
  }
  expect(read(line)).toMatchObject({
    time: 1_773_144_000_125_000_000n,
    fields: { 'event.action': 'aue_accept', 'event.outcome': 'failure', 'error.code': '2' },
  })
})

it('reads alerts', () => {
  const line = {
    caid: 'c',
    input: { eventType: 'GPFileEvent', match: { severity: 2, facts: { name: 'n', human: 'h' } } },
  }
  expect(read(line).fields).toMatchObject({
    'event.kind': 'alert',
    'event.category': ['host', 'file'],
    'event.severity': 2,
    'rule.name': 'n',
  })
})

it('leaves other headers', () => expect(read({ header: 1, host_info: 2 }).parser).toBe('json@1'))
