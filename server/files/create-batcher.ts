import type { OpeningLines } from '#core/parse/files/opening-lines'
import type { Part } from './split-protocol.ts'

/** The first payloads are small, so that verdicts come soon; later ones save work. */
const FIRST_RECORDS = 500
const MOST_RECORDS = 5_000
const MOST_BYTES = 4 * 1024 * 1024
/** Of a slow sender nothing waits longer than this for company. */
const MOST_MS = 1_000

interface Waiting {
  member: string
  opening: readonly string[]
  records: Buffer[]
}

export interface Batcher {
  /** @param opening of the member; told of each record behind it */
  add(member: string, opening: OpeningLines, records: readonly string[]): Promise<void>
  /** Sends what waits. */
  flush(): Promise<void>
}

/** Gathers records into batches of the size of a payload. @param send waited for before more is gathered */
export function createBatcher(
  send: (parts: Part[]) => Promise<void>,
  now: () => number = () => performance.now(),
): Batcher {
  let waiting: Waiting[] = []
  let count = 0
  let bytes = 0
  let most = FIRST_RECORDS
  let since = now()

  async function flush(): Promise<void> {
    since = now()
    if (count === 0) return
    const parts = waiting.map(packed)
    waiting = []
    count = 0
    bytes = 0
    most = Math.min(most * 2, MOST_RECORDS)
    await send(parts)
    since = now()
  }

  function partOf(member: string, opening: OpeningLines): Waiting {
    const last = waiting.at(-1)
    if (last?.member === member) return last
    const part = { member, opening: opening.lines(), records: [] }
    waiting.push(part)
    return part
  }

  return {
    flush,
    async add(member, opening, records) {
      for (const record of records) {
        const line = Buffer.from(record)
        if (count > 0 && bytes + line.length > MOST_BYTES) await flush()
        partOf(member, opening).records.push(line)
        opening.take(record)
        count += 1
        bytes += line.length
        if (count >= most) await flush()
      }
      if (now() - since >= MOST_MS) await flush()
    },
  }
}

function packed({ member, opening, records }: Waiting): Part {
  const lengths = Uint32Array.from(records, (record) => record.length)
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0))
  let at = 0
  for (const record of records) {
    bytes.set(record, at)
    at += record.length
  }
  return { member, opening, bytes, lengths }
}
