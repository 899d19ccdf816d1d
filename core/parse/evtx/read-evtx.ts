import { crc32 } from './crc32.ts'
import type { EvtxChunk } from './evtx-record.ts'
import { CHUNK_BYTES, readChunk } from './read-chunk.ts'

/** The header of a file is this long; the first chunk begins behind it. */
export const HEADER_BYTES = 4_096
const SIGNATURE = 'ElfFile\0'

/** @param bytes at least the first eight of a file */
export function isEvtx(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', 0, 8) === SIGNATURE
}

function headerProblem(bytes: Uint8Array): string | undefined {
  if (!isEvtx(bytes)) return 'no EVTX file begins here: chunks looked for all the same'
  if (bytes.length < HEADER_BYTES) return 'the file ends inside its header'
  const sum = new DataView(bytes.buffer, bytes.byteOffset).getUint32(124, true)
  return crc32(bytes.subarray(0, 120)) === sum
    ? undefined
    : 'checksum of the file header is wrong: read all the same'
}

/**
 * Reads a binary Windows event log chunk by chunk, in the order of the file. How many chunks there are the file knows
 * better than its header, which is old where Windows did not close it. Never throws for what the bytes are.
 *
 * Who does not want to hold a file reads its chunks with `readChunk`: 64 KiB each, behind a header of 4 KiB.
 */
export function* readEvtx(bytes: Uint8Array): Generator<EvtxChunk> {
  const problem = headerProblem(bytes)
  if (problem !== undefined) yield { records: [], problems: [{ at: 0, message: problem }] }
  for (let at = HEADER_BYTES; at < bytes.length; at += CHUNK_BYTES) {
    yield readChunk(bytes.subarray(at, at + CHUNK_BYTES), at)
  }
}
