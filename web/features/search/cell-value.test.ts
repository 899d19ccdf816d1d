import { expect, it } from 'vitest'
import type { EventRowFragment as EventRow } from '../../graphql/generated/graphql.ts'
import { cellValue } from './cell-value.ts'

const row: EventRow = {
  ...{ id: 'a', time: '2026-11-23T08:00:00Z', severity: 47, outcome: null, category: [], message: 'hello' },
  ...{ raw: '<x>', parser: 'json@1', detections: [] },
  ...{ received: '2026-11-23T08:00:01Z', site: '', source: null },
  fields: {
    'host.hostname': 'db',
    'user.name': 'eve',
    'source.user.name': 'bob',
    tags: ['a', 'b'],
    port: 22,
  },
}

it.each([
  ['@timestamp', '@timestamp', ['2026-11-23T08:00:00Z']],
  ['event.severity', 'event.severity', ['47']],
  ['message', 'message', ['hello']],
  ['raw', 'raw', ['<x>']],
  ['host.name', 'host.hostname', ['db']],
  ['user.name', 'user.name', ['eve']],
  ['tags', 'tags', ['a', 'b']],
  ['port', 'port', ['22']],
  ['rule.name', 'rule.name', []],
  ['constructor', 'constructor', []],
  ['__proto__', '__proto__', []],
])('%s is of %s', (column, field, texts) => {
  expect(cellValue(row, column)).toEqual({ field, texts })
})
