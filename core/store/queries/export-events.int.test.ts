import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshClickHouse } from '../../../e2e/testkit/fresh-clickhouse.ts'
import type { Event } from '../../event/event.ts'
import { parseSearch } from '../../search/parse-search.ts'
import { grantScope } from '../../tenant/grant-scope.ts'
import { insertEvents } from '../insert-events.ts'
import type { Store } from '../store.ts'
import { exportEvents } from './export-events.ts'

const EVENTS = 25_000
const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()].sort() as [string, string, string]
const range = { from: 0n, to: 1_000_000n }

function eventsOf(tenantId: string): Event[] {
  return Array.from({ length: EVENTS }, (_, n) => ({
    ...{ eventId: randomUUID(), tenantId, sourceId: tenantId, site: '', payloadId: tenantId, position: n },
    // Moments of three events each: pages end within one.
    ...{ received: Date.now(), time: BigInt(Math.floor(n / 3)), parser: 'json@1', backfill: false },
    ...{ raw: `line ${n}`, fields: { 'user.name': n % 2 ? 'root' : 'alice' } },
  }))
}

let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
beforeAll(async () => {
  clickhouse = await freshClickHouse()
  for (const tenantId of [first, second, third])
    await insertEvents(clickhouse.store, tenantId, eventsOf(tenantId))
})
afterAll(() => clickhouse.drop())

/** The same store, and what it was asked. */
function counting(): { store: Store; statements: () => number; rowsRead: () => number } {
  let statements = 0
  let rowsRead = 0
  const store: Store = {
    ...clickhouse.store,
    async read(scope, statement) {
      const answer = await clickhouse.store.read(scope, statement)
      statements++
      rowsRead += Number(answer.stats.rowsRead)
      return answer
    },
  }
  return { store, statements: () => statements, rowsRead: () => rowsRead }
}

it('brings each event once, tenant after tenant, newest first, and none of another tenant', async () => {
  const { store, statements, rowsRead } = counting()
  const seen: Event[] = []
  const pages: number[] = []
  for await (const page of exportEvents(store, grantScope([second, first]), { range }, 1_000_000)) {
    seen.push(...page)
    pages.push(page.length)
  }
  expect(seen.map(({ tenantId }) => tenantId)).toEqual([
    ...Array(EVENTS).fill(first),
    ...Array(EVENTS).fill(second),
  ])
  expect(new Set(seen.map(({ eventId }) => eventId)).size).toBe(2 * EVENTS)
  const times = seen.slice(0, EVENTS).map(({ time }) => time)
  expect(times).toEqual([...times].sort((a, b) => Number(b - a)))
  expect(Math.max(...pages)).toBeLessThanOrEqual(1_000)
  // Each slice reads the few granules it lies in, not all that is left of the range.
  expect(rowsRead()).toBeLessThan(12 * seen.length)
  expect(statements()).toBeGreaterThan(seen.length / 1_000)
})

it('pages through more events of one moment than a slice has', async () => {
  const tenantId = randomUUID()
  const events = eventsOf(tenantId).slice(0, 3_500)
  const moment = events.map((event) => ({ ...event, time: 7n }))
  await insertEvents(clickhouse.store, tenantId, moment)
  const ids = new Set<string>()
  for await (const page of exportEvents(clickhouse.store, grantScope([tenantId]), { range }, 1_000_000))
    for (const { eventId } of page) ids.add(eventId)
  expect(ids).toEqual(new Set(events.map(({ eventId }) => eventId)))
})

it('ends at the limit, and brings what the question finds', async () => {
  const parsed = parseSearch('user.name:root')
  const query = { range, search: parsed.ok ? parsed.tree : undefined }
  let count = 0
  for await (const page of exportEvents(clickhouse.store, grantScope([first, second]), query, 13_000)) {
    count += page.length
    expect(page.every(({ fields }) => fields['user.name'] === 'root')).toBe(true)
  }
  expect(count).toBe(13_000)
})

it('asks for nothing more once nobody reads', async () => {
  const { store, statements } = counting()
  for await (const page of exportEvents(store, grantScope([first]), { range }, 1_000_000)) {
    expect(page.length).toBeGreaterThan(0)
    break
  }
  expect(statements()).toBe(2)
})

it('asks for fewer where lines become longer than those before', async () => {
  const tenantId = randomUUID()
  const events = eventsOf(tenantId)
    .slice(0, 200)
    .map((event, n) => ({ ...event, time: BigInt(n), raw: n < 80 ? 'x'.repeat(1_000_000) : event.raw }))
  for (let at = 0; at < events.length; at += 20)
    await insertEvents(clickhouse.store, randomUUID(), events.slice(at, at + 20))
  const lengths: number[] = []
  for await (const page of exportEvents(clickhouse.store, grantScope([tenantId]), { range }, 1_000))
    lengths.push(...page.map(({ raw }) => raw.length))
  expect(lengths).toEqual(events.map(({ raw }) => raw.length).reverse())
})
