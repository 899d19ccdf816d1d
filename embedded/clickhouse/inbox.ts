import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export class BodyTooLargeError extends Error {}

/** Folder only the owner reads, through which the rows of inserts reach the engine. */
export interface Inbox {
  /** Writes a body to a file, hands its path over and removes it afterwards. */
  withFile<T>(inline: string, body: Readable, use: (path: string) => Promise<T>): Promise<T>
}

/** Empties what a killed process left behind. */
export async function openInbox(folder: string, maxBytes: number): Promise<Inbox> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return {
    async withFile(inline, body, use) {
      const path = join(folder, randomUUID())
      try {
        const file = createWriteStream(path, { mode: 0o600, flags: 'wx' })
        if (inline !== '') file.write(inline)
        await pipeline(body, limit(maxBytes), file)
        return await use(path)
      } finally {
        await rm(path, { force: true })
      }
    },
  }
}

/** Passes bytes on until there are too many. */
export function limit(maxBytes: number): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      if (seen > maxBytes) done(new BodyTooLargeError(`Body larger than ${maxBytes} bytes`))
      else done(null, chunk)
    },
  })
}
