'use client'

import { useSyncExternalStore } from 'react'

const watchers = new Set<() => void>()
let changes = 0

/** Something was pinned, tagged or noted here: what shows it asks again. */
export function noteKept(): void {
  changes += 1
  for (const watcher of watchers) watcher()
}

/** Counts what was kept and let go on this page load. */
export function useKeptChanges(): number {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => changes,
    () => 0,
  )
}
