import { RE2JS } from 're2js'
import { expect, it, test } from 'vitest'
import { regexSize } from './regex-size.ts'

test.each([
  ['', 0],
  ['abc', 3],
  ['a{1000}', 1_000],
  ['a{2,}b', 3],
  ['(?:ab){50}', 150],
  ['(a{10}b){20}', 220],
  ['[^]a{3}]{7}', 7],
  ['\\{99}', 4],
  ['x{a}', 3],
  ['a|b{3}*', 5],
  [')(((', 0],
])('%s has about %i steps', (source, size) => {
  expect(regexSize(source)).toBe(size)
})

it('is not far below what RE2 makes of it', () => {
  const body = 'ab[c-e]\\d(?:x|yz){3}'
  for (const source of [
    '\\pL{1000}',
    `(?:${body}){40}`,
    `(${body}){2,9}${body}`,
    '(?:(?:a{5}){6}){7}',
    'a{0,500}',
  ])
    expect(regexSize(source) * 2, source).toBeGreaterThan(RE2JS.compile(source).programSize() - 10)
})
