import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshClickHouse } from '../../../e2e/testkit/fresh-clickhouse.ts'
import type { Detection } from '../../event/detection.ts'
import type { Event, Fields } from '../../event/event.ts'
import { parseSearch } from '../../search/parse-search.ts'
import { grantScope } from '../../tenant/grant-scope.ts'
import { insertDetections } from '../insert-detections.ts'
import { insertEvents } from '../insert-events.ts'
import type { Store } from '../store.ts'
import { sourceActivity } from './source-activity.ts'
import { timelineEvents } from './timeline-events.ts'
import { type TimelineLane, timelineLanes } from './timeline-lanes.ts'
import { timelineMarks } from './timeline-marks.ts'

const ours = randomUUID()
const theirs = randomUUID()
const scope = grantScope([ours])
const both = grantScope([ours, theirs])
const sources = [randomUUID(), randomUUID()].sort()
const SECOND = 1_000_000_000n
const start = BigInt(Date.UTC(2026, 4, 5, 8)) * 1_000_000n
const range = { from: start, to: start + 100n * SECOND }

/** One event a second for 60 s: of `db` every second one, the rest of three others and of no host. */
const eventsOf = (tenantId: string) =>
  Array.from({ length: 60 }, (_, n): Event => {
    const host = n % 2 ? 'db' : ['web', 'web', 'mail', '', 'proxy', 'web'][(n / 2) % 6]
    const fields: Fields = {
      'event.severity': n,
      'event.category': n % 3 ? ['network'] : ['process', 'network'],
      'user.name': n % 4 ? 'anna' : ['bo', 'cy'],
      ...(host ? { 'host.name': host } : {}),
      ...(n === 7 ? { 'nightjar.suspected_by': ['rule'] } : {}),
    }
    const ids = { eventId: idOf(n), tenantId, sourceId: sources[n % 2] as string, payloadId: randomUUID() }
    const own = { site: 'hub', position: n, received: Date.now(), raw: `line ${n}`, parser: 'test@1' }
    return { ...ids, ...own, time: start + BigInt(n) * SECOND, backfill: false, fields }
  })
/** The same in both tenants. */
const idOf = (n: number) => `0190b000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`

function detectionsOf(events: readonly Event[]): Detection[] {
  return [5, 7, 9, 10].map((n): Detection => {
    const { tenantId, sourceId, payloadId, eventId, time } = events[n] as Event
    return {
      ...{ detectionId: randomUUID(), tenantId, sourceId, payloadId, eventId, eventTime: time },
      ...{ received: Date.now(), ruleId: n === 7 ? 'worse' : 'rule', ruleTitle: 'A rule', attack: [] },
      ...{ level: n === 7 ? 'high' : 'low', entity: { site: 'hub', kind: 'host', value: 'db' } },
      ...{ backfill: false, shadow: n === 10, ruleSet: 'v1' },
    }
  })
}

let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
let store: Store
beforeAll(async () => {
  clickhouse = await freshClickHouse()
  store = clickhouse.store
  const events = [eventsOf(ours), eventsOf(theirs)]
  await insertEvents(store, randomUUID(), events.flat())
  await insertDetections(store, randomUUID(), events.flatMap(detectionsOf))
})
afterAll(() => clickhouse.drop())

const countOf = ({ buckets }: TimelineLane) => buckets.reduce((sum, { count }) => sum + count, 0n)

async function laneNames() {
  const { lanes } = await timelineLanes(store, scope, { range }, { by: 'host', most: 20, buckets: 1 })
  return new Map(lanes.map(({ key, name }) => [key, name]))
}

describe('lanes of a timeline', () => {
  it('are the busiest, with all others in one', async () => {
    const answer = await timelineLanes(store, scope, { range }, { by: 'host', most: 2, buckets: 10 })
    expect(answer.intervalSeconds).toBe(10)
    expect(answer.total).toBe(60n)
    expect(answer.stats.rowsRead).toBeGreaterThan(0n)
    const shown = answer.lanes.map(({ key, name, buckets }) => [
      key === undefined ? 'others' : name,
      ...buckets.map(({ count }) => Number(count)),
    ])
    expect(shown).toEqual([
      ['db', 5, 5, 5, 5, 5, 5],
      ['web', 2, 3, 3, 3, 2, 2],
      ['others', 3, 2, 2, 2, 3, 3],
    ])
    expect(answer.lanes[0]).toMatchObject({ tenantId: ours, site: 'hub' })
    expect(answer.lanes[0]?.buckets.slice(0, 2)).toEqual([
      { from: start, to: start + 10n * SECOND, count: 5n, severity: 9, suspected: 1n },
      { from: start + 10n * SECOND, to: start + 20n * SECOND, count: 5n, severity: 19, suspected: 0n },
    ])
  })

  it.each([
    ['host', ['db 30', 'web 15', ' 5', 'mail 5', 'proxy 5']],
    ['user', ['anna 45', 'bo 15']],
    ['category', ['network 40', 'process 20']],
    ['tenant', [`${ours} 60`]],
    ['source', sources.map((source) => `${source} 30`)],
  ] as const)('are made by %s', async (by, expected) => {
    const { lanes } = await timelineLanes(store, scope, { range }, { by, most: 20, buckets: 10 })
    expect(lanes.map((lane) => `${lane.name} ${countOf(lane)}`)).toEqual(expected)
  })

  it('are of the tenants in scope, and of the events that are meant', async () => {
    const wish = { by: 'tenant', most: 20, buckets: 10 } as const
    const all = await timelineLanes(store, both, { range }, wish)
    expect(all.lanes.map(({ name }) => name)).toEqual([ours, theirs].sort())
    const hosts = await timelineLanes(store, both, { range }, { ...wish, by: 'host' })
    expect(hosts.lanes.slice(0, 2).map(({ name, tenantId }) => [name, tenantId])).toEqual(
      [ours, theirs].sort().map((tenantId) => ['db', tenantId]),
    )
    const nobody = await timelineLanes(store, grantScope([randomUUID()]), { range }, wish)
    expect(nobody).toMatchObject({ lanes: [], total: 0n })
    const parsed = parseSearch('host.name:mail')
    const search = parsed.ok ? parsed.tree : undefined
    expect((await timelineLanes(store, scope, { range, search }, wish)).total).toBe(5n)
  })
})

