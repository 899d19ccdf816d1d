import { UnavailableError } from '../errors.ts'

interface GateOptions {
  atOnce: number
  mostWaiting: number
  patienceMs: number
}

export interface Gate {
  /** @throws UnavailableError when too many wait, or nobody leaves in time */
  pass<T>(work: () => Promise<T>): Promise<T>
}

/** Lets so many work at the same time, and others wait briefly, the first come first. */
export function createGate({ atOnce, mostWaiting, patienceMs }: GateOptions): Gate {
  let inside = 0
  const waiting = new Set<() => void>()

  function enter(): Promise<void> {
    if (inside < atOnce) {
      inside += 1
      return Promise.resolve()
    }
    if (waiting.size >= mostWaiting) return Promise.reject(new UnavailableError('Too many are waiting'))
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => {
        waiting.delete(go)
        reject(new UnavailableError(`Waited for ${patienceMs} ms in vain`))
      }, patienceMs)
      function go(): void {
        clearTimeout(patience)
        waiting.delete(go)
        resolve()
      }
      waiting.add(go)
    })
  }

  /** The place goes to who waits longest. */
  function leave(): void {
    const [next] = waiting
    if (next) next()
    else inside -= 1
  }

  return {
    async pass(work) {
      await enter()
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}
