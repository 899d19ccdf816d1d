import { ChunkBytes } from './chunk-bytes.ts'
import { crc32 } from './crc32.ts'
import type { EvtxChunk } from './evtx-record.ts'
import { findRecord, recordSize } from './find-record.ts'
import { Malformed } from './malformed.ts'
import { readRecord } from './read-record.ts'

export const CHUNK_BYTES = 65_536
const HEADER_BYTES = 512
const SIGNATURE = 'ElfChnk\0'

type Tell = (at: number, message: string) => void

/** @returns whether records can be looked for */
function checkHeader(buffer: Buffer, tell: Tell): boolean {
  if (buffer.length < HEADER_BYTES) {
    tell(0, 'the file ends inside the header of a chunk')
    return false
  }
  if (buffer.toString('latin1', 0, 8) !== SIGNATURE) {
    // Windows sets room aside for chunks to come.
    if (buffer.readBigUInt64LE(0) !== 0n) tell(0, 'no chunk begins where one should: 64 KiB skipped')
    return false
  }
  if (buffer.length < CHUNK_BYTES) tell(buffer.length, 'the file ends inside a chunk')
  const sum = crc32(buffer.subarray(0, 120), buffer.subarray(128, HEADER_BYTES))
  if (sum !== buffer.readUInt32LE(124)) tell(0, 'checksum of a chunk header is wrong: read all the same')
  return true
}

/** @returns where the records end according to the header */
function recordsEnd(buffer: Buffer, tell: Tell): number {
  const end = buffer.readUInt32LE(48)
  if (end < HEADER_BYTES || end > CHUNK_BYTES) {
    tell(48, 'a chunk says that its records end outside of it: all of it searched')
    return buffer.length
  }
  const sum = crc32(buffer.subarray(HEADER_BYTES, end))
  if (sum !== buffer.readUInt32LE(52))
    tell(52, 'checksum of the records of a chunk is wrong: read all the same')
  return Math.min(end, buffer.length)
}

/**
 * Reads one chunk, which needs nothing of the chunks beside it. Bad bytes never throw: they are told as problems, and
 * what can be read beside them is.
 * @param bytes 64 KiB of the file, fewer where it was cut off
 * @param offset where in the file they begin, for the problems
 */
export function readChunk(bytes: Uint8Array, offset = 0): EvtxChunk {
  const found: EvtxChunk = { records: [], problems: [] }
  const tell: Tell = (at, message) => found.problems.push({ at: offset + at, message })
  const chunk = new ChunkBytes(bytes)
  const { buffer } = chunk
  if (!checkHeader(buffer, tell)) return found
  const end = recordsEnd(buffer, tell)
  let last: bigint | undefined
  let at = HEADER_BYTES
  while (at >= 0 && at < buffer.length) {
    const size = recordSize(buffer, at)
    const id = size > 0 ? buffer.readBigUInt64LE(at + 8) : undefined
    // A file that was not closed holds more than the header knows; what does not go on counting is an older use's.
    if (at >= end && (id === undefined || (last !== undefined && id !== last + 1n))) break
    if (id === undefined) {
      tell(at, 'no record begins where one should: skipped to the next')
      at = findRecord(buffer, at)
      continue
    }
    try {
      found.records.push(readRecord(chunk, at, size))
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      tell(at, `record ${id} ${error.message}: skipped`)
    }
    last = id
    at += size
  }
  return found
}
