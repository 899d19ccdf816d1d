import type { EvtxChunk } from './evtx-record.ts'
import { CHUNK_BYTES, readChunk } from './read-chunk.ts'
import { FILE_HEADER_BYTES, readFileHeader } from './read-file-header.ts'

/**
 * Reads a binary Windows event log: first what is wrong with its header, then chunk after chunk in the order of the
 * file. Bad bytes never throw.
 */
export function* readEvtx(bytes: Uint8Array): Generator<EvtxChunk> {
  yield readFileHeader(bytes.subarray(0, FILE_HEADER_BYTES))
  for (let at = FILE_HEADER_BYTES; at < bytes.length; at += CHUNK_BYTES) {
    yield readChunk(bytes.subarray(at, at + CHUNK_BYTES), at)
  }
}
