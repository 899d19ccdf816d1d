import type { FieldValue } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson } from '../json/flatten-json.ts'
import type { JsonObject } from '../parser.ts'
import { readPairs } from '../text/read-pairs.ts'
import { splitCsv } from '../text/split-csv.ts'
import { type Capture, expandGrok } from './expand-grok.ts'
import type { MadePattern } from './made-parser.ts'
import { readByRegex } from './read-by-regex.ts'
import type { ReadValues } from './read-values.ts'

export interface CompiledPattern {
  read: ReadValues
  /** Types that a Grok pattern gives its values. */
  captures: readonly Capture[]
}

/** @throws Error that says what is wrong with the pattern */
export function compilePattern(pattern: MadePattern): CompiledPattern {
  const { grok, regex, json, keyValue, csv } = pattern
  if (grok !== undefined || regex !== undefined) {
    // Groups are named alike in both; a `%{` of a plain expression is no name of Grok's.
    const { source, captures } = expandGrok(grok ?? regex ?? '')
    return { read: readByRegex(source, captures), captures }
  }
  if (json !== undefined) return { read: json === 'all' ? readAllJson : readJson(json), captures: [] }
  if (keyValue) return { read: readKeyValues(keyValue.separator), captures: [] }
  if (csv) return { read: readCsv(csv.columns, csv.separator), captures: [] }
  throw new Error('the pattern says nothing')
}

const readAllJson: ReadValues = ({ json }) => {
  if (!json) return undefined
  const fields = createFields()
  flattenJson(fields, '', json)
  return new Map(Object.entries(fields))
}

/** Names of objects and places of lists, joined by dots. */
function readJson(paths: readonly string[]): ReadValues {
  const split = paths.map((path) => [path, path.split('.')] as const)
  return ({ json }) => {
    if (!json) return undefined
    const values = new Map<string, FieldValue>()
    for (const [path, steps] of split) {
      const fields = createFields()
      flattenJson(fields, path, at(json, steps))
      for (const [name, value] of Object.entries(fields)) values.set(name, value)
    }
    return values.size > 0 ? values : undefined
  }
}

function at(json: JsonObject, steps: readonly string[]): unknown {
  let value: unknown = json
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string, unknown>)[step]
  }
  return value
}

const readKeyValues =
  (separator: string): ReadValues =>
  ({ text }) => {
    const values = readPairs(text, separator)
    return values.size > 0 ? values : undefined
  }

const readCsv =
  (columns: readonly string[], separator: string): ReadValues =>
  ({ text }) => {
    const cells = splitCsv(text, separator)
    if (cells.length < columns.filter((name) => name !== '').length) return undefined
    const values = new Map<string, string>()
    for (const [i, name] of columns.entries()) {
      const cell = cells[i]
      if (name !== '' && cell !== undefined && cell !== '') values.set(name, cell)
    }
    return values
  }
