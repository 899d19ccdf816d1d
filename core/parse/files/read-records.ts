import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { readEvtxRecords } from './read-evtx-records.ts'
import { readLines } from './read-lines.ts'
import { sniff } from './sniff.ts'
import { splitJson } from './split-json.ts'

/** What a reader of records has to say besides them. */
export interface Listener {
  /** Bytes of the file as it lies on the disk were read. */
  onBytes(count: number): void
  /** Something was left out: a text for people. */
  onNote(note: string): void
}

const HEAD_BYTES = 4_096
// Longer texts are large objects to the engine, and decode at a quarter of the speed.
const CHUNK_BYTES = 64 * 1024
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf])

/**
 * The records of a log file in batches, whatever it is: lines, JSON in lines, an array or one object after the other
 * over several lines, Windows event logs (EVTX), any of them in gzip; UTF-8, or UTF-16 with a byte order mark.
 * Memory is bounded by a chunk and the longest record.
 */
export async function* readRecords(
  source: AsyncIterable<Buffer | string>,
  listener: Listener,
): AsyncGenerator<readonly string[]> {
  const { head, chunks } = await peek(counted(source, listener))
  if (head[0] === 0x1f && head[1] === 0x8b) {
    const inner = await peek(gunzipped(chunks))
    yield* recordsOf(inner.head, inner.chunks, listener)
  } else yield* recordsOf(head, chunks, listener)
}

async function* recordsOf(
  head: Buffer,
  chunks: AsyncIterable<Buffer>,
  { onNote }: Listener,
): AsyncGenerator<readonly string[]> {
  let cuts = 0
  const onCut = (): void => {
    cuts += 1
  }
  const { kind, encoding } = sniff(head)
  if (kind === 'binary') {
    onNote('left out: neither text nor EVTX nor gzip')
    return
  }
  if (kind === 'evtx') yield* readEvtxRecords(chunks, onNote)
  else if (kind === 'json') yield* splitJson(decoded(chunks, encoding), onCut)
  else if (encoding === 'utf-8') yield* readLines(chunks, onCut)
  else yield* readLines(decoded(chunks, encoding), onCut)
  if (cuts > 0) onNote(`${cuts} records were too long and judged by their beginning`)
}

async function* counted(
  source: AsyncIterable<Buffer | string>,
  { onBytes }: Listener,
): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    onBytes(bytes.length)
    yield bytes
  }
}

/** The first bytes, and a stream that still holds them. */
async function peek(
  source: AsyncGenerator<Buffer>,
): Promise<{ head: Buffer; chunks: AsyncGenerator<Buffer> }> {
  const first: Buffer[] = []
  let size = 0
  while (size < HEAD_BYTES) {
    const next = await source.next()
    if (next.done) break
    first.push(next.value)
    size += next.value.length
  }
  const bytes = Buffer.concat(first)
  const head = bytes.subarray(0, 3).equals(UTF8_MARK) ? bytes.subarray(3) : bytes
  async function* again(): AsyncGenerator<Buffer> {
    if (head.length > 0) yield head
    yield* source
  }
  return { head, chunks: again() }
}

async function* gunzipped(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES })
  // What goes wrong destroys the stream that is read here, which throws it.
  pipeline(Readable.from(chunks, { objectMode: false }), gunzip).catch(() => {})
  yield* gunzip
}

async function* decoded(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
