import { RE2JS } from 're2js'
import { expect, test } from 'vitest'
import { compileRegex } from './compile-regex.ts'

test.each([
  ['.{3,}', ''],
  ['.{3,}', 's'],
  ['.{0,}', ''],
])('%s with flags %j is what RE2 says', (source, flags) => {
  const regex = RE2JS.compile(source, flags === 's' ? RE2JS.DOTALL : 0)
  const matches = compileRegex(source, flags)
  for (const text of [
    '',
    'ab',
    'abc',
    'ab\nc',
    'a\nbcd',
    '\n\n\n',
    '\u{1f512}\u{1f512}',
    '\u{1f512}\u{1f512}a',
    'ab\r',
  ])
    expect([text, matches(text)]).toEqual([text, regex.matcher(text).find()])
})

test('a length is told of a long text at once', () => {
  const isLong = compileRegex('.{1000,}', '')
  expect(isLong('x'.repeat(1_000))).toBe(true)
  expect(isLong(`${'x'.repeat(999)}\n`.repeat(5_000))).toBe(false)
})

test('what ten thousand characters could make of a group is not tried', () => {
  expect(() => compileRegex(`(?:${'a'.repeat(9_000)}){1000}`, '')).toThrow(/repeats too much/)
  expect(compileRegex('(?:[a-z0-9]{2}:){500}', 'i')('A0:'.repeat(500))).toBe(true)
})
