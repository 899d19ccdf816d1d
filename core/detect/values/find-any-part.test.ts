import { expect, test } from 'vitest'
import { createChance } from '../../../e2e/testkit/create-chance.ts'
import { findAnyPart } from './find-any-part.ts'

test('finds what includes finds, for needles that overlap in every way', () => {
  const { below: next } = createChance(7)
  const word = (longest: number, letters: string) =>
    Array.from({ length: 1 + next(longest) }, () => letters[next(letters.length)]).join('')
  let found = 0
  for (let round = 0; round < 3_000; round++) {
    const letters = round % 2 === 0 ? 'ab' : 'abcé\u{1f512}\u{1f513}'
    const needles = Array.from({ length: 1 + next(6) }, () => word(5, letters))
    const text = word(12, letters)
    const expected = needles.some((needle) => text.includes(needle))
    expect([needles, text, findAnyPart(needles)(text)]).toEqual([needles, text, expected])
    if (expected) found++
  }
  expect(found).toBeGreaterThan(500)
})

test('takes time linear in the text', () => {
  const holds = findAnyPart([...Array.from({ length: 300 }, (_, i) => `${'a'.repeat(i)}b`), 'a'.repeat(600)])
  expect(holds('a'.repeat(599).concat('c').repeat(5_000))).toBe(false)
})
