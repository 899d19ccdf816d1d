import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './powerdns.ts'

const parseLine = createParseLine()
const read = (text = '') =>
  parseLine(`<30>Mar 10 12:00:00 ns pdns[7]: ${text}`, 'auto', {
    received: Date.UTC(2026, 2, 11),
    zoneMinutes: 0,
  })

it('reads queries', () => {
  expect(read(parser.samples[0]).fields).toMatchObject({
    'dns.question.name': 'www.example.org',
    'source.ip': '10.0.0.7',
  })
  expect(read(parser.samples[1]).fields).toMatchObject({ 'dns.question.type': 'AAAA', 'source.port': 4711 })
})

it('leaves others', () => {
  expect(read('Done launching threads').parser).toBe('syslog@1')
})
