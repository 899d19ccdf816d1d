/** Records, and their bytes, between two looks at the sockets: some fifty milliseconds of ordinary logs. */
const CHUNK = 2_000
const CHUNK_BYTES = 1024 * 1024

/** Some records at a time; one larger than a chunk is one by itself. */
export function* chunksOf<Record extends { bytes: Buffer }>(records: Iterable<Record>): Generator<Record[]> {
  let chunk: Record[] = []
  let bytes = 0
  for (const record of records) {
    const size = record.bytes.length
    if (chunk.length > 0 && (chunk.length >= CHUNK || bytes + size > CHUNK_BYTES)) {
      yield chunk
      chunk = []
      bytes = 0
    }
    chunk.push(record)
    bytes += size
  }
  if (chunk.length > 0) yield chunk
}
