import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './strata-logging.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it('reads a threat by the same rules as the firewall writes it itself', () => {
  const { parser: by, time, fields } = read(parser.samples[0] ?? '')
  expect([by, time]).toEqual(['strata-logging@1', 1_773_144_000_000_000_000n])
  expect(fields).toMatchObject({
    'event.dataset': 'panw.panos',
    'panw.panos.type': 'THREAT',
    'panw.panos.sub_type': 'vulnerability',
    'panw.panos.threat.id': '40015',
    'source.ip': '203.0.113.9',
    'source.user.name': 'anna',
    'destination.port': 22,
    'network.direction': 'inbound',
    'rule.name': 'in',
    'log.level': 'high',
    'observer.name': 'fw01',
  })
})

it('reads a system event', () => {
  expect(read(parser.samples[1] ?? '').fields).toMatchObject({
    'event.code': 'general',
    'event.reason': 'Auto update done',
    'host.name': 'fw01',
    'log.level': 'informational',
  })
})

it('leaves other JSON', () => expect(read('{"LogType":"x","a":1}').parser).toBe('json@1'))
