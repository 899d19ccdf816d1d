import { setImmediate } from 'node:timers/promises'

interface ReadTogether {
  read<Answer>(ask: () => Promise<Answer>): Promise<Answer>
  /** When all that was asked for is there, or failed. */
  finished(): Promise<void>
}

/** Knows when the parts of an answer are there that its fields ask for, each by itself. */
export function createReadTogether(): ReadTogether {
  const asked: Promise<unknown>[] = []
  return {
    read(ask) {
      const answer = ask()
      asked.push(answer)
      return answer
    },
    async finished() {
      // By then each field of the selection has asked for its part, whichever comes first in it.
      await setImmediate()
      await Promise.allSettled(asked)
    },
  }
}
