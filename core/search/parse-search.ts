import { noPipesError } from './no-pipes-error.ts'
import { readSearch } from './read-search.ts'
import { createReader, isAtEnd, type Reader, report, type SearchError } from './reader.ts'
import type { SearchNode } from './search-node.ts'

/** `notes` are of names that look misspelt: events may have any field, so they are searched all the same. */
type ParsedSearch =
  | { ok: true; tree: SearchNode | undefined; notes: readonly SearchError[] }
  | { ok: false; errors: readonly SearchError[] }

const MAX_LENGTH = 10_000
const MAX_CONDITIONS = 300

/**
 * Reads a search as people type it (docs/search.md). Reading goes on behind an error, so that all of them are
 * reported at once. An empty text is no search: `tree` is undefined.
 */
export function parseSearch(text: string): ParsedSearch {
  const reader = createReader(text)
  const tree = readBounded(reader, readSearch)
  if (reader.errors.length === 0 && !isAtEnd(reader))
    report(reader, noPipesError(reader.at, '; to look for a |, quote it'))
  return reader.errors.length > 0
    ? { ok: false, errors: reader.errors }
    : { ok: true, tree, notes: reader.notes }
}

/** Reads within the limits of what a person types. */
export function readBounded<Value>(reader: Reader, read: (reader: Reader) => Value): Value | undefined {
  const { length } = reader.text
  if (length > MAX_LENGTH) {
    reader.at = length
    const message = `A search has at most ${MAX_LENGTH} characters`
    return report(reader, { message, from: MAX_LENGTH, to: length })
  }
  const value = read(reader)
  if (reader.size > MAX_CONDITIONS)
    report(reader, { message: `A search has at most ${MAX_CONDITIONS} conditions`, from: 0, to: length })
  return value
}
