import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: object) => parseLine(JSON.stringify(line), 'auto', { received: 0, zoneMinutes: 0 })

it('reads an activity by what its sentence says', () => {
  const line = {
    activityType: 7,
    createdAt: '2026-03-10T12:00:00.125Z',
    data: { computerName: 'ws01', externalIp: '192.0.2.7', username: 'anna' },
  }
  const sentence = (primaryDescription: string) => read({ ...line, primaryDescription }).fields
  expect(sentence('The agent ws01 successfully killed the threat: x.exe.')).toMatchObject({
    'event.dataset': 'sentinel_one.activity',
    'event.code': '7',
    'event.category': ['malware'],
    'host.name': 'ws01',
    'host.ip': ['192.0.2.7'],
    'user.name': 'anna',
  })
  expect(sentence('Cloud added or modified a hash.')['event.type']).toEqual(['creation', 'change'])
})

it.each([
  [
    'Process Creation',
    { 'process.name': 'cmd.exe', 'process.parent.name': 'explorer.exe', 'user.name': 'bert' },
  ],
  [
    'File Rename',
    { 'process.name': 'explorer.exe', 'process.parent.name': 'userinit.exe', 'user.name': 'anna' },
  ],
])('of %s tells who acted', (type, fields) => {
  const line = {
    'event.type': type,
    'event.time': 1_773_144_000_125,
    'src.process.name': 'explorer.exe',
    'src.process.user': 'EXAMPLE\\anna',
    'src.process.parent.name': 'userinit.exe',
    'tgt.process.name': 'cmd.exe',
    'tgt.process.user': 'EXAMPLE\\bert',
    'registry.keyPath': 'MACHINE\\SOFTWARE\\Run\\x',
    'event.dns.response': 'type: 5 a.example.org;::ffff:192.0.2.7;',
  }
  const got = read(line)
  expect([got.parser, got.time]).toEqual(['sentinel-one@1', 1_773_144_000_125_000_000n])
  expect(got.fields).toMatchObject({
    ...fields,
    'event.action': type,
    'registry.key': 'SOFTWARE\\Run',
    'registry.value': 'x',
    'dns.resolved_ip': ['192.0.2.7'],
  })
})

it('reads threats, alerts of rules and of identities', () => {
  const threat = {
    id: 't',
    threatInfo: { classification: 'Malware', engines: ['A', 'B'], updatedAt: '2026-03-10T12:00:00Z' },
    agentDetectionInfo: { agentIpV4: '10.0.0.7,10.0.0.8' },
  }
  expect(read(threat).fields).toMatchObject({
    'event.action': 'A,B',
    'event.category': ['malware'],
    'host.ip': ['10.0.0.7', '10.0.0.8'],
  })
  const alert = {
    alertInfo: { alertId: 'a', srcIp: '10.0.0.7' },
    ruleInfo: { name: 'r' },
    sourceProcessInfo: { filePath: '/a/b', name: 'c', user: 'E\\anna' },
  }
  expect(read(alert).fields).toMatchObject({
    'event.id': 'a',
    'rule.name': 'r',
    'process.executable': '/a/b',
    'process.name': 'c',
    'user.name': 'anna',
  })
  const identity = {
    attackSurfaces: ['IDENTITY'],
    detectedAt: '2026-03-10T12:00:00Z',
    name: 'n',
    process: { file: { path: 'c:\\a\\b.exe' } },
  }
  expect(read(identity).fields).toMatchObject({
    'event.kind': 'alert',
    'rule.name': 'n',
    'process.name': 'b.exe',
  })
})
