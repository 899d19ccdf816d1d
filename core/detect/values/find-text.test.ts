import { expect, it } from 'vitest'
import { createChance } from '../../../e2e/testkit/create-chance.ts'
import { findText, findTextEnd } from './find-text.ts'

const { below } = createChance(12)
const textOf = (length: number): string => Array.from({ length }, () => 'ab'[below(2)]).join('')

it.each([1, 32, 33, 100])('finds needles of %i characters as V8 does', (length) => {
  for (let round = 0; round < 100; round++) {
    const text = textOf(length + below(200))
    const at = below(text.length)
    // Half of them from the text itself.
    const needle = round % 2 === 0 ? text.slice(at, at + length).padEnd(length, 'a') : textOf(length)
    const from = below(40)
    const found = text.indexOf(needle, from)
    expect(findTextEnd(needle)(text, from)).toBe(found < 0 ? -1 : found + needle.length)
    expect(findText(needle)(text)).toBe(text.includes(needle))
  }
})
