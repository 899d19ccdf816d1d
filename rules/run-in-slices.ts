import { setImmediate as yieldToOthers } from 'node:timers/promises'

/** Milliseconds of work at a time. */
const SLICE_MS = 10

/** Work in steps, a little at a time: who does it has sockets to look at meanwhile. */
export async function runInSlices<Result>(steps: Generator<undefined, Result>): Promise<Result> {
  let since = performance.now()
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    if (performance.now() - since < SLICE_MS) continue
    await yieldToOthers()
    since = performance.now()
  }
}
