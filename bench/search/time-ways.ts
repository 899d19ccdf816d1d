import { percentile } from '../percentile.ts'

export interface Times {
  p50: number
  p95: number
  all: readonly number[]
}

const WARM_UP = 3

/**
 * Milliseconds of each way to ask, in turns, so that what else the machine does hits all of them alike.
 * @param before done ahead of each turn, outside of the clock
 */
export async function timeWays<Way extends string>(
  ways: Readonly<Record<Way, () => Promise<unknown>>>,
  runs: number,
  before: () => Promise<unknown>,
): Promise<Record<Way, Times>> {
  const names = Object.keys(ways) as Way[]
  const times = new Map(names.map((name) => [name, [] as number[]]))
  for (let run = -WARM_UP; run < runs; run++) {
    for (const name of names) {
      await before()
      const started = performance.now()
      await ways[name]()
      if (run >= 0) times.get(name)?.push(performance.now() - started)
    }
  }
  return Object.fromEntries(names.map((name) => [name, timesOf(times.get(name) ?? [])])) as Record<Way, Times>
}

function timesOf(all: readonly number[]): Times {
  return { p50: percentile(all, 0.5), p95: percentile(all, 0.95), all }
}
