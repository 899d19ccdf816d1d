import { expect, it } from 'vitest'
import { createChance } from '../../../e2e/testkit/create-chance.ts'
import { ONE } from '../rule/condition.ts'
import { findWildcards } from './find-wildcards.ts'

const { below } = createChance(11)

const CHARACTERS = ['a', 'b', '\n', 'é', '\u{1f600}']
const character = (): string => CHARACTERS[below(CHARACTERS.length)] ?? 'a'
const textOf = (length: number): string => Array.from({ length }, character).join('')

/** What V8 says of the same segment. */
function byRegex(segment: readonly (string | typeof ONE)[], text: string, from: number): number {
  const source = segment.map((part) => (typeof part === 'string' ? part : '.')).join('')
  const regex = new RegExp(source, 'gsu')
  regex.lastIndex = from
  return regex.exec(text) ? regex.lastIndex : -1
}

it.each([1, 2, 5, 31, 32, 33, 64, 70])('finds segments of %i characters where they first end', (length) => {
  let found = 0
  for (let round = 0; round < 300; round++) {
    const segment = Array.from({ length }, () => (below(length < 10 ? 2 : 30) > 0 ? ONE : character()))
    const text = textOf(length + below(100))
    const from = [...text].slice(0, below(10)).join('').length
    const end = findWildcards(segment)(text, from)
    expect(end, JSON.stringify({ segment, text, from })).toBe(byRegex(segment, text, from))
    if (end >= 0) found++
  }
  expect(found).toBeGreaterThan(20)
})
