import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './junos.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })
const sample = (i: number) => parser.samples[i] ?? ''

it.each([
  [
    'old releases',
    sample(0),
    { 'rule.name': 'out', 'observer.ingress.interface.name': 'ge-0/0/1.0', 'source.nat.port': 40100 },
  ],
  [
    'new releases',
    'RT_FLOW: RT_FLOW_SESSION_CREATE: session created 10.0.0.7/51000->203.0.113.9/443 0x0 junos-https 10.0.0.7/51000->203.0.113.9/443 0x0 N/A N/A static rule web 6 out trust untrust 4711 N/A(N/A) reth2.1010 UNKNOWN',
    { 'rule.name': 'out', 'observer.ingress.interface.name': 'reth2.1010', 'service.name': 'junos-https' },
  ],
  [
    'a session that ended',
    'RT_FLOW_SESSION_CLOSE: session closed TCP FIN: 10.0.0.7/51000->203.0.113.9/443 junos-https 10.0.0.7/51000->203.0.113.9/443 None None 6 out trust untrust 4711 5(392) 3(646) 2 UNKNOWN',
    { 'event.reason': 'TCP FIN', 'source.bytes': 392, 'network.packets': 8, 'event.duration': 2_000_000_000 },
  ],
  [
    'a session that was refused',
    'RT_FLOW_SESSION_DENY: session denied 10.0.0.7/51000->203.0.113.9/443 junos-https 6(0) out trust untrust UNKNOWN',
    { 'network.transport': 'tcp', 'observer.egress.zone': 'untrust', 'rule.name': 'out' },
  ],
])('reads sessions of %s', (_, line, fields) => {
  const { parser: by, fields: seen } = read(`<14>Mar 10 12:00:00 srx01 ${line}`)
  expect(by).toBe('junos@1')
  expect(seen).toMatchObject({
    'source.ip': '10.0.0.7',
    'destination.port': 443,
    'network.iana_number': '6',
    'observer.ingress.zone': 'trust',
    'observer.name': 'srx01',
    ...fields,
  })
})

it('reads who logged in from where', () => {
  expect(read(sample(1)).fields).toMatchObject({
    'event.code': 'UI_LOGIN_EVENT',
    'user.name': 'anna',
    'source.ip': '10.0.0.8',
    'destination.port': 22,
  })
})

it('reads what a filter of the web blocked', () => {
  expect(read(sample(2)).fields).toMatchObject({
    'source.port': 51000,
    'url.domain': 'www.example.org',
    'url.path': '/a',
    'rule.category': 'Malware',
    'source.user.name': 'anna',
  })
})

it('reads a packet filter', () => {
  expect(
    read(
      'FW: ge-0/0/0.0   D 00:00:5e:00:53:01 -> 00:00:5e:00:53:02 udp 10.0.0.7 203.0.113.9  51000  161 (2 packets)',
    ).fields,
  ).toMatchObject({
    'event.action': 'discard',
    'event.type': ['connection', 'denied'],
    'source.mac': '00-00-5E-00-53-01',
    'destination.port': 161,
    'network.packets': 2,
  })
})

it.each(['RT_FLOW', 'UI_X', 'FW: a b c', 'mgd[1]: text'])('leaves %s', (line) =>
  expect(read(line).parser).not.toBe('junos@1'),
)

it('names the process that speaks', () =>
  expect(read(parser.samples[1] ?? '').fields['event.provider']).toBe('mgd'))
