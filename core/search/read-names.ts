import { checkField } from './check-field.ts'
import { COLUMN_NAME, FIELD_NAME, plainName } from './field-name.ts'
import { expect, type Reader, report, skipSpace, take } from './reader.ts'

const OF_TABLE = new RegExp(COLUMN_NAME, 'uy')
const OF_EVENTS = new RegExp(FIELD_NAME, 'uy')

/** A field of events or a column of a table; reports that there is none. */
export function readName(reader: Reader): string | undefined {
  skipSpace(reader)
  expect(reader, { kind: 'column' })
  const from = reader.at
  const name = takeName(reader)
  if (name === undefined) {
    const hint = reader.columns ? `The columns are ${reader.columns.join(', ')}` : 'Write it like host.name'
    return report(reader, { message: 'A field is missing here', from, to: from, hint })
  }
  return checkField(reader, name, from)
}

/** Takes a name if one is next; tables have columns such as `dc(user.name)`. */
function takeName(reader: Reader): string | undefined {
  const pattern = reader.columns === undefined ? OF_EVENTS : OF_TABLE
  pattern.lastIndex = reader.at
  const name = pattern.exec(reader.text)?.[0]
  if (name === undefined) return undefined
  reader.at += name.length
  return plainName(name)
}

const MAX_NAMES = 20

/** `a, b` or `a b`; at least one. */
export function readNames(reader: Reader, most = MAX_NAMES): string[] {
  const names: string[] = []
  const from = reader.at
  do {
    const name = readName(reader)
    if (name !== undefined && !names.includes(name)) names.push(name)
    if (name === undefined && reader.errors.length > 0) break
    skipSpace(reader)
  } while (take(reader, ',') || (!isAtClause(reader) && isAtName(reader)))
  if (names.length > most) {
    const message = `At most ${most === 1 ? 'one field' : `${most} fields`} may stand here`
    report(reader, { message, from, to: reader.at })
  }
  return names
}

function isAtName(reader: Reader): boolean {
  return /[\p{L}_@\\]/u.test(reader.text.charAt(reader.at))
}

const CLAUSE = /by(?![\p{L}\p{N}_.@-])|(?:span|limit)=/iuy

/** Where a list of fields or figures ends within its command: at `by` or an option. */
export function isAtClause(reader: Reader): boolean {
  CLAUSE.lastIndex = reader.at
  return CLAUSE.test(reader.text)
}

/** Takes a word of the language if it is next, whatever its case. */
export function takeWord(reader: Reader, word: string): boolean {
  skipSpace(reader)
  const behind = reader.text.charAt(reader.at + word.length)
  if (reader.text.slice(reader.at, reader.at + word.length).toLowerCase() !== word) return false
  if (/[\p{L}\p{N}_.@-]/u.test(behind)) return false
  reader.at += word.length
  return true
}
