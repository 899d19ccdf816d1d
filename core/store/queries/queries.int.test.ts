import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshClickHouse } from '../../../e2e/testkit/fresh-clickhouse.ts'
import { tenEventsOf, tenMinutes } from '../../../e2e/testkit/ten-events-of.ts'
import type { Detection } from '../../event/detection.ts'
import type { Event } from '../../event/event.ts'
import { parseSearch } from '../../search/parse-search.ts'
import { grantScope } from '../../tenant/grant-scope.ts'
import { insertDetections } from '../insert-detections.ts'
import { insertEvents } from '../insert-events.ts'
import type { Store } from '../store.ts'
import { countEvents } from './count-events.ts'
import { detectionEvents } from './detection-events.ts'
import { detectionsOfEvents } from './detections-of-events.ts'
import { detectionsOfPayload } from './detections-of-payload.ts'
import { eventHistogram } from './event-histogram.ts'
import { eventsByIds } from './events-by-ids.ts'
import { fieldValues } from './field-values.ts'
import { getEvent } from './get-event.ts'
import { listEvents } from './list-events.ts'
import { newestReceived } from './newest-received.ts'
import { payloadStored } from './payload-stored.ts'

const SECOND = 1_000_000_000n
const range = tenMinutes
const start = range.from
const ours = randomUUID()
const theirs = randomUUID()
const scope = grantScope([ours])
const both = grantScope([ours, theirs])
const events = tenEventsOf(ours)
const foreign = tenEventsOf(theirs)
const third = tenEventsOf(randomUUID())
const { payloadId, received } = events[0] as Event

function detectionOf(event: Event, ruleId: string): Detection {
  const { tenantId, sourceId, eventId, time: eventTime } = event
  const entity = { site: 'hq', kind: 'user', value: 'root' }
  const ids = { detectionId: randomUUID(), tenantId, sourceId, payloadId, eventId }
  return {
    ...ids,
    eventTime,
    received,
    ruleId,
    ruleTitle: `Rule ${ruleId}`,
    level: 'high',
    attack: ['T1059.001', 'TA0002'],
    entity,
    backfill: true,
    shadow: false,
    ruleSet: 'v1',
  }
}

let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
let store: Store
const detections = [0, 2, 4].map((n) => detectionOf(events[n] as Event, n === 4 ? 'rule-b' : 'rule-a'))
const foreignDetections = [0, 2, 4].map((n) =>
  detectionOf(foreign[n] as Event, n === 4 ? 'rule-b' : 'rule-a'),
)

beforeAll(async () => {
  clickhouse = await freshClickHouse()
  store = clickhouse.store
  await insertEvents(store, payloadId, [...events, ...foreign, ...third])
  await insertDetections(store, payloadId, [...detections, ...foreignDetections])
  await insertDetections(store, payloadId, [...detections, ...foreignDetections])
})
afterAll(() => clickhouse.drop())

const newestFirst = [...events].reverse()

describe('listEvents', () => {
  it('goes through all pages, newest first, without a gap', async () => {
    const seen: Event[] = []
    let after: { time: bigint; eventId: string } | undefined
    for (let pages = 0; pages < 4; pages++) {
      const page = await listEvents(store, scope, { range }, { first: 3, after })
      expect(page.hasNextPage).toBe(pages < 3)
      expect(page.stats.rowsRead).toBeGreaterThan(0n)
      seen.push(...page.events)
      after = page.events.at(-1)
    }
    expect(seen).toEqual(newestFirst)
  })

  it('goes through all pages, oldest first, where two tenants have events of one moment', async () => {
    const seen: Event[] = []
    let after: { time: bigint; eventId: string } | undefined
    for (let pages = 0; pages < 7; pages++) {
      const page = await listEvents(store, both, { range }, { first: 3, after, oldestFirst: true })
      expect(page.hasNextPage).toBe(pages < 6)
      seen.push(...page.events)
      after = page.events.at(-1)
    }
    const all = await listEvents(store, both, { range }, { first: 100 })
    expect(seen).toEqual([...all.events].reverse())
  })

  it.each([
    ['of one moment and several tenants', range],
    ['that lie at the end of a long range', { from: start - 86_400n * SECOND, to: range.to }],
    ['after which nothing came in', { from: start, to: range.to + 864_000n * SECOND }],
  ])('pages through events %s, a third tenant apart', async (_, wide) => {
    const seen: Event[] = []
    let after: { time: bigint; eventId: string } | undefined
    for (let pages = 0; pages < 7; pages++) {
      const page = await listEvents(store, both, { range: wide }, { first: 3, after })
      expect(page.hasNextPage).toBe(pages < 6)
      seen.push(...page.events)
      after = page.events.at(-1)
    }
    expect(seen.map(({ time }) => time)).toEqual(newestFirst.flatMap(({ time }) => [time, time]))
    expect(new Set(seen.map(({ eventId }) => eventId))).toEqual(
      new Set([...events, ...foreign].map(({ eventId }) => eventId)),
    )
  })

  it('takes the start of the range in and leaves its end out', async () => {
    const inner = { from: start + 60n * SECOND, to: start + 180n * SECOND }
    const { events: found } = await listEvents(store, scope, { range: inner }, { first: 10 })
    expect(found.map((event) => event.position)).toEqual([2, 1])
  })

  it.each([
    ['outcome', { outcome: ['failure', 'success'] }, [4, 3, 2, 1, 0]],
    ['category', { category: ['network', 'file'] }, [8, 6, 4, 2, 0]],
    ['severity', { minSeverity: 75 }, [9, 8]],
    ['rules', { ruleIds: ['rule-a', 'none'] }, [2, 0]],
    ['search', { search: searchOf('user.name:alice source.ip:10.0.0.2') }, [8, 2]],
    [
      'all of them',
      { search: searchOf('custom.key:v0'), ruleIds: ['rule-a'], minSeverity: 1, outcome: ['failure'] },
      [2],
    ],
  ])('filters by %s', async (_, filter, positions) => {
    const { events: found } = await listEvents(store, scope, { range, ...filter }, { first: 100 })
    expect(found.map((event) => event.position)).toEqual(positions)
    expect(found.every((event) => event.tenantId === ours)).toBe(true)
    expect(await countEvents(store, scope, { range, ...filter })).toBe(BigInt(positions.length))
  })

  it.each([
    ['with columns', ['user.name', 'source.ip', 'source.port']],
    ['without columns', ['user.name', 'custom.key', 'custom.tags']],
  ])('reads fields %s alone, and of them what no column holds', async (_, names) => {
    const parts = { raw: false, message: true, fields: new Set(names) }
    const { events: found } = await listEvents(store, scope, { range }, { first: 10 }, parts)
    for (const [place, { raw, fields }] of found.entries()) {
      const wanted = newestFirst[place]?.fields
      expect(raw).toBe('')
      for (const name of ['message', ...names]) expect(fields[name]).toEqual(wanted?.[name])
      expect(fields).not.toHaveProperty(['event.severity'])
    }
  })
})

