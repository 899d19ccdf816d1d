import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** Waits while the reader is slow; tells when it has gone. */
export interface LineWriter {
  /** @returns false when nobody reads any more */
  write(text: string): Promise<boolean>
  close(): void
}

export function createLineWriter(stream: Writable): LineWriter {
  let gone = false
  const leave = (): void => {
    gone = true
  }
  stream.on('error', leave)
  stream.on('close', leave)
  return {
    async write(text) {
      if (gone) return false
      if (!stream.write(text)) {
        const wait = new AbortController()
        const { signal } = wait
        await Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal })]).catch(
          leave,
        )
        wait.abort()
      }
      return !gone
    },
    close() {
      stream.off('error', leave)
      stream.off('close', leave)
    },
  }
}
