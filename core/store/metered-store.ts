import type { QueryStats, Store } from './store.ts'

interface Metered {
  store: Store
  /** Of all that was read so far. */
  stats(): QueryStats
}

/** The same store, and what answers of several statements cost together. */
export function meteredStore(store: Store, onRead?: () => void): Metered {
  const sum: QueryStats = { rowsRead: 0n, bytesRead: 0n, elapsedMs: 0 }
  return {
    store: {
      ...store,
      async read(scope, statement) {
        onRead?.()
        const answer = await store.read(scope, statement)
        sum.rowsRead += answer.stats.rowsRead
        sum.bytesRead += answer.stats.bytesRead
        sum.elapsedMs += answer.stats.elapsedMs
        return answer
      },
    },
    stats: () => ({ ...sum }),
  }
}
