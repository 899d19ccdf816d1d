import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: object) => parseLine(JSON.stringify(line), 'auto', { received: 0, zoneMinutes: 0 })

const line = (eventType: string, event: object) => ({
  metadata: { eventType, eventCreationTime: 1_773_144_000_125 },
  event,
})

it('reads a detection', () => {
  const event = {
    ComputerName: 'ws01',
    UserName: 'EXAMPLE\\anna',
    DetectName: 'NGAV',
    DetectDescription: 'Looks malicious.',
    FileName: 'x.exe',
    Severity: 4,
    Tactic: 'Execution',
    TechniqueId: 'T1204',
    LocalIP: '10.0.0.7',
    PatternDispositionDescription: 'Prevention, process was blocked.',
    ProcessStartTime: 1_773_144_000,
    ProcessEndTime: 0,
  }
  const { parser, time, fields } = read(line('DetectionSummaryEvent', event))
  expect([parser, time]).toEqual(['crowdstrike-falcon@1', 1_773_144_000_125_000_000n])
  expect(fields).toMatchObject({
    'event.action': 'Prevention, process was blocked.',
    'event.severity': 4,
    message: 'Looks malicious.',
    'rule.name': 'NGAV',
    'host.name': 'ws01',
    'host.ip': ['10.0.0.7'],
    'user.domain': 'EXAMPLE',
    'user.name': 'anna',
    'process.name': 'x.exe',
    'process.start': '2026-03-10T12:00:00.000Z',
    'threat.tactic.name': ['Execution'],
    'threat.technique.id': ['T1204'],
    'threat.framework': 'MITRE ATT&CK',
  })
  expect(fields['process.end']).toBeUndefined()
})

it('says of a connection who began', () => {
  const event = {
    ConnectionDirection: '1',
    LocalAddress: '10.0.0.7',
    LocalPort: '445',
    RemoteAddress: '10.0.0.9',
    RemotePort: '51234',
    RuleAction: '2',
    RuleName: 'SMB',
  }
  expect(read(line('FirewallMatchEvent', event)).fields).toMatchObject({
    'source.ip': '10.0.0.9',
    'destination.port': 445,
    'network.direction': 'ingress',
    'event.type': ['start', 'connection', 'denied'],
    message: "Firewall Rule: 'SMB' triggered - Action: 'Blocked'",
  })
})

it('reads audits, and the time an incident began', () => {
  const audit = {
    UserId: 'anna@example.org',
    OperationName: 'userAuthenticate',
    Success: false,
    UTCTimestamp: 1_773_144_001,
  }
  const read1 = read(line('AuthActivityAuditEvent', audit))
  expect(read1.time).toBe(1_773_144_001_000_000_000n)
  expect(read1.fields).toMatchObject({
    'event.action': 'userAuthenticate',
    'event.outcome': 'failure',
    'user.email': 'anna@example.org',
  })
  expect(read(line('IdentityProtectionEvent', { StartTime: 1_773_143_000_000 })).time).toBe(
    1_773_143_000_000_000_000n,
  )
  const windows = read(line('IdpDetectionSummaryEvent', { StartTime: 134_176_176_000_000_000 }))
  expect(windows.fields['event.start']).toBe('2026-03-10T12:00:00.000Z')
})

it('leaves other events with metadata', () =>
  expect([
    read({ metadata: 'x', event: {} }).parser,
    read({ metadata: { vendor: 'x' }, event: { a: 1 } }).parser,
  ]).toEqual(['json@1', 'json@1']))
