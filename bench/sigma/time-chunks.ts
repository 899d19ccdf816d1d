/** What is timed on a chunk of lines; each may use what those before it left. */
export interface Phase<State> {
  name: string
  run(state: State): void
}

/**
 * Microseconds a line by phase. The phases take turns on each chunk, as the pipeline's stages do, and of some rounds
 * over all lines the fastest of each chunk counts: what the machine did besides hits no phase more than another.
 */
export function timeChunks<State>(
  chunks: readonly (readonly Buffer[])[],
  rounds: number,
  open: (raws: readonly string[]) => State,
  phases: readonly Phase<State>[],
): ReadonlyMap<string, number> {
  const lines = chunks.reduce((sum, { length }) => sum + length, 0)
  const fastest = new Map(
    phases.map(({ name }) => [name, new Float64Array(chunks.length).fill(Number.POSITIVE_INFINITY)]),
  )
  for (let round = 0; round < rounds; round++) {
    for (const [chunk, bytes] of chunks.entries()) {
      const raws = bytes.map((line) => line.toString())
      const state = open(raws)
      for (const { name, run } of phases) {
        const start = performance.now()
        run(state)
        const times = fastest.get(name)
        if (times) times[chunk] = Math.min(times[chunk] ?? 0, performance.now() - start)
      }
    }
  }
  return new Map(
    [...fastest].map(([name, times]) => [name, (times.reduce((sum, time) => sum + time, 0) * 1000) / lines]),
  )
}
