import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './sqlserver-audit.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it('reads a refused log-in', () => {
  expect(read(parser.samples[0])).toMatchObject({
    parser: 'sqlserver-audit@1',
    time: 1_773_144_000_123_000_000n,
    fields: {
      'event.action': 'login-failed',
      'event.outcome': 'failure',
      'user.name': 'anna',
      'user.domain': 'EXAMPLE',
      'source.ip': '203.0.113.9',
      'host.name': 'db01',
    },
  })
})

it('keeps statements of many lines', () => {
  expect(read(parser.samples[1]).fields).toMatchObject({
    'sqlserver.audit.statement': 'select *\nfrom people',
    'event.action': 'select',
    'sqlserver.audit.succeeded': true,
  })
})

it('leaves other events to winlogbeat', () => {
  expect(
    read('{"@timestamp":"2026-03-10T12:00:00Z","winlog":{"event_id":"1","event_data":{"param1":"a"}}}')
      .parser,
  ).toMatch(/^windows-winlogbeat@/)
})
