import { findRecords } from './find-records.ts'
import {
  beginsObject,
  CLOSE_OBJECT,
  endOfText,
  endOfValue,
  OPEN_ARRAY,
  OPEN_OBJECT,
  skipSpace,
} from './json-bytes.ts'
import { splitArray } from './split-array.ts'

/** What a line may be split into. */
export interface SplitRoom {
  records: number
  /** Of copies: what stands around the records is repeated for each of them. */
  bytes: number
}

/** The records of a line, verbatim; `more` when there are more than there is room for. */
export type SplitLine = readonly Buffer[] | 'more' | undefined

/**
 * Takes lines apart that hold several records: an array of objects, objects one behind the other, and what clouds wrap
 * records in. What stands around the records is kept around each, so that each says all that the line said of it.
 * @returns undefined when the line is one record
 */
export function splitLine(bytes: Buffer, room: SplitRoom): SplitLine {
  const start = skipSpace(bytes, 0)
  const first = bytes[start]
  if (first !== OPEN_ARRAY && first !== OPEN_OBJECT) return undefined
  const parts = first === OPEN_ARRAY ? ofArray(bytes, start, room) : ofObjects(bytes, start, room)
  if (parts === undefined) return first === OPEN_OBJECT ? ofEnvelope(bytes, room) : undefined
  if (parts === 'more') return parts
  return unwrapAll(parts, room)
}

/** Firehose writes what CloudWatch wraps one behind the other. */
function unwrapAll(parts: readonly Buffer[], room: SplitRoom): SplitLine {
  const records: Buffer[] = []
  let bytes = room.bytes
  for (const part of parts) {
    const inner = ofEnvelope(part, { records: room.records, bytes }) ?? [part]
    if (inner === 'more' || records.length + inner.length > room.records) return 'more'
    for (const record of inner) records.push(record)
    if (inner.length > 1) bytes -= inner.reduce((sum, record) => sum + record.length, 0)
  }
  return records
}

function ofArray(bytes: Buffer, start: number, room: SplitRoom): SplitLine {
  const found = splitArray(bytes, start + 1, room.records)
  if (found === undefined) return undefined
  if (found.elements.length > room.records) return 'more'
  return found.close + 1 === endOfText(bytes) ? found.elements : undefined
}

function ofObjects(bytes: Buffer, start: number, room: SplitRoom): SplitLine {
  if (!mayHoldObjects(bytes)) return undefined
  const objects: Buffer[] = []
  for (let at = start; at < bytes.length; ) {
    const end = beginsObject(bytes, at) ? endOfValue(bytes, at) : -1
    if (end < 0) return undefined
    objects.push(bytes.subarray(at, end))
    if (objects.length > room.records) return 'more'
    at = skipSpace(bytes, end)
  }
  return objects.length > 1 ? objects : undefined
}

/** One object behind another: inside of one that stands in texts at most. */
function mayHoldObjects(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(CLOSE_OBJECT); at >= 0; at = bytes.indexOf(CLOSE_OBJECT, at + 1))
    if (bytes[skipSpace(bytes, at + 1)] === OPEN_OBJECT) return true
  return false
}

function ofEnvelope(bytes: Buffer, room: SplitRoom): SplitLine {
  const list = findRecords(bytes)
  const found = list && splitArray(bytes, list.start, room.records)
  if (list === undefined || found === undefined || found.elements.length < 2) return undefined
  const { elements, close } = found
  if (elements.length > room.records) return 'more'
  if (!list.hasMore) return elements
  const [before, after] = [bytes.subarray(0, list.start), bytes.subarray(close)]
  if ((before.length + after.length) * elements.length + bytes.length > room.bytes) return 'more'
  return elements.map((element) => Buffer.concat([before, element, after]))
}
