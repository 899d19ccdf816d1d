import { CHUNK_BYTES, readChunk } from '#core/parse/evtx/read-chunk'
import { HEADER_BYTES, readEvtx } from '#core/parse/evtx/read-evtx'

const MOST_PROBLEMS = 3

/**
 * Records of a Windows event log, a chunk of it at a time, each as the line that `evtx_dump -o jsonl` would print.
 * @param onNote told what is broken; what can be read beside it is
 */
export async function* readEvtxRecords(
  source: AsyncIterable<Buffer>,
  onNote: (note: string) => void,
): AsyncGenerator<readonly string[]> {
  let at = 0
  let problems = 0
  for await (const bytes of inBlocks(source)) {
    for (const chunk of at === 0 ? readEvtx(bytes) : [readChunk(bytes, at)]) {
      for (const { at, message } of chunk.problems) {
        if (problems++ < MOST_PROBLEMS) onNote(`byte ${at}: ${message}`)
      }
      if (chunk.records.length > 0) yield chunk.records.map(({ event }) => JSON.stringify(event))
    }
    at += bytes.length
  }
  if (problems > MOST_PROBLEMS) onNote(`${problems - MOST_PROBLEMS} more places are broken`)
}

/** The header of the file, then its chunks, then what is left. */
async function* inBlocks(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  let size = 0
  let wanted = HEADER_BYTES
  for await (const part of source) {
    parts.push(part)
    size += part.length
    if (size < wanted) continue
    let bytes = Buffer.concat(parts)
    while (bytes.length >= wanted) {
      yield bytes.subarray(0, wanted)
      bytes = bytes.subarray(wanted)
      wanted = CHUNK_BYTES
    }
    parts = [bytes]
    size = bytes.length
  }
  if (size > 0) yield Buffer.concat(parts)
}
