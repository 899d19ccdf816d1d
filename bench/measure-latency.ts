import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { getAlert } from '#core/records/alerts/get-alert'
import { createRecords } from '#core/records/create-records'
import { parseSearch } from '#core/search/parse-search'
import { createSignals } from '#core/signals/create-signals'
import { createStore } from '#core/store/create-store'
import { countEvents } from '#core/store/queries/count-events'
import { percentile } from './percentile.ts'
import { send } from './send-batches.ts'
import type { Stack } from './start-stack.ts'

const PROBES = 40
const PROBE_EVERY_MS = 500
const LOAD_EVERY_MS = 250
const POLL_MS = 25
const PATIENCE_MS = 30_000
const ALL_TIME = { from: 0n, to: 9_000_000_000_000_000_000n }

interface Latency {
  searchable: number
  alert: number
}

/** p95 in milliseconds, from the request to the door until a search finds the event and until the alert is announced. */
export async function measureLatency(
  stack: Stack,
  lines: readonly string[],
  eventsPerSecond: number,
): Promise<Latency> {
  const load = startLoad(stack, lines, eventsPerSecond)
  const probe = await createProbe(stack)
  const pending: Promise<Latency>[] = []
  try {
    await sleep(2_000)
    for (let index = 0; index < PROBES; index++) {
      pending.push(probe.once())
      await sleep(PROBE_EVERY_MS)
    }
    const seen = await Promise.all(pending)
    return {
      searchable: percentile(
        seen.map(({ searchable }) => searchable),
        0.95,
      ),
      alert: percentile(
        seen.map(({ alert }) => alert),
        0.95,
      ),
    }
  } finally {
    await load.stop()
    await probe.close()
  }
}

/** Sends at a steady rate, whatever the door answers in the meantime. */
function startLoad(
  stack: Stack,
  lines: readonly string[],
  eventsPerSecond: number,
): { stop(): Promise<void> } {
  const perTick = Math.round((eventsPerSecond * LOAD_EVERY_MS) / 1000)
  const sent: Promise<void>[] = []
  let at = 0
  const timer = setInterval(() => {
    sent.push(send(stack, lines.slice(at, at + perTick)))
    at = at + 2 * perTick > lines.length ? 0 : at + perTick
  }, LOAD_EVERY_MS)
  return {
    async stop() {
      clearInterval(timer)
      await Promise.all(sent)
    },
  }
}

/** A log-in that a rule answers to, under a name nobody had before: one event, one alert. */
async function createProbe(stack: Stack) {
  const store = createStore(stack.store)
  const records = createRecords({ url: stack.postgresUrl, maxConnections: 2 })
  const signals = createSignals({ POSTGRES_URL: stack.postgresUrl, REDIS_URL: undefined })
  const announced = new Map<string, number>()
  signals.subscribe('alertRaised', async ({ alertId }) => {
    const at = performance.now()
    const alert = await getAlert(records, stack.scope, alertId)
    if (alert) announced.set(alert.entity.value, announced.get(alert.entity.value) ?? at)
  })

  return {
    async once(): Promise<Latency> {
      const name = `probe-${randomUUID().slice(0, 8)}`
      const sentAt = performance.now()
      await send(stack, [
        `<86>Nov 23 10:00:00 ${name} sudo:  eve : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/usr/bin/cat /etc/shadow`,
      ])
      const search = parseSearch(`host.name:${name}`)
      if (!search.ok) throw new Error('The probe cannot be searched for')
      const query = { range: ALL_TIME, search: search.tree }
      const [searchable, alert] = await Promise.all([
        until(async () => (await countEvents(store, stack.scope, query)) > 0n),
        until(async () => announced.has(name)).then(() => announced.get(name) ?? Number.NaN),
      ])
      return { searchable: searchable - sentAt, alert: alert - sentAt }
    },
    async close() {
      await Promise.all([store.close(), signals.close(), records.close()])
    },
  }
}

/** @returns when it came true, on the clock of `performance.now` */
async function until(isTrue: () => Promise<boolean>): Promise<number> {
  const deadline = performance.now() + PATIENCE_MS
  while (performance.now() < deadline) {
    if (await isTrue()) return performance.now()
    await sleep(POLL_MS)
  }
  throw new Error('A probe did not arrive')
}
