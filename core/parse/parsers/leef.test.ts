import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './leef.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context)
const noon = 1_773_144_000_000_000_000n

describe('leef', () => {
  it('reads version 1.0', () => {
    const { fields, time, parser: name } = read(parser.samples[0] ?? '')
    expect([name, time]).toEqual(['leef@1', noon])
    expect(fields).toMatchObject({
      'observer.vendor': 'Example',
      'observer.product': 'Gatekeeper',
      'observer.version': '2.1',
      'event.code': 'login-refused',
      'event.severity': 7,
      'source.ip': '10.0.0.7',
      'source.port': 51826,
      'destination.port': 443,
      'network.transport': 'tcp',
      'user.name': 'anna',
      'leef.attributes.cat': 'auth',
    })
  })

  it.each([
    ['x5E', '^'],
    ['0x09', '\t'],
    ['^', '^'],
    ['\\t', '\t'],
    ['', '\t'],
    ['x7C', '|'],
  ])('reads version 2.0 with the delimiter %s', (given, delimiter) => {
    const { fields } = read(
      `LEEF:2.0|V|P|1|id|${given}|${['src=10.0.0.7', 'msg=a b', 'usrName=anna'].join(delimiter)}`,
    )
    expect(fields).toMatchObject({ 'source.ip': '10.0.0.7', message: 'a b', 'user.name': 'anna' })
  })

  it('guesses the delimiter of devices that do not keep to the tab', () => {
    const { fields } = read('LEEF:1.0|V|P|1|id|src=10.0.0.7 dst=192.0.2.10 srcPort=5')
    expect(fields).toMatchObject({
      'source.ip': '10.0.0.7',
      'destination.ip': '192.0.2.10',
      'source.port': 5,
    })
  })

  it('knows log-ins, and what is no LEEF', () => {
    expect(read(parser.samples[1] ?? '').fields).toMatchObject({
      'event.category': ['authentication'],
      'event.type': ['start'],
      message: 'a b c',
    })
    for (const line of ['LEEF:1.0|a|b', 'LEEF:x|a|b|c|d|e=f']) expect(read(line).parser).not.toBe('leef@1')
  })
})
