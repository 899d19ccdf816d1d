import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: object) => parseLine(JSON.stringify(line), 'auto', { received: 0, zoneMinutes: 0 })

const event = { event_platform: 'Win', aid: 'a7', cid: 'c7', aip: '192.0.2.7', timestamp: '1773144000125' }

it('reads the start of a process', () => {
  const line = {
    ...event,
    event_simpleName: 'ProcessRollup2',
    TargetProcessId: '41',
    ContextProcessId: '39',
    ParentProcessId: '40',
    RawProcessId: '4012',
    ImageFileName: '\\Device\\cmd.exe',
    CommandLine: 'cmd.exe /c whoami',
    SHA256HashData: 'ab12',
    UserPrincipal: 'anna@example.org',
  }
  expect(read(line)).toMatchObject({
    parser: 'crowdstrike-fdr@1',
    time: 1_773_144_000_125_000_000n,
    fields: {
      'event.action': 'ProcessRollup2',
      'process.entity_id': '41',
      'process.parent.entity_id': '40',
      'process.pid': 4012,
      'process.name': 'cmd.exe',
      'process.hash.sha256': 'ab12',
      'user.email': 'anna@example.org',
      'host.os.type': 'windows',
      'observer.ip': ['192.0.2.7'],
      'crowdstrike.aid': 'a7',
    },
  })
})

it.each([
  [
    {
      LocalAddressIP4: '10.0.0.7',
      LocalPort: '51234',
      RemoteAddressIP4: '198.51.100.9',
      Protocol: '6',
      ConnectionDirection: '0',
    },
    {
      'source.ip': '10.0.0.7',
      'destination.ip': '198.51.100.9',
      'network.transport': 'tcp',
      'network.direction': 'outbound',
    },
  ],
  [
    { DomainName: 'www.example.org', RequestType: '28', IP4Records: '192.0.2.7;192.0.2.8' },
    { 'dns.question.type': 'AAAA', 'dns.resolved_ip': ['192.0.2.7', '192.0.2.8'] },
  ],
  [
    { RegObjectName: '\\REGISTRY\\MACHINE\\SOFTWARE\\Run', RegValueName: 'x', RegStringValue: 'x.exe' },
    {
      'registry.hive': 'MACHINE',
      'registry.key': 'SOFTWARE\\Run',
      'registry.path': 'MACHINE\\SOFTWARE\\Run\\x',
      'registry.data.strings': ['x.exe'],
    },
  ],
  [{ TargetFileName: '/tmp/a/' }, { 'file.name': 'a', 'file.path': '/tmp/a/', 'file.type': 'dir' }],
  [
    { SourceFileName: '/tmp/a.txt', TargetFileName: '/tmp/b' },
    { 'file.path': '/tmp/a.txt', 'file.extension': 'txt' },
  ],
  [
    { DownloadServer: 'dl.example.org', DownloadPath: 'a/b.sys', DownloadPort: '443' },
    { 'url.original': 'https://dl.example.org/a/b.sys', 'server.domain': 'dl.example.org' },
  ],
])('%o', (more, fields) => {
  expect(read({ ...event, event_simpleName: 'X', ...more }).fields).toMatchObject(fields)
})

it('reads lists of hosts, and detections that came by the stream', () => {
  expect(read({ ...event, ComputerName: 'ws01', AgentLoadFlags: '0' }).fields).toMatchObject({
    'event.kind': 'asset',
    'event.category': ['host'],
    'host.name': 'ws01',
  })
  const detection = {
    ExternalApiType: 'Event_DetectionSummaryEvent',
    UTCTimestamp: 1_773_144_000_000,
    DetectName: 'NGAV',
    LocalIP: '10.0.0.7',
  }
  expect(read(detection).fields).toMatchObject({
    'event.kind': 'alert',
    'rule.name': 'NGAV',
    'source.address': '10.0.0.7',
  })
})
