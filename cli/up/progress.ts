import type { Writable } from 'node:stream'

/** One line per step, with its seconds: what a person watches while Nightjar starts. */
export interface Progress {
  step<T>(name: string, work: () => Promise<T>): Promise<T>
  note(text: string): void
}

export function createProgress(out: Writable): Progress {
  return {
    async step(name, work) {
      const started = performance.now()
      out.write(`  ${name} ...\n`)
      const result = await work()
      out.write(`  ${name}: ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
      return result
    },
    note: (text) => void out.write(`  ${text}\n`),
  }
}
