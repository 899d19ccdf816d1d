import { expect, it } from 'vitest'
import { createFields } from './create-fields.ts'
import { indexOpenings } from './index-openings.ts'
import type { Clue, Parser } from './parser.ts'

const stub = (name: string, ...clues: readonly Clue[]): Parser => ({
  name,
  reads: 'lines of a test',
  version: 1,
  clues,
  parse: () => ({ time: undefined, fields: createFields() }),
  samples: [],
})

const DIGITS = '0123456789'
const asked = indexOpenings([
  stub('date', { first: DIGITS, run: 4, next: '-' }),
  stub('address', { first: DIGITS, next: '.' }),
  stub('epoch', { first: DIGITS, run: 10, next: '.', after: ' \t' }),
  stub('digit', { first: DIGITS }),
  stub('bracket', { first: '[', next: '[' }),
  stub('word', { prefix: 'WARN' }),
  stub('marked', { prefix: 'id="' }, { first: 'i' }),
  stub('umlaut', { prefix: 'ä=' }, { first: 'ö' }),
])
const names = (text: string) => asked(text).map(({ name }) => name)

it.each([
  ['2026-03-10 12:00:00 x', ['date', 'digit']],
  ['20260-03', ['digit']],
  ['2026', ['digit']],
  ['10.0.0.7 x', ['address', 'digit']],
  ['1773144000.25 x', ['address', 'epoch', 'digit']],
  ['1773144000.25\tx', ['address', 'epoch', 'digit']],
  ['1773144000.25', ['address', 'digit']],
  ['1773144000.25.1 x', ['address', 'digit']],
  ['[1] x', ['bracket']],
  ['WARN', ['word']],
  ['WARNING: x', ['word']],
  ['WAR', []],
  ['id="1"', ['marked']],
  ['id=1', ['marked']],
  ['ä=1', ['umlaut']],
  ['ö', ['umlaut']],
  ['ü', []],
  ['', []],
])('asks of %j only those whose clue fits', (text, expected) => {
  expect(names(text)).toEqual(expected)
})

it('answers texts of the same parsers with the same list', () => {
  expect(asked('2026-03-10 12:00:00 x')).toBe(asked('1999-01-01T00:00:00Z'))
  expect(asked('id="1"')).toBe(asked('id="22" x'))
})

it('answers the same whatever was asked before, however many openings there were', () => {
  for (let run = 0; run < 127; run++)
    for (let next = 0x20; next < 0x7f; next++) names(`7${'0'.repeat(run)}${String.fromCharCode(next)}`)
  expect(names('2026-03-10')).toEqual(['date', 'digit'])
  expect(names(`7${'0'.repeat(500)}`)).toEqual(['digit'])
})
