import { expect, test } from 'vitest'
import { ESCAPED_ASCII, lineKind } from './line-kind.ts'

test.each([
  ['', 'opaque'],
  ['<134>Oct 11 22:14:15 host app: {"a":1}', 'text'],
  [' \t<Event xmlns="x">', 'opaque'],
  ['<?xml version="1.0"?>', 'opaque'],
  ['{"a":"b"}', 'json'],
  [' [1]', 'json'],
  ['{"a":"C:\\\\users\\\\u0041"}', 'json'],
  ['{"a":"\\u0041"}', 'opaque'],
  ['{"a":"\\\\\\u0041"}', 'opaque'],
  ['{"a":"\\u00e9"}', 'opaque'],
  ['{"a":"\\ud83d"}', 'json'],
])('%s is %s', (raw, kind) => {
  expect(lineKind(raw)).toBe(kind)
})

test('says what its pattern says, however many backslashes there are', () => {
  const pattern = new RegExp(ESCAPED_ASCII)
  for (let bits = 0; bits < 4 ** 6; bits++) {
    let inner = ''
    for (let rest = bits, i = 0; i < 6; i++, rest >>= 2) inner += ['\\', 'u00', 'x', 'u'][rest & 3]
    expect(lineKind(`{${inner}`)).toBe(pattern.test(`{${inner}`) ? 'opaque' : 'json')
  }
})