function searchOf(text: string) {
  const parsed = parseSearch(text)
  return parsed.ok ? parsed.tree : undefined
}

describe('countEvents', () => {
  it('counts the scope', async () => {
    expect(await countEvents(store, scope, { range })).toBe(10n)
    expect(await countEvents(store, both, { range })).toBe(20n)
  })
})

describe('eventHistogram', () => {
  it('has a bucket for each interval, empty ones too', async () => {
    const wide = { from: start - 60n * SECOND, to: start + 660n * SECOND }
    const histogram = await eventHistogram(store, scope, { range: wide }, { buckets: 12 })
    expect(histogram.intervalSeconds).toBe(60)
    expect(histogram.total).toBe(10n)
    expect(histogram.buckets.map((bucket) => Number(bucket.count))).toEqual([0, ...new Array(10).fill(1), 0])
    expect(histogram.buckets[0]?.from).toBe(wide.from)
    const sums = (['success', 'failure', 'unknown'] as const).map((key) =>
      histogram.buckets.reduce((sum, bucket) => sum + bucket[key], 0n),
    )
    expect(sums).toEqual([2n, 3n, 5n])
  })

  it('bounds its buckets, whatever the range', async () => {
    const histogram = await eventHistogram(
      store,
      scope,
      { range: { from: -(2n ** 70n), to: 2n ** 70n } },
      { buckets: 60 },
    )
    expect(histogram.total).toBe(10n)
    expect(histogram.buckets.length).toBeLessThanOrEqual(62)
  })
})

it('tells events apart by what rules found', async () => {
  const wish = { buckets: 1, by: 'rule.id', most: 1 }
  const { series, total } = await eventHistogram(store, scope, { range }, wish)
  expect(series?.map((one) => [one.value, one.isRest, one.total])).toEqual([
    ['rule-a', false, 2n],
    [undefined, false, 7n],
    [undefined, true, 1n],
  ])
  expect(total).toBe(10n)
})

describe('fieldValues', () => {
  it.each<[string, [string, bigint][]]>([
    [
      'user.name',
      [
        ['alice', 5n],
        ['bob', 5n],
        ['root', 5n],
      ],
    ],
    [
      'event.category',
      [
        ['authentication', 5n],
        ['network', 5n],
        ['process', 5n],
      ],
    ],
    [
      'source.ip',
      [
        ['10.0.0.0', 3n],
        ['10.0.0.1', 3n],
        ['10.0.0.2', 3n],
        ['unknown', 1n],
      ],
    ],
    [
      'source.port',
      [
        ['1000', 5n],
        ['1001', 5n],
      ],
    ],
    [
      'custom.key',
      [
        ['v0', 5n],
        ['v1', 5n],
      ],
    ],
    ['nightjar.parser', [['json@1', 10n]]],
    ['missing', []],
    [
      'rule.id',
      [
        ['rule-a', 2n],
        ['rule-b', 1n],
      ],
    ],
    ['rule.level', [['high', 3n]]],
    ['threat.technique.id', [['T1059.001', 3n]]],
    ['threat.tactic.id', [['TA0002', 3n]]],
  ])('of %s', async (field, values) => {
    const found = await fieldValues(store, scope, { range }, field, 10)
    expect(found).toEqual(values.map(([value, count]) => ({ value, count })))
  })

  it('that rules found in the events that are asked for', async () => {
    const asked = { range, search: searchOf('not source.ip:10.0.0.0') }
    expect(await fieldValues(store, scope, asked, 'rule.id', 10)).toEqual([
      { value: 'rule-a', count: 1n },
      { value: 'rule-b', count: 1n },
    ])
    expect(await fieldValues(store, scope, { range, minSeverity: 30 }, 'rule.name', 10)).toEqual([
      { value: 'Rule rule-b', count: 1n },
    ])
  })

  it('most frequent first, and no more than asked for', async () => {
    const found = await fieldValues(store, scope, { range }, 'custom.tags', 2)
    expect(found).toEqual([
      { value: 'x', count: 10n },
      { value: 'y0', count: 1n },
    ])
  })
})

