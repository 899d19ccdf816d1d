import { nearestName } from '../detect/sources/nearest-name.ts'
import { FIELD_ALIASES, fieldsOf } from './field-aliases.ts'
import { note, type Reader, report } from './reader.ts'
import { SEARCH_FIELDS } from './search-fields.ts'

const KNOWN: ReadonlySet<string> = new Set([...SEARCH_FIELDS, ...FIELD_ALIASES])
const KNOWN_PARTS = [...KNOWN].map((name) => name.split('.'))

/**
 * Looks at a name that stands from `from` to where the reader is. Events may have any field, so a name that looks
 * misspelt is noted and searched; a column that a table does not have is a mistake.
 * @returns the name, that of a column as the table has it
 */
export function checkField(reader: Reader, name: string, from: number): string | undefined {
  const place = { from, to: from + name.length }
  if (reader.columns === undefined) {
    const near = nearestField(name)
    if (near !== undefined)
      note(reader, { message: `Hardly an event has ${name}`, ...place, hint: `Did you mean ${near}?` })
    return name
  }
  const column = columnNamed(reader.columns, name)
  if (column !== undefined) return column
  const near = nearestName(name, reader.columns, mostEdits(name))
  const hint = near === undefined ? `The columns are ${reader.columns.join(', ')}` : `Did you mean ${near}?`
  return report(reader, { message: `There is no column ${name} here`, ...place, hint })
}

function columnNamed(columns: readonly string[], name: string): string | undefined {
  if (columns.includes(name)) return name
  return columns.find((column) => column.toLowerCase() === name.toLowerCase())
}

/** A name of two letters is no misspelling of another. */
export function mostEdits(name: string): number {
  return Math.min(2, Math.floor(name.length / 2))
}

/** @returns undefined for a known name, and for one that is like none */
function nearestField(name: string): string | undefined {
  const [field, ...others] = fieldsOf(name)
  if (KNOWN.has(name) || field !== name || others.length > 0) return undefined
  const parts = name.split('.')
  const alike = KNOWN_PARTS.filter((known) => differsInOnePart(known, parts)).map((known) => known.join('.'))
  return nearestName(name, alike, 1) ?? alike.find((known) => isSwapped(known, name))
}

/** Short parts are often other fields: `user.sid` is not meant to be `user.id`. */
function differsInOnePart(known: readonly string[], parts: readonly string[]): boolean {
  if (known.length !== parts.length) return false
  const differing = known.filter((part, index) => part !== parts[index])
  return differing.length === 1 && (differing[0] ?? '').length >= 4
}

/** `usre.name`: the same letters, two neighbours exchanged. */
function isSwapped(known: string, name: string): boolean {
  if (known.length !== name.length) return false
  let at = 0
  while (at < name.length && known[at] === name[at]) at++
  return (
    known[at] === name[at + 1] && known[at + 1] === name[at] && known.slice(at + 2) === name.slice(at + 2)
  )
}
