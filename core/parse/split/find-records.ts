import {
  beginsObject,
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  endOfText,
  endOfValue,
  OPEN_ARRAY,
  skipSpace,
} from './json-bytes.ts'

/** Offsets of the member of an object that holds its records. */
export interface RecordList {
  /** Behind the opening bracket. */
  start: number
  /** Whether other members say something about every record. */
  hasMore: boolean
}

/** What comes first in such objects, when the records do not come last. */
const BEGINNINGS = ['"Records"', '"records"', '"logEvents"', '"messageType"', '"owner"', '"@odata.context"']
const LONGEST_BEGINNING = 16
const FIRST_LETTERS = BEGINNINGS.map((name) => name.charCodeAt(1))
/** CloudTrail's files; Azure's event hubs and Firehose; CloudWatch's subscriptions. */
const LISTS: ReadonlySet<string> = new Set(['Records', 'records', 'logEvents'])
const LONGEST = 64

/** Two glances, since nearly every line is one record. */
function mayHoldRecords(bytes: Buffer, start: number): boolean {
  const last = endOfText(bytes) - 1
  if (bytes[last] !== CLOSE_OBJECT) return false
  if (bytes[endOfText(bytes.subarray(0, last)) - 1] === CLOSE_ARRAY) return true
  const first = skipSpace(bytes, start + 1)
  if (!FIRST_LETTERS.includes(bytes[first + 1] ?? 0)) return false
  const text = bytes.toString('latin1', first, first + LONGEST_BEGINNING)
  return BEGINNINGS.some((name) => text.startsWith(name))
}

/** Where an object that a cloud wraps records in has them: in `Records`, `records`, `logEvents`, OData's `value`. */
export function findRecords(bytes: Buffer): RecordList | undefined {
  const start = skipSpace(bytes, 0)
  if (!beginsObject(bytes, start) || !mayHoldRecords(bytes, start)) return undefined
  let list: number | undefined
  let value: number | undefined
  let isOData = false
  let members = 0
  for (let at = skipSpace(bytes, start + 1); ; members++) {
    const nameEnd = endOfValue(bytes, at)
    const colon = nameEnd < 0 ? -1 : skipSpace(bytes, nameEnd)
    if (colon < 0 || bytes[colon] !== COLON) return undefined
    const from = skipSpace(bytes, colon + 1)
    const name = nameEnd - at > LONGEST ? '' : bytes.toString('latin1', at + 1, nameEnd - 1)
    if (bytes[from] === OPEN_ARRAY) {
      if (LISTS.has(name)) list ??= from + 1
      else if (name === 'value') value ??= from + 1
    }
    isOData ||= name.startsWith('@odata.')
    const end = endOfValue(bytes, from)
    if (end < 0) return undefined
    const next = skipSpace(bytes, end)
    if (bytes[next] === CLOSE_OBJECT) break
    if (bytes[next] !== COMMA) return undefined
    at = skipSpace(bytes, next + 1)
  }
  if (list !== undefined) return { start: list, hasMore: members > 0 }
  // Its other members are about the page, not the records.
  return isOData && value !== undefined ? { start: value, hasMore: false } : undefined
}
