import { crc32 } from './crc32.ts'
import type { EvtxChunk } from './evtx-record.ts'

/** Behind them the first chunk begins. */
export const FILE_HEADER_BYTES = 4_096
const SIGNATURE = 'ElfFile\0'

/** @param bytes at least the first eight of a file */
export function isEvtx(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', 0, 8) === SIGNATURE
}

function problem(bytes: Uint8Array): string | undefined {
  if (!isEvtx(bytes)) return 'no EVTX file begins here: chunks looked for all the same'
  if (bytes.length < FILE_HEADER_BYTES) return 'the file ends inside its header'
  const sum = new DataView(bytes.buffer, bytes.byteOffset).getUint32(124, true)
  return crc32(bytes.subarray(0, 120)) === sum
    ? undefined
    : 'checksum of the file header is wrong: read all the same'
}

/**
 * What is wrong with the header. Nothing else in it is of use: how many chunks there are the file knows better, because
 * the header is old where Windows did not close it.
 */
export function readFileHeader(bytes: Uint8Array): EvtxChunk {
  const message = problem(bytes)
  return { records: [], problems: message === undefined ? [] : [{ at: 0, message }] }
}
