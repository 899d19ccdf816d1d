import { isObject } from '../json/flatten-json.ts'
import type { ChunkBytes } from './chunk-bytes.ts'
import { Content } from './content.ts'
import { Cursor } from './cursor.ts'
import type { EvtxRecord } from './evtx-record.ts'
import { Malformed } from './malformed.ts'
import { readFragment } from './read-fragment.ts'
import { addElement } from './render-element.ts'
import { fromFiletime } from './windows-time.ts'

/** Signature, size, record id, time. */
export const RECORD_HEADER = 24
/** The size once more. */
export const RECORD_END = 4

/** @throws Malformed */
export function readRecord(chunk: ChunkBytes, at: number, size: number): EvtxRecord {
  chunk.allowance.startRecord()
  const content = new Content()
  const body = new Cursor(chunk, at + RECORD_HEADER, size - RECORD_HEADER - RECORD_END)
  for (const { element, values } of readFragment(body, true)) {
    addElement(content, { chunk, values, nesting: 0 }, element)
  }
  const event = content.toJson()
  if (!isObject(event)) throw new Malformed('holds no event')
  return {
    recordId: chunk.buffer.readBigUInt64LE(at + 8),
    time: fromFiletime(chunk.buffer.readBigUInt64LE(at + 16)),
    event,
  }
}
