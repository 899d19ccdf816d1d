import { SEVERITY_LEVELS } from '../event/detection.ts'
import { detectionFieldOf } from './detection-fields.ts'
import { FIELD_ALIASES } from './field-aliases.ts'
import { writeName } from './field-name.ts'
import { readPipeline } from './parse-pipeline.ts'
import { readBounded } from './parse-search.ts'
import { AGGREGATES, COMMANDS } from './pipe.ts'
import { createReader, type Expectation } from './reader.ts'
import { SEARCH_FIELDS, storageOf } from './search-fields.ts'

interface Suggestion {
  /** What replaces the text from `from` to `to`. */
  text: string
  kind: 'field' | 'operator' | 'value' | 'command' | 'figure' | 'column'
}

export interface Completion {
  /** The stretch of text that a suggestion replaces: what is written of it so far, on both sides of the cursor. */
  from: number
  to: number
  suggestions: readonly Suggestion[]
  /** A field whose values fit here: those that events have are worth asking for, by what is typed of them. */
  valuesOf?: { field: string; typed: string }
}

const MAX_SUGGESTIONS = 200

/** What may stand at the cursor, by the grammar that reads the text. */
export function completeSearch(text: string, cursor: number): Completion {
  const at = Math.min(Math.max(Math.trunc(cursor), 0), text.length)
  const reader = createReader(text.slice(0, at))
  readBounded(reader, readPipeline)
  const { expected } = reader
  const typed = text.slice(expected.at, at)
  const from = expected.at
  // What stands behind the cursor without a gap belongs to the same name or value.
  const behind = /^[\p{L}\p{N}_.@-]*/u.exec(text.slice(at))?.[0].length ?? 0
  // Reading looks for a condition in several ways at one place, and names stand in several lists.
  const suggestions = new Map(
    expected.what
      .flatMap((what) => suggest(what, typed, expected.columns))
      .map((suggestion) => [suggestion.text, suggestion]),
  )
  const value = expected.what.find((what) => what.kind === 'value')
  return {
    from,
    to: at + behind,
    suggestions: [...suggestions.values()].slice(0, MAX_SUGGESTIONS),
    ...(value === undefined ? {} : { valuesOf: { field: value.field, typed } }),
  }
}

function suggest(what: Expectation, typed: string, columns: readonly string[] | undefined): Suggestion[] {
  switch (what.kind) {
    case 'condition':
      if (columns !== undefined) return fitting(columns.map(writeColumn), typed, 'column', ':')
      return [...fitting(FIELD_NAMES, typed, 'field', ':'), ...starting(['not '], typed, 'operator')]
    case 'column':
      return columns === undefined
        ? fitting(FIELD_NAMES, typed, 'field', '')
        : fitting(columns.map(writeColumn), typed, 'column', '')
    case 'operator':
      return starting(['and ', 'or ', '| '], typed, 'operator')
    case 'command':
      return starting(COMMANDS, typed, 'command', ' ')
    case 'aggregate':
      return starting(FIGURES, typed, 'figure')
    case 'words':
      return starting(what.words, typed, 'operator', what.words.some((word) => word.endsWith('=')) ? '' : ' ')
    case 'value':
      return starting(valuesOf(what.field), typed, 'value')
  }
}

const FIGURES = [...AGGREGATES.map((name) => (name === 'count' ? name : `${name}(`)), 'p95(']
const FIELD_NAMES: readonly string[] = [...SEARCH_FIELDS, ...FIELD_ALIASES]

/** Figures are written as they are. */
const writeColumn = (name: string): string => (/^[a-z][a-z\d.]*\(/.test(name) ? name : writeName(name))

/** Values that the language itself knows. */
function valuesOf(field: string): readonly string[] {
  if (detectionFieldOf(field)?.kind === 'level') return SEVERITY_LEVELS
  if (storageOf(field).kind === 'time') return ['now', 'now-1h', 'now-24h', 'now-7d', 'now/d']
  return field === 'nightjar.backfill' ? ['true', 'false'] : []
}

function starting(names: readonly string[], typed: string, kind: Suggestion['kind'], end = ''): Suggestion[] {
  const wanted = typed.toLowerCase()
  return names
    .filter((name) => name.toLowerCase().startsWith(wanted) && name !== typed)
    .map((name) => ({ text: `${name}${end}`, kind }))
}

/** Names that begin so come first, then those that hold it: `name` finds `user.name`. */
function fitting(
  names: readonly string[],
  typed: string,
  kind: Suggestion['kind'],
  end: string,
): Suggestion[] {
  const wanted = typed.toLowerCase()
  const first = starting(names, typed, kind, end)
  const others = names.filter((name) => name.toLowerCase().indexOf(wanted) > 0)
  return [...first, ...others.map((name) => ({ text: `${name}${end}`, kind }))]
}
