import { expect, it } from 'vitest'
import { unescapeZeek } from './unescape.ts'

it.each([
  ['plain', 'plain'],
  ['a\\x09b\\\\c', 'a\tb\\c'],
  ['\\xe2\\x82\\xac5', '€5'],
  ['\\xE2\\x82\\xAC\\xe2\\x82', '€\\xe2\\x82'],
  ['\\xc3\\\\xa4', '\\xc3\\xa4'],
  ['ä\\xa4', 'ä\\xa4'],
  ['\\x00\\x1B\\x7f\\x20', '\\x00\\x1b\\x7f '],
  ['\\xed\\xa0\\x80', '\\xed\\xa0\\x80'],
  ['\\x\\x4', '\\x\\x4'],
])('gives back what was escaped: %s', (escaped, value) => {
  expect(unescapeZeek(escaped)).toBe(value)
})
