import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './watchguard-leef.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it('reads a session', () => {
  const { parser: by, fields } = read(parser.samples[0] ?? '')
  expect(by).toBe('watchguard-leef@1')
  expect(fields).toMatchObject({
    'event.code': '30000148',
    'event.action': 'Allow',
    'event.outcome': 'success',
    'source.address': '10.0.0.7',
    'destination.port': 443,
    'rule.ruleset': 'out-00',
  })
})

it('reads a refused log-in, tabs as relays write them too', () => {
  for (const line of [parser.samples[1] ?? '', (parser.samples[1] ?? '').replaceAll('\t', '#011')]) {
    expect(read(line).fields).toMatchObject({
      'event.outcome': 'failure',
      'user.name': 'anna',
      'source.ip': '203.0.113.9',
      'observer.hostname': 'fb01',
    })
  }
})

it('leaves other products', () =>
  expect(read('LEEF:1.0|Example|XTM|1|2|src=10.0.0.7').parser).not.toBe('watchguard-leef@1'))

it('reads translated addresses, applications and types of content', () => {
  const { fields } = read(`${parser.samples[0]}\tsrcPostNAT=198.51.100.2\tapp=Chat\tcontent_type=text/html`)
  expect(fields).toMatchObject({
    'source.nat.ip': '198.51.100.2',
    'network.application': 'Chat',
    'http.response.mime_type': 'text/html',
  })
})
