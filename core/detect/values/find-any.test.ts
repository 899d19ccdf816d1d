import { expect, test } from 'vitest'
import { findAny } from './find-any.ts'

test.each([
  ['equals', 'abc', true],
  ['equals', 'abcd', false],
  ['startswith', 'abcd', true],
  ['startswith', 'xabc', false],
  ['endswith', 'xabc', true],
  ['endswith', 'abcx', false],
  ['endswith', 'bc', false],
  ['contains', 'xabcx', true],
  ['contains', 'ab c', false],
] as const)('%s abc: %s', (affix, value, expected) => {
  const others = Array.from({ length: 50 }, (_, i) => ({ affix, text: `other ${i}` }))
  expect(findAny([...others, { affix, text: 'abc' }])(value)).toBe(expected)
})
