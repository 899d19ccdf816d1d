import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Fields } from '#core/event/event'
import { createParseLine } from '#core/parse/parse-line'
import { unescapeZeek } from '#core/parse/zeek/unescape'

interface Pair {
  product: string
  raw: string
  expected: Record<string, unknown>
  zeek_header: {
    path: string
    fields: string[]
    types: string[]
    separator: string
    set_separator: string
    empty_field: string
    unset_field: string
  }
}

export interface PairScore {
  /** Records, and those of which every column is right: with the header set, and with the log found out. */
  cases: number
  set: number
  found: number
  /** A few records that are wrong although the header was set: what was expected and what came. */
  wrong: string[]
}

/** Zeek prints six digits, its JSON all that a double holds. */
function near(got: number, expected: number): boolean {
  return Math.abs(got - expected) <= 1e-6 * Math.max(1, Math.abs(expected))
}

function same(got: unknown, expected: unknown): boolean {
  if (typeof expected === 'number') return typeof got === 'number' && near(got, expected)
  if (Array.isArray(expected)) {
    // Events leave empty lists out.
    if (expected.length === 0) return got === undefined
    return (
      Array.isArray(got) && got.length === expected.length && expected.every((one, i) => same(got[i], one))
    )
  }
  if (got === expected) return true
  const [a, b] = [String(got), String(expected)]
  return /^\d{4}-\d\d-\d\dT/.test(a) && /^\d{4}-\d\d-\d\dT/.test(b) && Date.parse(a) === Date.parse(b)
}

function mistakes(fields: Fields, path: string, expected: Pair['expected']): string[] {
  const prefix = `zeek.${path}.`
  const names = new Set(Object.keys(expected).map((name) => prefix + name))
  const extra = Object.keys(fields).filter((name) => name.startsWith(prefix) && !names.has(name))
  const wrong = Object.entries(expected)
    .filter(([name, value]) => !same(fields[prefix + name], value))
    .map(([name, value]) => `${name}: ${JSON.stringify(value)} got ${JSON.stringify(fields[prefix + name])}`)
  return [...wrong, ...extra.map((name) => `${name} was not there`)]
}

/** Lines of Zeek's TSV against the records that Zeek itself wrote for them as JSON, under `zeek.<path>.*`. */
export function scoreZeekPairs(file: string, products: RegExp): Map<string, PairScore> {
  const parseLine = createParseLine()
  const scores = new Map<string, PairScore>()
  for (const line of gunzipSync(readFileSync(file)).toString().split('\n')) {
    if (line === '') continue
    const { product, raw, expected, zeek_header: header }: Pair = JSON.parse(line)
    if (!products.test(product)) continue
    const score = scores.get(product) ?? { cases: 0, set: 0, found: 0, wrong: [] }
    scores.set(product, score)
    score.cases++
    const given = {
      path: header.path,
      fields: header.fields,
      types: header.types,
      separator: unescapeZeek(header.separator === '\\t' ? '\t' : header.separator),
      setSeparator: header.set_separator,
      emptyField: header.empty_field,
      unsetField: header.unset_field,
    }
    const base = { received: Date.now(), zoneMinutes: 0 }
    const set = parseLine(raw, 'zeek-tsv', { ...base, header: given })
    const wrong = mistakes(set.fields, header.path, expected)
    if (wrong.length === 0) score.set++
    else if (score.wrong.length < 5) score.wrong.push(...wrong.slice(0, 3))
    const found = parseLine(raw, 'auto', base)
    if (mistakes(found.fields, header.path, expected).length === 0) score.found++
  }
  return scores
}
