import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type StoreConnection } from '#core/store/connection'
import { type Copying, copyEvents } from './copy-events.ts'

const EVERY_MS = 500
/** Numbers that no copy of the load has. */
const FIRST_COPY = 1_000_000

export interface Insertion {
  /** @returns copies a second */
  stop(): Promise<number>
}

/** Inserts a copy of the rows every half second, their times those of that half second; late, it catches up. */
export function keepInserting(store: StoreConnection, copying: Omit<Copying, 'copy' | 'span'>): Insertion {
  const client = connect(store)
  const started = performance.now()
  let stopping = false
  let copies = 0

  async function run(): Promise<void> {
    while (!stopping) {
      const now = Date.now()
      const span = { from: now - EVERY_MS, to: now }
      await copyEvents(client, { ...copying, copy: FIRST_COPY + copies, span })
      copies += 1
      await sleep(Math.max(0, started + copies * EVERY_MS - performance.now()))
    }
  }
  const running = run()
  // Thrown where it is waited for.
  running.catch(() => {})

  return {
    async stop() {
      stopping = true
      await running
      const perSecond = (copies * 1000) / (performance.now() - started)
      await client.close()
      return perSecond
    },
  }
}