describe('forged times', () => {
  const forged = randomUUID()
  const forgedScope = grantScope([forged])
  const wide = { from: -(2n ** 63n), to: 2n ** 63n }
  const wish = { by: 'host', most: 5, buckets: 500 } as const

  beforeAll(async () => {
    const times = [-(2n ** 63n), 2n ** 63n, start + 50n * SECOND, 0n, start]
    const events = times.map((time, n) => ({ ...(eventsOf(forged)[n] as Event), time }))
    await insertEvents(store, randomUUID(), events)
  })

  it('stand where they claim, in whatever order they came', async () => {
    const { events } = await timelineEvents(store, forgedScope, { range: wide }, { by: 'host', most: 9 })
    expect(events.map(({ event }) => event.raw)).toEqual(['line 0', 'line 3', 'line 4', 'line 2', 'line 1'])
    const { lanes, total } = await timelineLanes(store, forgedScope, { range: wide }, wish)
    expect(total).toBe(5n)
    for (const { buckets } of lanes) {
      expect(buckets.length).toBeLessThanOrEqual(501)
      expect(buckets.every(({ from }, place) => from > (buckets[place - 1]?.from ?? from - 1n))).toBe(true)
    }
  })

  it('do not show in another range', async () => {
    expect((await timelineLanes(store, forgedScope, { range }, wish)).total).toBe(2n)
  })
})

describe('single events of a timeline', () => {
  it('come by time with their lanes, of the tenants in scope', async () => {
    const parsed = parseSearch('host.name:mail or event.severity < 2')
    const query = { range, search: parsed.ok ? parsed.tree : undefined }
    const { events } = await timelineEvents(store, scope, query, { by: 'host', most: 3 })
    const names = await laneNames()
    expect(events.map(({ lane, event }) => `${names.get(lane)} ${event.raw}`)).toEqual([
      'web line 0',
      'db line 1',
      'mail line 4',
    ])
    expect(events.every(({ event }) => event.tenantId === ours)).toBe(true)
  })
})

describe('marks of a timeline', () => {
  it('are what rules found there, one for each lane, rule and entity', async () => {
    const { marks, truncated } = await timelineMarks(store, scope, { range }, { by: 'host', most: 10 })
    expect(truncated).toBe(false)
    const names = await laneNames()
    expect(marks.map(({ lane, ...mark }) => ({ ...mark, lane: names.get(lane) }))).toEqual([
      {
        ...{ tenantId: ours, lane: 'db', ruleId: 'rule', ruleTitle: 'A rule', level: 'low', backfill: false },
        ...{ entity: { site: 'hub', kind: 'host', value: 'db' }, count: 2n, firstEventId: idOf(5) },
        ...{ from: start + 5n * SECOND, to: start + 9n * SECOND },
      },
      {
        ...{
          tenantId: ours,
          lane: 'db',
          ruleId: 'worse',
          ruleTitle: 'A rule',
          level: 'high',
          backfill: false,
        },
        ...{ entity: { site: 'hub', kind: 'host', value: 'db' }, count: 1n, firstEventId: idOf(7) },
        ...{ from: start + 7n * SECOND, to: start + 7n * SECOND },
      },
    ])
    expect((await timelineMarks(store, both, { range }, { by: 'host', most: 10 })).marks).toHaveLength(4)
    const nobody = await timelineMarks(store, grantScope([randomUUID()]), { range }, { by: 'host', most: 10 })
    expect(nobody.marks).toEqual([])
  })

  it('are the worst where there are many', async () => {
    const { marks, truncated } = await timelineMarks(store, scope, { range }, { by: 'host', most: 1 })
    expect(marks.map(({ level }) => level)).toEqual(['high'])
    expect(truncated).toBe(true)
  })
})

describe('activity of sources', () => {
  it('says when each sent', async () => {
    const activity = await sourceActivity(store, scope, range, 25)
    expect(activity).toMatchObject({ secondsPerStretch: 4, from: start })
    const busy = Array.from({ length: 15 }, (_, n) => n)
    expect(activity.sources).toEqual(sources.map((sourceId) => ({ tenantId: ours, sourceId, busy })))
    expect((await sourceActivity(store, grantScope([randomUUID()]), range, 25)).sources).toEqual([])
  })

  it('bears any range', async () => {
    const { sources: all } = await sourceActivity(store, scope, { from: -(2n ** 63n), to: 2n ** 63n }, 400)
    expect(all.map(({ busy }) => busy.length)).toEqual([1, 1])
  })
})
