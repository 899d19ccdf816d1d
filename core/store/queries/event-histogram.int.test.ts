import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChance } from '../../../e2e/testkit/create-chance.ts'
import { freshClickHouse } from '../../../e2e/testkit/fresh-clickhouse.ts'
import type { Event, Fields, FieldValue } from '../../event/event.ts'
import { parseSearch } from '../../search/parse-search.ts'
import { grantScope } from '../../tenant/grant-scope.ts'
import { insertEvents } from '../insert-events.ts'
import type { Store } from '../store.ts'
import { eventHistogram } from './event-histogram.ts'

const SECOND = 1_000_000_000n
const start = BigInt(Date.UTC(2026, 2, 3, 9)) * 1_000_000n
const range = { from: start + 1n, to: start + 600n * SECOND }
const [ours, theirs, sourceId] = [randomUUID(), randomUUID(), randomUUID()]
const scope = grantScope([ours])

function eventsOf(tenantId: string, seed: number): Event[] {
  const { pick, happens, some, below } = createChance(seed)
  const payloadId = randomUUID()
  return Array.from({ length: 500 }, (_, position): Event => {
    const fields: Fields = {
      ...(happens(0.9) && {
        'host.name': pick(['db', 'db', 'web', 'Web', 'mail', '(other)', '__proto__', '']),
      }),
      ...(happens(0.8) && {
        'user.name': happens(0.2) ? some(3, () => pick(['anna', 'bo'])) : pick(['anna', 'cy']),
      }),
      ...(happens(0.7) && { 'event.category': some(3, () => pick(['web', 'file', 'process'])) }),
      ...(happens(0.7) && { 'event.outcome': pick(['success', 'failure', 'odd']) }),
      ...(happens(0.7) && { 'source.port': pick([443, 80, 'none']) }),
      ...(happens(0.7) && { 'shop.till': happens(0.3) ? some(2, () => pick(['a', 'b'])) : pick(['a', 'c']) }),
      ...(happens(0.1) && { 'nightjar.suspected_by': ['rule'] }),
      'whose.name': tenantId,
    }
    return {
      ...{ eventId: randomUUID(), tenantId, sourceId, payloadId, position, site: '', received: Date.now() },
      ...{ raw: `line ${position}`, parser: 'test@1', backfill: false, fields },
      time: start + BigInt(below(700)) * SECOND,
    }
  })
}

const events = eventsOf(ours, 1)
let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
let store: Store
beforeAll(async () => {
  clickhouse = await freshClickHouse()
  store = clickhouse.store
  for (const batch of [events, eventsOf(theirs, 2)])
    await insertEvents(store, batch[0]?.payloadId ?? '', batch)
})
afterAll(() => clickhouse.drop())

const firstOf = (value: FieldValue | undefined) =>
  value === undefined ? undefined : String([value].flat()[0])

/** Counts of each value, said again in plain TypeScript: the most frequent first. */
function expectedSeries(meant: readonly Event[], field: string, most: number, buckets: number) {
  const counts = new Map<string | undefined, number[]>()
  for (const { fields, time } of meant) {
    const value = firstOf(fields[field])
    const own = counts.get(value) ?? Array(buckets).fill(0)
    own[Number((time - start) / (60n * SECOND))] += 1
    counts.set(value, own)
  }
  const totalOf = (own: readonly number[]) => own.reduce((sum, n) => sum + n, 0)
  const named = [...counts].filter(([value]) => value !== undefined)
  named.sort(([a = '', x], [b = '', y]) => totalOf(y) - totalOf(x) || (a < b ? -1 : 1))
  const rest = named.slice(most).map(([, own]) => own)
  const none = counts.get(undefined)
  return [
    ...named.slice(0, most).map(([value, own]) => ({ value, isRest: false, counts: own })),
    ...(none ? [{ value: undefined, isRest: false, counts: none }] : []),
    ...(rest.length === 0
      ? []
      : [
          {
            value: undefined,
            isRest: true,
            counts: Array.from({ length: buckets }, (_, at) => totalOf(rest.map((own) => own[at] ?? 0))),
          },
        ]),
  ].map((series) => ({ ...series, total: BigInt(totalOf(series.counts)), counts: series.counts.map(BigInt) }))
}

describe('a histogram by a field', () => {
  it.each([
    ['host.name', 'host.name', 3],
    ['host.name', 'host.name', 50],
    ['user.name', 'user', 1],
    ['event.category', 'event.category', 2],
    ['event.outcome', 'event.outcome', 10],
    ['source.port', 'dst_port', 10],
    ['source.port', 'src_port', 2],
    ['shop.till', 'shop.till', 1],
    ['missing.field', 'missing.field', 5],
  ])('of %s, asked as %s, has its %i most frequent values and the rest', async (field, by, most) => {
    const meant = events.filter(({ time }) => time >= range.from && time < range.to)
    const named = by === 'dst_port' ? 'destination.port' : field
    const histogram = await eventHistogram(store, scope, { range }, { buckets: 10, by, most })
    expect(histogram.intervalSeconds).toBe(60)
    expect(histogram.series).toEqual(expectedSeries(meant, named, most, 10))
    expect(histogram.total).toBe(BigInt(meant.length))
    const plain = await eventHistogram(store, scope, { range }, { buckets: 10 })
    expect(plain.series).toBeUndefined()
    expect({ ...histogram, series: undefined, stats: undefined }).toEqual({ ...plain, stats: undefined })
  })

  it('counts what a search finds, and nothing of another tenant', async () => {
    const parsed = parseSearch('host.name:db and event.outcome:failure')
    const search = parsed.ok ? parsed.tree : undefined
    const meant = events.filter(
      ({ time, fields }) =>
        time >= range.from &&
        time < range.to &&
        fields['host.name'] === 'db' &&
        fields['event.outcome'] === 'failure',
    )
    const asked = { range, search }
    const histogram = await eventHistogram(store, scope, asked, { buckets: 10, by: 'user.name', most: 9 })
    expect(histogram.series).toEqual(expectedSeries(meant, 'user.name', 9, 10))
    const whose = await eventHistogram(store, scope, { range }, { buckets: 1, by: 'whose.name', most: 9 })
    expect(whose.series?.map(({ value }) => value)).toEqual([ours])
    expect(whose.stats.rowsRead).toBeGreaterThan(0n)
  })

  it('of nothing has no series', async () => {
    const nobody = grantScope([randomUUID()])
    const histogram = await eventHistogram(store, nobody, { range }, { buckets: 2, by: 'host.name', most: 9 })
    expect(histogram).toMatchObject({ series: [], total: 0n, buckets: [{ count: 0n }, { count: 0n }] })
  })
})
