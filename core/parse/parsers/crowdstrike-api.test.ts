import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: object) => parseLine(JSON.stringify(line), 'auto', { received: 0, zoneMinutes: 0 })

it('reads an alert', () => {
  const line = {
    id: 'ind:7',
    composite_id: 'c7:ind:7',
    timestamp: '2026-03-10T12:00:00.125Z',
    severity: 70,
    description: 'A process injected code.',
    process_id: '4012',
    device: {
      hostname: 'ws01',
      external_ip: '192.0.2.7',
      local_ip: '192.0.2.7',
      mac_address: 'ab-00-00-00-00-07',
    },
    tactic: 'Defense Evasion',
    technique_id: 'T1055',
  }
  expect(read(line)).toMatchObject({
    parser: 'crowdstrike-api@1',
    time: 1_773_144_000_125_000_000n,
    fields: {
      'event.dataset': 'crowdstrike.alert',
      'event.kind': 'alert',
      'event.severity': 70,
      'host.ip': ['192.0.2.7'],
      'host.mac': ['AB-00-00-00-00-07'],
      'process.pid': 4012,
      'threat.tactic.name': ['Defense Evasion'],
      'threat.framework': 'MITRE ATT&CK',
    },
  })
})

it('reads a host', () => {
  const line = {
    agent_load_flags: '0',
    agent_version: '7.1',
    device_id: 'd7',
    hostname: 'ws01',
    modified_timestamp: '2026-03-10T12:00:00Z',
  }
  expect(read(line).fields).toMatchObject({ 'event.dataset': 'crowdstrike.host', 'host.name': 'ws01' })
})
