import type { QueryStats } from './store.ts'

/** What several statements read, and how long they took one after the other. */
export function sumStats(all: readonly QueryStats[]): QueryStats {
  const sum = { rowsRead: 0n, bytesRead: 0n, elapsedMs: 0 }
  for (const { rowsRead, bytesRead, elapsedMs } of all) {
    sum.rowsRead += rowsRead
    sum.bytesRead += bytesRead
    sum.elapsedMs += elapsedMs
  }
  return sum
}
