import { expect, it } from 'vitest'
import { createChance } from '../../../e2e/testkit/create-chance.ts'
import { fold } from '../values/fold.ts'
import { createGramCounts } from './grams.ts'
import { createTextBuffer } from './text-buffer.ts'
import { createTextFilter } from './text-filter.ts'

const { below, pick } = createChance(13)
const buffer = createTextBuffer()

function scan(filter: ReturnType<typeof createTextFilter>, text: string): ReadonlySet<number> {
  const places: number[] = []
  filter.scan(buffer, buffer.write(text), places)
  return new Set(places)
}

const textOf = (characters: string, length: number): string =>
  Array.from({ length }, () => pick([...characters])).join('')

it.each([
  ['long', 7, 20, 'abAB.\\'],
  ['long', 7, 9, 'aÉéñ'],
  ['long', 7, 12, 'aя😀B'],
  ['short', 4, 6, 'abAB.'],
  ['short', 4, 6, 'aÉя'],
] as const)('misses no %s needle of %i to %i units of "%s"', (kind, least, most, characters) => {
  let held = 0
  for (let round = 0; round < 200; round++) {
    const needles = Array.from({ length: 1 + below(20) }, (_, place) => ({
      text: fold(textOf(characters, least + below(most - least + 1))).padEnd(least, 'a'),
      place,
    }))
    const grams = createGramCounts()
    for (const { text } of needles) grams.add(text)
    const filter = createTextFilter(needles, grams, kind)
    const parts = Array.from({ length: below(6) }, () => pick(needles).text.toUpperCase())
    const text = `${textOf(characters, below(9))}${parts.join(textOf(characters, below(5)))}${textOf(characters, below(9))}`
    const found = scan(filter, text)
    for (const needle of needles) {
      if (!fold(text).includes(needle.text)) continue
      held++
      expect(found, JSON.stringify({ text, needle })).toContain(needle.place)
    }
  }
  expect(held).toBeGreaterThan(100)
})

it('turns away what shares one gram only', () => {
  const needles = [{ text: 'powershell', place: 0 }]
  const filter = createTextFilter(needles, createGramCounts(), 'long')
  expect(scan(filter, `${'power '.repeat(9)}shell`).size).toBe(0)
  expect(scan(filter, 'a powershell').size).toBe(1)
})

it('takes what is repeated too often for found', () => {
  const needles = [{ text: 'aaaabbbbcccc', place: 0 }]
  const filter = createTextFilter(needles, createGramCounts(), 'long')
  expect(scan(filter, 'a'.repeat(40)).size).toBe(0)
  expect(scan(filter, 'a'.repeat(400)).size).toBe(1)
})

it('does not read what a text before left behind', () => {
  const filter = createTextFilter([{ text: 'evil', place: 0 }], createGramCounts(), 'short')
  expect(scan(filter, 'xxevil').size).toBe(1)
  expect(scan(filter, 'xxe').size).toBe(0)
})
