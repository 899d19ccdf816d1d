import { describe, expect, it } from 'vitest'
import { createFields } from '#core/parse/create-fields'
import { parsers } from '#core/parse/generated/registry'
import { createParseLine } from '#core/parse/parse-line'
import type { Parsed, Parser } from '#core/parse/parser'
import { findFault } from './find-fault.ts'
import { mutateLine } from './mutate-line.ts'

const SEED = 20_260_311
const RUNS = 150

const parseLine = createParseLine()
const samples = parsers.flatMap((parser) => parser.samples)

describe('harmed lines', () => {
  it.each(parsers)('are read by $name without a fault', (parser) => {
    for (let seed = SEED; seed < SEED + RUNS; seed++) {
      const line = mutateLine(parser.samples, samples, seed)
      for (const format of ['auto', parser.name])
        expect({ seed, format, line, fault: findFault(parseLine, line, format) }).toMatchObject({
          fault: undefined,
        })
    }
  })

  it('are the same for the same seed, and others for another', () => {
    expect(mutateLine(samples, samples, 7)).toBe(mutateLine(samples, samples, 7))
    const lines = new Set(Array.from({ length: 100 }, (_, seed) => mutateLine(samples, samples, seed)))
    expect(lines.size).toBeGreaterThan(90)
  })
})

describe('a fault', () => {
  let calls = 0
  const faulty = (parse: () => Parsed): string | undefined => {
    const parser: Parser = { name: 'x', reads: '', version: 1, clues: [{ prefix: '' }], samples: [], parse }
    return findFault(createParseLine([parser]), 'x', 'x')
  }
  const fields = (more: object) => ({ time: undefined, fields: Object.assign(createFields(), more) })

  it.each<[string, () => Parsed]>([
    ['parser failed', () => JSON.parse('{')],
    ['is null', () => fields({ a: null })],
    ['is {', () => fields({ a: { b: 1 } })],
    ['is [', () => fields({ a: [[1]] })],
    ['prototype', () => ({ time: undefined, fields: { a: 1 } })],
    ['not the same', () => fields({ a: calls++ })],
  ])('is found: %s', (words, parse) => {
    expect(faulty(parse)).toContain(words)
  })
})
