import type { Readable, Writable } from 'node:stream'

export interface Io {
  stdin: Readable
  stdout: Writable
  stderr: Writable
}

/** @returns the exit code: 0 done, 1 failed, 2 wrong use */
export type Verb = (args: string[], io: Io) => Promise<number>
