import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Budget } from './create-budget.ts'
import { Reject } from './reject.ts'

const inflate = promisify(gunzip)

interface BodyOptions {
  /** `Content-Encoding` */
  encoding: string | undefined
  /** `Content-Length`, where the client gives one */
  length: string | undefined
  /** Most bytes, before and after decompression. */
  limit: number
  budget: Budget
}

export interface Body {
  bytes: Buffer
  /** Gives the held bytes back to the budget. */
  release(): void
}

/** Deflate makes no more of a byte than this. */
const MOST_RATIO = 1_032
/** Room behind the last byte: zlib asks for another buffer as soon as one is full. */
const SLACK = 64

/**
 * Reads a request body into memory and decompresses it. The budget holds all of it, what decompression needs before
 * it begins: a small body may become a very large one.
 * @throws Reject too_large, unsupported, malformed, busy
 */
export async function readBody(stream: Readable, options: BodyOptions): Promise<Body> {
  const { limit, budget } = options
  const gzip = isGzip(options.encoding)
  if (Number(options.length) > limit) throw tooLarge(limit)
  let held = 0
  const giveBack = (bytes: number) => {
    budget.give(bytes)
    held -= bytes
  }
  const hold = (bytes: number) => {
    if (!budget.take(bytes)) throw new Reject('busy', 'Too many requests are being read: try again')
    held += bytes
  }
  const release = () => giveBack(held)
  try {
    const sent = await collect(stream, limit, hold)
    if (!gzip) return { bytes: sent, release }
    return { bytes: await decompress(sent, limit, { hold, giveBack }), release }
  } catch (error) {
    release()
    throw error
  }
}

async function collect(stream: Readable, limit: number, hold: (bytes: number) => void): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    // Not destroyed on the way out: the answer goes over the same connection.
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
      size += chunk.length
      if (size > limit) throw tooLarge(limit)
      hold(chunk.length)
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof Reject) throw error
    throw new Reject('malformed', 'The request ended before its body')
  }
  const [only] = chunks
  return chunks.length === 1 && only ? only : Buffer.concat(chunks, size)
}

interface Hold {
  hold(bytes: number): void
  giveBack(bytes: number): void
}

async function decompress(bytes: Buffer, limit: number, { hold, giveBack }: Hold): Promise<Buffer> {
  const most = Math.min(limit, bytes.length * MOST_RATIO)
  const claimed = claimedSize(bytes)
  if (claimed <= most) {
    // In one piece: there is no moment at which pieces and whole are held.
    hold(claimed)
    const plain = await gunzipTo(bytes, claimed, claimed + SLACK)
    if (plain) return plain
    giveBack(claimed)
  }
  // Several members one after the other, or a lie: as much as there can be, and once more to put the pieces together.
  hold(2 * most)
  const plain = await gunzipTo(bytes, most)
  if (!plain) throw tooLarge(limit)
  giveBack(2 * most - plain.length)
  return plain
}

/** What the trailer says about the last member, which most often is the only one (RFC 1952). */
function claimedSize(bytes: Buffer): number {
  return bytes.length < 4 ? 0 : bytes.readUInt32LE(bytes.length - 4)
}

/** @returns undefined when there is more. @throws Reject malformed */
async function gunzipTo(bytes: Buffer, most: number, chunkSize = 64 * 1024): Promise<Buffer | undefined> {
  try {
    // Zero would mean no limit.
    return await inflate(bytes, { maxOutputLength: Math.max(1, most), chunkSize })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ERR_BUFFER_TOO_LARGE') return undefined
    throw new Reject('malformed', 'The body is not gzip, though Content-Encoding says so')
  }
}

function isGzip(encoding: string | undefined): boolean {
  const name = encoding?.trim().toLowerCase() ?? ''
  if (name === '' || name === 'identity') return false
  if (name === 'gzip' || name === 'x-gzip') return true
  throw new Reject('unsupported', 'Content-Encoding must be gzip or left out')
}

function tooLarge(limit: number): Reject {
  return new Reject('too_large', `The body is larger than ${limit} bytes: send it in parts`)
}
