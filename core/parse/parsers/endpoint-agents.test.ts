import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: object) => parseLine(JSON.stringify(line), 'auto', { received: 0, zoneMinutes: 0 })
const time = '2026-03-10T12:00:00.125Z'

it.each([
  [
    'bitdefender.push_notifications',
    {
      companyId: 'c',
      module: 'aph',
      timestamp: time,
      url: 'http://www.example.org/a',
      computer_ip: '10.0.0.7',
    },
    {
      'event.kind': 'alert',
      'event.type': ['info', 'access'],
      'event.provider': 'Antiphishing',
      'host.ip': ['10.0.0.7'],
    },
  ],
  [
    'bitdefender.push_notifications',
    { json: { id: 7, event: { companyId: 'c', module: 'install', timestamp: time } } },
    { 'event.kind': 'event', 'event.id': '7' },
  ],
  [
    'carbon_black_cloud.endpoint_event',
    {
      process_guid: 'p',
      device_timestamp: time,
      device_name: 'E\\ws01',
      action: 'ACTION_CREATE_KEY',
      process_path: 'c:\\a\\b.exe',
    },
    { 'event.category': ['registry'], 'host.name': 'ws01', 'process.name': 'b.exe' },
  ],
  [
    'carbon_black_cloud.alert_v7',
    { detection_timestamp: time, first_event_timestamp: time, severity: 7 },
    { 'event.kind': 'alert', 'event.severity': 7, 'event.start': time },
  ],
  [
    'eset_protect.event',
    {
      event_type: 'Threat_Event',
      occured: time,
      source_uuid: 's',
      hostname: 'ws01.example.org',
      object_uri: 'file:///C:/a/x.exe',
    },
    { 'host.hostname': 'ws01', 'file.name': 'x.exe', 'event.type': ['indicator'] },
  ],
  [
    'eset_protect.event',
    { event_type: 'Audit_Event', occured: time, source_uuid: 's', action: 'Logout', result: 'Success' },
    {
      'event.kind': 'event',
      'event.category': ['authentication'],
      'event.type': ['end'],
      'event.outcome': 'success',
    },
  ],
  [
    'sophos_central.event',
    {
      rt: time,
      endpoint_id: 'e',
      endpoint_type: 'c',
      dhost: 'ws01',
      type: 'Event::Endpoint::Application::Blocked',
      suser: 'E\\anna',
    },
    { 'host.name': 'ws01', 'user.name': 'anna', 'event.type': ['denied'] },
  ],
  [
    'sophos_central.detection',
    { meta_hostname: 'ws01', ioc_detection_id: 'W-1', calendar_time: time, meta_ip_address: '10.0.0.7' },
    { 'event.code': 'W-1', 'host.name': 'ws01', 'source.ip': '10.0.0.7' },
  ],
])('%s', (dataset, line, fields) => {
  expect(read(line)).toMatchObject({
    parser: 'endpoint-agents@1',
    time: 1_773_144_000_125_000_000n,
    fields: { ...fields, 'event.dataset': dataset },
  })
})

it('leaves other JSON in JSON', () => {
  expect(read({ json: { a: 1 } }).parser).toBe('json@1')
  expect(read({ jsonrpc: '2.0', event: { module: 'x' } }).parser).toBe('json@1')
})
