import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { getAlert } from '#core/records/alerts/get-alert'
import { createRecords } from '#core/records/create-records'
import { parseSearch } from '#core/search/parse-search'
import { createSignals } from '#core/signals/create-signals'
import { createStore } from '#core/store/create-store'
import { fieldValues } from '#core/store/queries/field-values'
import type { Store } from '#core/store/store'
import type { TenantScope } from '#core/tenant/tenant-scope'
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

const PROBE = 'probe-'
const MOST_VALUES = 1_000

/** A log-in that a rule answers to, under a name nobody had before: one event, one alert. */
async function createProbe(stack: Stack) {
  const store = createStore(stack.store)
  const records = createRecords({ url: stack.postgresUrl, maxConnections: 2 })
  const signals = createSignals({ POSTGRES_URL: stack.postgresUrl, REDIS_URL: undefined })
  const found = new Map<string, number>()
  const announced = new Map<string, number>()
  signals.subscribe('alertRaised', async ({ alertId }) => {
    const at = performance.now()
    const alert = await getAlert(records, stack.scope, alertId)
    if (alert) announced.set(alert.entity.value, announced.get(alert.entity.value) ?? at)
  })
  const ending = new AbortController()
  const looking = lookForProbes(store, stack.scope, found, ending.signal)

  return {
    async once(): Promise<Latency> {
      const name = `${PROBE}${randomUUID().slice(0, 8)}`
      const sentAt = performance.now()
      await send(stack, [
        `<86>Nov 23 10:00:00 ${name} sudo:  eve : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/usr/bin/cat /etc/shadow`,
      ])
      const [searchable, alert] = await Promise.all([until(found, name), until(announced, name)])
      return { searchable: searchable - sentAt, alert: alert - sentAt }
    },
    async close() {
      ending.abort()
      await looking
      await Promise.all([store.close(), signals.close(), records.close()])
    },
  }
}

/** One search for all probes: a search for each would be a load that grows with what is late. */
async function lookForProbes(
  store: Store,
  scope: TenantScope,
  found: Map<string, number>,
  signal: AbortSignal,
): Promise<void> {
  const search = parseSearch(`host.name:${PROBE}*`)
  if (!search.ok) throw new Error('Probes cannot be searched for')
  while (!signal.aborted) {
    const query = { range: ALL_TIME, search: search.tree }
    const seen = await fieldValues(store, scope, query, 'host.name', MOST_VALUES)
    const at = performance.now()
    for (const { value } of seen) found.set(value, found.get(value) ?? at)
    await sleep(POLL_MS)
  }
}

/** @returns when it was seen, on the clock of `performance.now` */
async function until(seen: ReadonlyMap<string, number>, name: string): Promise<number> {
  for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline; await sleep(POLL_MS)) {
    const at = seen.get(name)
    if (at !== undefined) return at
  }
  throw new Error('A probe did not arrive')
}
