import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'

// Longer texts are large objects to the engine, and decode at a quarter of the speed.
const CHUNK_BYTES = 64 * 1024

/** What is in gzip, member after member. @throws Error of zlib where it is broken or ends too early */
export async function* gunzipped(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES })
  // What goes wrong destroys the stream that is read here, which throws it.
  pipeline(Readable.from(chunks, { objectMode: false }), gunzip).catch(() => {})
  yield* gunzip
}
