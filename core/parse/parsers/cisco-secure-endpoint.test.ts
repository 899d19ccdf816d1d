import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: object) => parseLine(JSON.stringify(line), 'auto', { received: 0, zoneMinutes: 0 })
const data = {
  id: 7,
  timestamp: 1_773_144_000,
  event_type: 'Threat Detected',
  event_type_id: 1_090_519_054,
  connector_guid: 'c7',
  group_guids: ['g7'],
  severity: 'High',
  computer: {
    hostname: 'WS01',
    user: 'anna@example.org',
    network_addresses: [{ ip: '10.0.0.7', mac: 'ab:00:00:00:00:07' }],
  },
  file: {
    file_name: 'x.exe',
    file_path: 'C:\\Temp\\y',
    identity: { sha256: 'ab12' },
    parent: { process_id: 812, file_name: 'a.exe' },
  },
  command_line: { arguments: '"C:\\Program Files\\a.exe" -x' },
}

it.each([
  ['in its envelope', { version: 'v1.2.0', metadata: {}, data }],
  ['alone', data],
])('reads an event %s', (_, line) => {
  expect(read(line)).toMatchObject({
    parser: 'cisco-secure-endpoint@1',
    time: 1_773_144_000_000_000_000n,
    fields: {
      'event.action': 'Threat Detected',
      'event.code': '1090519054',
      'event.severity': 3,
      'host.name': 'ws01',
      'host.ip': ['10.0.0.7'],
      'host.mac': ['AB-00-00-00-00-07'],
      'user.name': 'anna',
      'user.domain': 'example.org',
      'file.name': 'x.exe',
      'file.hash.sha256': 'ab12',
      'process.name': 'a.exe',
      'process.executable': 'C:\\Program Files\\a.exe',
      'group.id': ['g7'],
    },
  })
})

it('leaves other data with a version', () => {
  expect(read({ version: '1', data: { event_type: 'x' } }).parser).toBe('json@1')
})
