import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './snort.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context)
const alert =
  '[1:9000001:2] EXAMPLE scan [**] [Classification: Misc activity] [Priority: 2] {TCP} 10.0.0.7:51826 -> 192.0.2.10:80'
const wanted = {
  'event.dataset': 'snort.log',
  'event.severity': 2,
  'rule.id': '9000001',
  'rule.version': '2',
  'rule.description': 'EXAMPLE scan',
  'rule.category': 'Misc activity',
  'source.ip': '10.0.0.7',
  'source.port': 51826,
  'destination.ip': '192.0.2.10',
  'destination.port': 80,
  'network.transport': 'tcp',
  'network.iana_number': '6',
  'network.direction': 'outbound',
}

describe('snort', () => {
  it('reads alert_fast, with and without a year', () => {
    for (const stamp of ['03/10-12:00:00.250000', '03/10/26-12:00:00.250000', '03/10/2026-12:00:00.250000']) {
      const { fields, time } = read(`${stamp}  [**] ${alert}`)
      expect(fields).toMatchObject(wanted)
      expect(time).toBe(1_773_144_000_250_000_000n)
    }
  })

  it("knows Suricata's fast.log by the whole year, and what was dropped", () => {
    const { fields } = read(`03/10/2026-12:00:00.250000  [Drop] [**] ${alert}`)
    expect(fields).toMatchObject({ 'observer.product': 'Suricata', 'event.type': ['denied'] })
  })

  it('reads it from syslog without marks', () => {
    const { fields } = read(`<33>Mar 10 12:00:00 ids01 snort[7]: ${alert.replace(' [**]', '')}`)
    expect(fields).toMatchObject({ ...wanted, 'host.name': 'ids01' })
  })

  it('reads alert_full, CSV and JSON', () => {
    expect(read(parser.samples[2] ?? '').fields).toMatchObject({
      'rule.id': '9000002',
      'network.transport': 'icmp',
      'icmp.type': '8',
      'snort.ip.ttl': 64,
    })
    expect(read(parser.samples[1] ?? '').fields).toMatchObject({
      'rule.description': 'EXAMPLE scan, slow',
      'source.mac': '00-0C-29-EB-35-DE',
      'network.transport': 'udp',
    })
    const json = read(parser.samples[3] ?? '')
    expect(json.fields).toMatchObject({
      'rule.id': '9000001',
      'event.type': ['allowed'],
      'network.bytes': 60,
    })
    expect(json.time).toBe(1_773_144_000_250_000_000n)
  })

  it('keeps IPv6 ends whole', () => {
    const line = '03/10-12:00:00.25 [**] [1:1:1] x [**] {UDP} 2001:db8::7:53 -> 2001:db8::8:5353'
    expect(read(line).fields).toMatchObject({ 'source.ip': '2001:db8::7', 'source.port': 53 })
    const icmp = '03/10-12:00:00.25 [**] [1:1:1] x [**] {IPV6-ICMP} fe80::7 -> ff02::1'
    expect(read(icmp).fields).toMatchObject({ 'source.ip': 'fe80::7', 'destination.ip': 'ff02::1' })
  })

  it('leaves other lines that begin with a date alone', () => {
    for (const line of ['03/10-12:00:00 hello [x] y', '03/10/2026 12:00:00 a,b', '[**] hello'])
      expect(read(line).parser).not.toBe('snort@1')
  })
})
