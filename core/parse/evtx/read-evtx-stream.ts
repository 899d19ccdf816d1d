import type { EvtxChunk } from './evtx-record.ts'
import { CHUNK_BYTES, readChunk } from './read-chunk.ts'
import { FILE_HEADER_BYTES, readFileHeader } from './read-file-header.ts'

/**
 * As `readEvtx`, without the file in memory: one chunk is held at a time.
 * @param pieces of any size, such as a file's stream or an upload; not kept
 */
export async function* readEvtxStream(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<EvtxChunk> {
  const block = new Uint8Array(CHUNK_BYTES)
  let wanted = FILE_HEADER_BYTES
  let filled = 0
  let at = 0
  const read = (): EvtxChunk => {
    const bytes = block.subarray(0, filled)
    const chunk = at === 0 ? readFileHeader(bytes) : readChunk(bytes, at)
    at += filled
    filled = 0
    wanted = CHUNK_BYTES
    return chunk
  }
  for await (const piece of pieces) {
    for (let from = 0; from < piece.length; ) {
      const part = piece.subarray(from, from + wanted - filled)
      block.set(part, filled)
      filled += part.length
      from += part.length
      if (filled === wanted) yield read()
    }
  }
  if (filled > 0 || at === 0) yield read()
}
