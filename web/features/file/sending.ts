import type { WorkHandle } from '../work/work-list.ts'

const running = new Map<string, WorkHandle>()
const watchers = new Set<() => void>()

function settle(): void {
  for (const watcher of watchers) watcher()
}

const stay = (event: BeforeUnloadEvent) => event.preventDefault()

/** Files that this page sends, by their id: leaving the page would break them off. */
export const sending = {
  begin(fileId: string, work: WorkHandle): void {
    if (running.size === 0) addEventListener('beforeunload', stay)
    running.set(fileId, work)
    settle()
  },
  end(fileId: string): void {
    running.delete(fileId)
    if (running.size === 0) removeEventListener('beforeunload', stay)
    settle()
  },
  find: (fileId: string): WorkHandle | undefined => running.get(fileId),
  watch(watcher: () => void): () => void {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  },
}
