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

/**
 * Reads a request body into memory and decompresses it; never holds more than twice the limit.
 * @throws Reject too_large, unsupported, malformed, busy
 */
export async function readBody(stream: Readable, options: BodyOptions): Promise<Body> {
  const { limit, budget } = options
  const gzip = isGzip(options.encoding)
  if (Number(options.length) > limit) throw tooLarge(limit)
  let held = 0
  const hold = (bytes: number) => {
    if (!budget.take(bytes)) throw new Reject('busy', 'Too many requests are being read: try again')
    held += bytes
  }
  const release = () => {
    budget.give(held)
    held = 0
  }
  try {
    const sent = await collect(stream, limit, hold)
    if (!gzip) return { bytes: sent, release }
    const bytes = await decompress(sent, limit)
    hold(bytes.length)
    return { bytes, release }
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

async function decompress(bytes: Buffer, limit: number): Promise<Buffer> {
  try {
    return await inflate(bytes, { maxOutputLength: limit })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    throw code === 'ERR_BUFFER_TOO_LARGE'
      ? tooLarge(limit)
      : new Reject('malformed', 'The body is not gzip, though Content-Encoding says so')
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
