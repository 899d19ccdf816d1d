import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { z } from 'zod'

const pack = promisify(gzip)

/** Big enough to fill an insert, small beside the door's limit. */
export const BLOCK_BYTES = 4 * 1024 * 1024
const CONCURRENCY = 4
const TRIES = 10
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 15_000
const PATIENCE_MS = 60_000
const RETRYABLE = new Set([429, 502, 503, 504])
const LF = 0x0a

export interface Sent {
  /** Records acknowledged. */
  accepted: number
  /** Bytes of the blocks, uncompressed. */
  bytes: number
  requests: number
  retries: number
}

export interface SendOptions {
  /** Of the server: `http://127.0.0.1:4000`. */
  url: string
  token: string
  /** Judged and stored, its alerts flagged and not notified. */
  backfill?: boolean
  /** Requests at the same time. */
  concurrency?: number
  signal?: AbortSignal
  onProgress?: (sent: Readonly<Sent>) => void
}

const answerSchema = z.object({ accepted: z.number() })
const refusalSchema = z.object({ error: z.object({ message: z.string() }) })

/**
 * Sends lines through the ingest endpoint. Insists while the door is busy or away; a request that broke off without an
 * answer is sent again under the same key, so that the door stores it once.
 * @throws Error when the door refuses, or does not answer for minutes
 */
export function sendLines({ lines, ...options }: SendOptions & { lines: Iterable<string> }): Promise<Sent> {
  return sendBlocks({ ...options, blocks: blocksOf(lines) })
}

function* blocksOf(lines: Iterable<string>): Generator<Buffer> {
  let parts: string[] = []
  let size = 0
  for (const line of lines) {
    parts.push(line)
    size += line.length + 1
    if (size < BLOCK_BYTES) continue
    yield Buffer.from(parts.join('\n'))
    parts = []
    size = 0
  }
  if (parts.length > 0) yield Buffer.from(parts.join('\n'))
}

/** Blocks of whole lines: see `sendLines`. */
export async function sendBlocks(
  options: SendOptions & { blocks: Iterable<Buffer> | AsyncIterable<Buffer> },
): Promise<Sent> {
  const { blocks, concurrency = CONCURRENCY, onProgress } = options
  const sent: Sent = { accepted: 0, bytes: 0, requests: 0, retries: 0 }
  const flying = new Set<Promise<void>>()
  let failure: unknown
  for await (const block of blocks) {
    const flight = sendBlock(options, block, sent)
      .then(() => onProgress?.(sent))
      .catch((error: unknown) => {
        failure ??= error
      })
      .finally(() => flying.delete(flight))
    flying.add(flight)
    if (flying.size >= concurrency) await Promise.race(flying)
    if (failure) break
  }
  await Promise.all(flying)
  if (failure) throw failure
  return sent
}

async function sendBlock(options: SendOptions, block: Buffer, sent: Sent): Promise<void> {
  const body = await pack(block, { level: 1 })
  const key = crypto.randomUUID()
  for (let attempt = 1; ; attempt++) {
    options.signal?.throwIfAborted()
    const response = await post(options, body, key).catch((error: unknown) => {
      if (options.signal?.aborted || attempt === TRIES) throw unreachable(options.url, error)
      return undefined
    })
    if (response?.status === 202) {
      sent.accepted += answerSchema.parse(await response.json()).accepted
      sent.bytes += block.length
      sent.requests += 1
      return
    }
    if (response?.status === 413 && lastLineEnd(block) > 0) return sendHalves(options, block, sent)
    if (response && (!RETRYABLE.has(response.status) || attempt === TRIES)) throw await refusal(response)
    await response?.body?.cancel()
    sent.retries += 1
    await sleep(pauseBefore(attempt, response), undefined, options.signal ? { signal: options.signal } : {})
  }
}

function post(
  { url, token, backfill = false, signal }: SendOptions,
  body: Buffer,
  key: string,
): Promise<Response> {
  const patience = AbortSignal.timeout(PATIENCE_MS)
  return fetch(new URL('/ingest/v1/events', url), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'text/plain',
      'content-encoding': 'gzip',
      'idempotency-key': key,
      ...(backfill ? { 'x-nightjar-backfill': 'true' } : {}),
    },
    body: new Uint8Array(body),
    signal: signal ? AbortSignal.any([signal, patience]) : patience,
  })
}

/** The door takes less at once: two blocks cut at a line end in the middle. */
async function sendHalves(options: SendOptions, block: Buffer, sent: Sent): Promise<void> {
  const middle = block.lastIndexOf(LF, block.length >> 1)
  const cut = middle > 0 ? middle : lastLineEnd(block)
  await sendBlock(options, block.subarray(0, cut), sent)
  await sendBlock(options, block.subarray(cut + 1), sent)
}

/** @returns the offset of a line end with something behind it; -1 when the block is one line */
function lastLineEnd(block: Buffer): number {
  return block.lastIndexOf(LF, block.length - 2)
}

function pauseBefore(attempt: number, response: Response | undefined): number {
  const asked = Number(response?.headers.get('retry-after') ?? 0) * 1_000
  const own = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS)
  return Math.min(Math.max(asked, own), LONGEST_PAUSE_MS) * (1 + Math.random() / 2)
}

async function refusal(response: Response): Promise<Error> {
  const body = refusalSchema.safeParse(await response.json().catch(() => undefined))
  const why = body.success ? body.data.error.message : response.statusText
  return new Error(`The door answered ${response.status}: ${why}`)
}

function unreachable(url: string, cause: unknown): Error {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause)
  return new Error(`${url} does not answer: ${inner}`, { cause })
}