it('tells times as RFC 3339, where they are values as well', async () => {
  const moment = new Date(received).toISOString()
  expect(await fieldValues(store, scope, { range }, 'nightjar.received', 5)).toEqual([
    { value: moment, count: 10n },
  ])
  const wish = { buckets: 1, by: 'nightjar.received', most: 5 }
  const { series } = await eventHistogram(store, scope, { range }, wish)
  expect(series?.map(({ value }) => value)).toEqual([moment])
})

describe('single events', () => {
  const [event] = events as [Event]
  const [other] = foreign as [Event]

  it('by id and time', async () => {
    expect(await getEvent(store, scope, event)).toEqual(event)
    expect(await getEvent(store, scope, { ...event, time: event.time + 1n })).toBeUndefined()
  })

  it('of another tenant are not there', async () => {
    expect(await getEvent(store, scope, other)).toBeUndefined()
    expect(await eventsByIds(store, scope, [other, event])).toEqual([event])
    expect(await eventsByIds(store, scope, [])).toEqual([])
  })
})

describe('detections', () => {
  it('of events', async () => {
    expect(await detectionsOfEvents(store, scope, [...events, ...foreign])).toEqual([...detections].reverse())
    expect(await detectionsOfEvents(store, scope, [...foreign])).toEqual([])
    const [newest] = [...detections].reverse()
    const one = events.filter(({ eventId }) => eventId === newest?.eventId)
    expect(await detectionsOfEvents(store, scope, one)).toEqual([newest])
    expect(await detectionsOfEvents(store, scope, [])).toEqual([])
  })

  it('of a payload', async () => {
    expect(await detectionsOfPayload(store, scope, payloadId)).toEqual(detections)
    expect(await detectionsOfPayload(store, scope, randomUUID())).toEqual([])
  })

  const entity = { site: 'hq', kind: 'user', value: 'root' }
  const evidence = { ruleId: 'rule-a', entity, range, backfill: true, payloadIds: [payloadId] }

  it('lead to the events behind an alert', async () => {
    const first = await detectionEvents(store, scope, evidence, { first: 1 })
    expect(first).toMatchObject({ events: [events[2]], hasNextPage: true })
    const next = await detectionEvents(store, scope, evidence, { first: 5, after: events[2] })
    expect(next).toMatchObject({ events: [events[0]], hasNextPage: false })
  })

  it.each([
    ['site', { entity: { ...entity, site: 'branch' } }],
    ['payload', { payloadIds: [randomUUID()] }],
    ['kind, live', { backfill: false }],
    ['payload: there is none', { payloadIds: [] }],
  ])('of another %s stand behind another', async (_, other) => {
    expect((await detectionEvents(store, scope, { ...evidence, ...other }, { first: 5 })).events).toEqual([])
  })

  it('of a rule on trial are stored and stand behind none', async () => {
    const trial = randomUUID()
    const [held, shadow] = [1, 3].map((n) => ({
      ...detectionOf(events[n] as Event, 'rule-c'),
      ...{ payloadId: trial, shadow: n === 3 },
    }))
    if (held && shadow) await insertDetections(store, trial, [held, shadow])
    expect(await detectionsOfPayload(store, scope, trial)).toEqual([held, shadow])
    const ofTrial = { ...evidence, ruleId: 'rule-c', payloadIds: [trial] }
    expect((await detectionEvents(store, scope, ofTrial, { first: 5 })).events).toEqual([events[1]])
  })

  it('are found in as many payloads as an alert may have', async () => {
    const payloadIds = [...Array.from({ length: 9_999 }, () => randomUUID()), payloadId]
    const found = await detectionEvents(store, scope, { ...evidence, payloadIds }, { first: 5 })
    expect(found.events).toEqual([events[2], events[0]])
  })
})

describe('bookkeeping', () => {
  it('knows what of a payload is stored', async () => {
    expect(await payloadStored(store, scope, payloadId)).toEqual({ events: 10, detections: 3 })
    expect(await payloadStored(store, both, payloadId)).toEqual({ events: 20, detections: 6 })
  })

  it('knows the newest event of each tenant', async () => {
    expect(await newestReceived(store, scope)).toEqual(new Map([[ours, received]]))
    expect(await newestReceived(store, grantScope([randomUUID()]))).toEqual(new Map())
  })
})
