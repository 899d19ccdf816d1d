'use client'

import { useSyncExternalStore } from 'react'

export interface ListedShortcut {
  key: string
  does: string
}

/** Keys that work on the page one is on, by who listens for them. */
const listeners = new Map<object, readonly ListedShortcut[]>()
const watchers = new Set<() => void>()
let listed: readonly ListedShortcut[] = []

function settle(): void {
  const byKey = new Map([...listeners.values()].flat().map((shortcut) => [shortcut.key, shortcut]))
  listed = [...byKey.values()]
  for (const watcher of watchers) watcher()
}

/** @returns takes them off the list */
export function listShortcuts(shortcuts: readonly ListedShortcut[]): () => void {
  const owner = {}
  listeners.set(owner, shortcuts)
  settle()
  return () => {
    listeners.delete(owner)
    settle()
  }
}

const NONE: readonly ListedShortcut[] = []

export function useListedShortcuts(): readonly ListedShortcut[] {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => listed,
    () => NONE,
  )
}
