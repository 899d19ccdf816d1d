import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: object) => parseLine(JSON.stringify(line), 'auto', { received: 0, zoneMinutes: 0 })
const at = { '@event_create_date': '2026-03-10T12:00:00.125Z' }

it('reads an alert with its process and what ATT&CK calls it', () => {
  const line = {
    ...at,
    log_type: 'alert',
    alert_type: 'sigma',
    alert_subtype: 'process',
    rule_name: 'Process list',
    tags: ['attack.discovery', 'attack.t1057', 'attack.t1059.001', 'attack.s0057'],
    agent: { hostname: 'ws01', ipaddress: '10.0.0.7' },
    process: { image_name: 'C:\\a\\b.exe', process_name: 'c.exe', pid: 4012, parent_image: 'C:\\a\\d.exe' },
  }
  expect(read(line)).toMatchObject({
    parser: 'harfanglab@1',
    time: 1_773_144_000_125_000_000n,
    fields: {
      'event.kind': 'alert',
      'event.category': ['process'],
      'host.ip': ['10.0.0.7'],
      'process.executable': 'C:\\a\\b.exe',
      'process.name': 'c.exe',
      'process.parent.name': 'd.exe',
      'threat.technique.id': ['T1057', 'T1059.001'],
    },
  })
})

it("reads a log-in of Windows, and the console's own audit log", () => {
  const login = {
    ...at,
    log_type: 'wineventlog',
    event_id: 4625,
    event_data: { LogonType: '3', TargetUserName: 'anna' },
  }
  expect(read(login).fields).toMatchObject({ 'event.outcome': 'failure', 'user.target.name': 'anna' })
  const audit = {
    log_slug: 'login',
    log_type: 'auditlog',
    username: 'EXAMPLE\\anna',
    ip_address: '192.0.2.7',
  }
  expect(read(audit).fields).toMatchObject({
    'event.category': ['web'],
    'user.name': 'anna',
    'user.domain': 'EXAMPLE',
  })
})
