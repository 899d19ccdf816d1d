import { describe, expect, it } from 'vitest'
import { splitLine } from './split-line.ts'

const ROOM = { records: 1_000, bytes: 100_000 }
const split = (line: string, room = ROOM) => {
  const parts = splitLine(Buffer.from(line), room)
  return typeof parts === 'object' ? parts.map(String) : parts
}

describe('a line with several records', () => {
  it.each<[string, string, string[]]>([
    ['an array', ' [{"a":1}, {"a":"}],{\\""} ,{}] ', ['{"a":1}', '{"a":"}],{\\""}', '{}']],
    ['an array of one', '[{"a":1}]', ['{"a":1}']],
    ['objects', '{"a":1}{"b":{"c":[]}} {"d":2}', ['{"a":1}', '{"b":{"c":[]}}', '{"d":2}']],
    ['CloudTrail', '{"Records":[{"x":1},{"x":[2]}]}', ['{"x":1}', '{"x":[2]}']],
    ['Azure', '{ "records" : [ {"x":1} , {"x":2} ] }', ['{"x":1}', '{"x":2}']],
    [
      'OData',
      '{"@odata.context":"u","value":[{"x":1},{"x":2}],"@odata.nextLink":"v"}',
      ['{"x":1}', '{"x":2}'],
    ],
    [
      'CloudWatch',
      '{"owner":"1","logEvents":[{"m":"a"},{"m":"b"}],"logGroup":"g"}',
      [
        '{"owner":"1","logEvents":[{"m":"a"}],"logGroup":"g"}',
        '{"owner":"1","logEvents":[{"m":"b"}],"logGroup":"g"}',
      ],
    ],
    [
      'what Firehose makes of CloudWatch',
      '{"owner":"1","logEvents":[{"m":1},{"m":2}]}{"owner":"2","logEvents":[{"m":3}]}',
      [
        '{"owner":"1","logEvents":[{"m":1}]}',
        '{"owner":"1","logEvents":[{"m":2}]}',
        '{"owner":"2","logEvents":[{"m":3}]}',
      ],
    ],
  ])('is taken apart: %s', (_, line, records) => {
    expect(split(line)).toEqual(records)
  })
})

describe('a line with one record', () => {
  it.each([
    'Mar 10 12:00:00 web01 app: {"a":1}{"b":2}',
    '[Tue Mar 10 12:00:00 2026] [error] x',
    '[{"a":1}] and more',
    '[{"a":1},2]',
    '[{"a":1},{"b":2}',
    '[{a},{b}]',
    '[]',
    '{}',
    '{"a":"}{"}',
    '{"a":1}{"b":',
    '{"Records":[{"x":1}]}',
    '{"Records":[{"x":1},"y"]}',
    '{"value":[{"x":1},{"x":2}]}',
    '{"a":{"Records":[{"x":1},{"x":2}]}}',
    '{"Records":[{"x":1},{"x":2}],"y":[}',
    '{"answers":[{"ttl":1},{"ttl":2}]}',
    '{"Records',
    `${'['.repeat(100_000)}`,
    `${'{"a":'.repeat(100_000)}[]}`,
  ])('stays as it is: %.60s', (line) => {
    expect(split(line)).toBeUndefined()
  })
})

describe('more records than there is room for', () => {
  const objects = Array.from({ length: 1_001 }, (_, i) => `{"a":${i}}`)

  it.each([
    ['an array', `[${objects.join()}]`],
    ['objects', objects.join('')],
    ['an envelope', `{"Records":[${objects.join()}]}`],
    ['envelopes', `{"Records":[${objects.slice(500).join()}]}`.repeat(2)],
    ['a large envelope', `{"owner":"${'x'.repeat(1_000)}","logEvents":[${objects.slice(1).join()}]}`],
  ])('are not taken apart: %s', (_, line) => {
    expect(split(line)).toBe('more')
  })
})
