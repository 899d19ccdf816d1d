/** Something long that was started on this page: it goes on while one looks elsewhere. */
export interface Work {
  id: number
  title: string
  state: 'running' | 'done' | 'failed' | 'cancelled'
  /** How far it is, or what became of it. */
  note: string
  /** Milliseconds since the epoch. */
  since: number
  ended: number | undefined
  /** Lasts longer than a blink, or failed. */
  listed: boolean
}

export interface WorkHandle {
  /** Aborted when somebody cancels it. */
  signal: AbortSignal
  tell(note: string): void
  end(state: 'done' | 'failed', note: string): void
  cancel(): void
}

const QUICK = 1000
const MOST_ENDED = 20

/** Held by the page, not by a view: going from tenant to tenant ends nothing. */
export function createWorkList(now: () => number = Date.now) {
  let works: readonly Work[] = []
  let last = 0
  const watchers = new Set<() => void>()
  const controls = new Map<number, AbortController>()

  function settle(next: readonly Work[]): void {
    works = next
    for (const watcher of watchers) watcher()
  }
  function change(id: number, change: Partial<Work>): void {
    settle(works.map((work) => (work.id === id ? { ...work, ...change } : work)))
  }
  function end(id: number, state: Exclude<Work['state'], 'running'>, note: string): void {
    const work = works.find((one) => one.id === id)
    if (work?.state !== 'running') return
    controls.delete(id)
    const ended = now()
    const listed = work.listed || state === 'failed' || ended - work.since >= QUICK
    change(id, { state, note, ended, listed })
    const over = works.filter((one) => one.state !== 'running').slice(0, -MOST_ENDED)
    if (over.length > 0 || !listed)
      settle(works.filter((one) => !over.includes(one) && (listed || one.id !== id)))
  }

  function cancel(id: number): void {
    const control = controls.get(id)
    end(id, 'cancelled', 'Cancelled')
    control?.abort()
  }

  return {
    start(title: string, note: string): WorkHandle {
      const id = ++last
      const control = new AbortController()
      controls.set(id, control)
      const fresh: Work = { id, title, note, state: 'running', since: now(), ended: undefined, listed: false }
      settle([...works, fresh])
      setTimeout(() => change(id, { listed: true }), QUICK)
      return {
        signal: control.signal,
        tell: (text) => change(id, { note: text }),
        end: (state, text) => end(id, state, text),
        cancel: () => cancel(id),
      }
    },
    cancel,
    forget(id: number): void {
      settle(works.filter((work) => work.id !== id || work.state === 'running'))
    },
    read: () => works,
    watch(watcher: () => void): () => void {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}
