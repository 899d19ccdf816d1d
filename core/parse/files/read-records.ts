import { gunzipped } from './gunzipped.ts'
import { packingOf } from './packing-of.ts'
import { peek } from './peek.ts'
import { recordsOf } from './records-of.ts'

/** What a reader of records has to say besides them. */
export interface Listener {
  /** Bytes of the file as it lies on the disk were read. */
  onBytes(count: number): void
  /** Something was left out: a text for people. */
  onNote(note: string): void
}

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
  const { onNote } = listener
  if (packingOf(head) === 'gzip') {
    const inner = await peek(gunzipped(chunks))
    yield* recordsOf(inner.head, inner.chunks, onNote)
  } else yield* recordsOf(head, chunks, onNote)
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
