import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './checkpoint.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 60 })
const sample = (i: number) => parser.samples[i] ?? ''

it('reads a session inside what is nearly RFC 5424', () => {
  const { parser: by, time, fields } = read(`<134>1 2026-03-10T12:00:00Z gw01 CheckPoint 1930 - ${sample(0)}`)
  expect([by, time]).toEqual(['checkpoint@1', 1_773_144_000_000_000_000n])
  expect(fields).toMatchObject({
    'event.action': 'Accept',
    'event.id': '{0x5e80a09b,0x0,0x60e0fe3b,0xda019994}',
    'observer.name': '10.0.0.1',
    'observer.egress.interface.name': 'eth0',
    'observer.egress.zone': 'External',
    'network.direction': 'outbound',
    'network.name': ['Network', 'Web'],
    'network.transport': 'udp',
    'network.iana_number': '17',
    'source.ip': '10.0.0.7',
    'client.port': 36896,
    'destination.port': 53,
  })
})

it('reads a failed log-in between bars', () => {
  expect(read(sample(1))).toMatchObject({
    time: 1_773_144_000_000_000_000n,
    fields: {
      'event.action': 'logon-failed',
      'event.outcome': 'failure',
      'event.reason': 'Wrong Password',
      'event.code': '10',
      'user.name': 'anna',
      'source.ip': '10.0.0.8',
    },
  })
})

it('keeps quotes and brackets inside values', () => {
  const { fields } = read(
    '[origin:"10.0.0.1"; loguid:"{1}"; __policy_id_tag:"product=x[db_tag={A};name=y\\]"; user:"Anna Example (anna)"; sys_message::"a "b" c"]',
  )
  expect(fields).toMatchObject({
    'checkpoint.__policy_id_tag': 'product=x[db_tag={A};name=y]',
    'checkpoint.sys_message': 'a "b" c',
    'user.name': 'anna',
  })
})

it.each(['[a] b', '[a:"b"]', 'time=1|x', 'product=a|origin=b'])('leaves %s', (line) =>
  expect(read(line).parser).not.toBe('checkpoint@1'),
)

it('reads its data where it stands as RFC 5424 has it', () => {
  const { parser: by, fields } = read(
    `<134>1 2026-03-10T12:00:00Z gw01 CheckPoint 1930 - ${parser.samples[2]}`,
  )
  expect(by).toBe('checkpoint@1')
  expect(fields).toMatchObject({
    'observer.vendor': 'Checkpoint',
    'event.action': 'Drop',
    'source.ip': '203.0.113.9',
    'destination.ip': '10.0.0.7',
    'destination.port': 22,
  })
})

it('keeps the name of the gateway', () => {
  expect(
    read('time=1773144000|hostname=gw01|product=QoS|action=Accept|origin=10.0.0.1|sequencenum=3').fields[
      'observer.hostname'
    ],
  ).toBe('gw01')
})

it('reads what older exporters write behind the name of the protocol', () => {
  const { parser: by, time, fields } = read(parser.samples[3] ?? '')
  expect([by, time]).toEqual(['checkpoint@1', 1_773_144_000_000_000_000n])
  expect(fields).toMatchObject({
    'source.ip': '203.0.113.9',
    'source.port': 54377,
    'destination.port': 5530,
    'network.transport': 'tcp',
    'rule.id': '12',
    'rule.name': 'Clean up',
    'observer.ingress.zone': 'External',
  })
})

it('reads an export, column by column', () => {
  const { parser: by, time, fields } = read(parser.samples[4] ?? '')
  expect([by, time]).toEqual(['checkpoint@1', 1_773_140_400_000_000_000n])
  expect(fields).toMatchObject({
    'event.action': 'Accept',
    'source.ip': '203.0.113.9',
    'source.port': 44250,
    'destination.ip': '10.0.0.7',
    'destination.port': 443,
    'network.transport': 'tcp',
    'network.application': 'https',
    'rule.id': '81',
    'rule.name': 'Web',
    'observer.name': 'gw01',
    'observer.egress.zone': 'Internal',
  })
})
