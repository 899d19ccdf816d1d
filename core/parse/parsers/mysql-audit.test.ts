import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './mysql-audit.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it('reads an element of the JSON log, with and without its comma', () => {
  const expected = {
    parser: 'mysql-audit@1',
    fields: {
      'event.action': 'mysql-status',
      'event.outcome': 'success',
      'server.user.name': 'anna',
      'client.ip': '10.0.0.7',
      'client.domain': 'web01',
      'user.name': 'anna',
      'user.target.name': 'bob',
      'user.target.domain': 'web02',
    },
  }
  expect(read(parser.samples[0])).toMatchObject(expected)
  expect(read(parser.samples[0]?.slice(0, -1))).toMatchObject(expected)
})

it('reads server_audit', () => {
  expect(read(parser.samples[1])).toMatchObject({
    time: 1_773_144_000_000_000_000n,
    fields: {
      'event.action': 'query',
      'event.outcome': 'success',
      'host.name': 'db01',
      'user.name': 'anna',
      'source.ip': '10.0.0.7',
      'mysql.audit.database': 'shop',
      'mysql.audit.query': 'select a, b from c',
    },
  })
  expect(read(parser.samples[2]).fields).toMatchObject({
    'event.action': 'failed_connect',
    'event.outcome': 'failure',
  })
})

it.each(['{ "timestamp": "x" },', '20260310 12:00:00,a,b', '20261310 12:00:00,a,b,c,1,2,QUERY,d,,0'])(
  'not %s',
  (line) => {
    expect(read(line).parser).not.toBe('mysql-audit@1')
  },
)
