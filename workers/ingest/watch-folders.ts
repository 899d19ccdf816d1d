import { type FSWatcher, watch } from 'node:fs'
import { basename, dirname } from 'node:path'

interface WatchOptions {
  /** Something may have changed: called once it is quiet again, and now and then in case nobody told us. */
  onChange: () => void
  /** Milliseconds. */
  quietMs?: number
  pollMs?: number
}

export interface FolderWatch {
  /** These folders, those below them not included, and this file, and no others from now on. */
  follow(folders: Iterable<string>, file?: string): void
  close(): void
}

/** Someone who writes without end does not put a change off for longer, in milliseconds. */
const PATIENCE_MS = 3_000
/** The system's limit is for all programs together. */
const MOST_FOLDERS = 4_000

/**
 * Watches folders one by one, for that is the same everywhere; a file is changed, renamed into place or removed, and a
 * checkout does so to thousands: all of that is one change. File systems that tell nothing are looked at by the clock.
 */
export function watchFolders({ onChange, quietMs = 250, pollMs = 10_000 }: WatchOptions): FolderWatch {
  const watchers = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | undefined
  let since = 0

  function stir(): void {
    if (timer === undefined) since = performance.now()
    else if (performance.now() - since > PATIENCE_MS) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      timer = undefined
      onChange()
    }, quietMs)
  }

  function forget(folder: string): void {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }

  function begin(folder: string, only: string | undefined): void {
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) => {
        if (only === undefined || name === null || name === only) stir()
      })
      watcher.on('error', () => forget(folder))
      watchers.set(folder, watcher)
    } catch {
      // No more watches to be had, or gone this moment: the clock looks after it.
    }
  }

  const poll = setInterval(onChange, pollMs)
  return {
    follow(folders, file) {
      // A file is watched by its folder: it may be replaced by another of its name.
      const wanted = new Map<string, string | undefined>(file ? [[dirname(file), basename(file)]] : [])
      for (const folder of [...folders].slice(0, MOST_FOLDERS)) wanted.set(folder, undefined)
      for (const folder of watchers.keys()) if (!wanted.has(folder)) forget(folder)
      for (const [folder, only] of wanted) if (!watchers.has(folder)) begin(folder, only)
    },
    close() {
      clearInterval(poll)
      clearTimeout(timer)
      for (const folder of [...watchers.keys()]) forget(folder)
    },
  }
}
