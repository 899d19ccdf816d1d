import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { createChance } from '../../../e2e/testkit/create-chance.ts'
import { edgesOfEvent } from '../../../e2e/testkit/edges-of-event.ts'
import { freshClickHouse } from '../../../e2e/testkit/fresh-clickhouse.ts'
import { randomGraphEvents } from '../../../e2e/testkit/random-graph-events.ts'
import type { Detection } from '../../event/detection.ts'
import type { Event } from '../../event/event.ts'
import { grantScope, type TenantScope } from '../../tenant/grant-scope.ts'
import { connect } from '../connection.ts'
import { insertDetections } from '../insert-detections.ts'
import { insertEvents } from '../insert-events.ts'
import { insertRevision } from '../insert-revision.ts'
import { createReparseLedger } from '../reparse/create-reparse-ledger.ts'
import type { Slice } from '../reparse/slice.ts'
import { LEASE_MS } from '../reparse/watch-open-slices.ts'
import { IN_SCOPE } from '../tenant-walls.ts'
import { relationOf } from './relations.ts'

const NOON = Date.parse('2026-05-04T12:00:00Z')
const [ours, theirs, sourceId] = [randomUUID(), randomUUID(), randomUUID()]
const [ourScope, theirScope] = [grantScope([ours]), grantScope([theirs])]

let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
beforeEach(async () => {
  await clickhouse?.drop()
  clickhouse = await freshClickHouse()
})
afterAll(() => clickhouse.drop())

const eventsOf = (tenantId: string, seed: number, rows = 400) =>
  randomGraphEvents(createChance(seed), { tenantId, sourceId, received: NOON, rows })

const insert = (events: readonly Event[]) =>
  insertEvents(clickhouse.store, events[0]?.payloadId ?? '', events)

/** Counts by edge and minute, of events that go in without a store. */
function counted(events: readonly Event[]): Map<string, number[]> {
  const counts = new Map<string, number[]>()
  for (const event of events)
    for (const edge of edgesOfEvent(event)) {
      const key = JSON.stringify([...edge, Number(event.time / 60_000_000_000n)])
      const [n = 0, failed = 0, suspected = 0] = counts.get(key) ?? []
      const isSuspected = event.fields['nightjar.suspected_by'] !== undefined
      counts.set(key, [
        n + 1,
        failed + Number(event.fields['event.outcome'] === 'failure'),
        suspected + Number(isSuspected),
      ])
    }
  return new Map([...counts].sort())
}

async function stored(scope: TenantScope, where = '1'): Promise<Map<string, number[]>> {
  const sql = `SELECT relation, subject, object, minute, any(day), sum(events), sum(failures), sum(suspected) FROM edges
    WHERE ${IN_SCOPE} AND ${where} GROUP BY relation, subject, object, minute HAVING sum(events) != 0`
  const { rows } = await clickhouse.store.read(scope, { sql })
  const found = rows.map(([relation, subject, object, minute, day, ...counts]): [string, number[]] => {
    expect(day).toBe(Math.floor(Number(minute) / 1440))
    return [JSON.stringify([relation, subject, object, minute]), counts.map(Number)]
  })
  return new Map(found.sort())
}

/** Kind, value and day of all that `edges` names. */
function named(edges: ReadonlyMap<string, unknown>): Set<string> {
  const alone: Readonly<Record<number, string>> = { 25: 'host', 26: 'user', 27: 'address' }
  return new Set(
    [...edges.keys()].flatMap((key) => {
      const [number, subject, object, minute] = JSON.parse(key) as [number, string, string, number]
      const relation = relationOf(number)
      const day = Math.floor(minute / 1440)
      const ends = [`${relation?.subject ?? alone[number]} ${subject} ${day}`]
      return relation ? [...ends, `${relation.object} ${object} ${day}`] : ends
    }),
  )
}

async function storedEntities(scope: TenantScope): Promise<Set<string>> {
  const sql = `SELECT kind, value, day FROM entities WHERE ${IN_SCOPE} GROUP BY kind, value, day HAVING sum(mentions) > 0`
  return new Set((await clickhouse.store.read(scope, { sql })).rows.map((row) => row.join(' ')))
}

function detectionOf(event: Event, more: Partial<Detection> = {}): Detection {
  const { tenantId, eventId, payloadId, received, time } = event
  return {
    ...{ detectionId: randomUUID(), tenantId, sourceId, payloadId, eventId, eventTime: time, received },
    ...{
      ruleId: 'r-1',
      ruleTitle: 'Odd',
      level: 'high',
      attack: [],
      backfill: false,
      shadow: false,
      ruleSet: '',
    },
    entity: { site: '', kind: 'ip', value: '10.1.0.1' },
    ...more,
  }
}

describe('edges and entities', () => {
  test('are what the events say, tenant by tenant, however often a payload is inserted', async () => {
    const events = eventsOf(ours, 1)
    const foreign = eventsOf(theirs, 2)
    await insert(events)
    await insert(foreign)
    await insert(events)
    expect(await stored(ourScope)).toEqual(counted(events))
    expect(await stored(theirScope)).toEqual(counted(foreign))
    expect(await storedEntities(ourScope)).toEqual(named(counted(events)))
    expect(await storedEntities(theirScope)).toEqual(named(counted(foreign)))

    // The same lines in another payload are other events.
    const payloadId = randomUUID()
    const again = events.map((event) => ({ ...event, payloadId, eventId: randomUUID() }))
    await insert(again)
    expect(await stored(ourScope)).toEqual(counted([...events, ...again]))
  })

  test('of detections lead from the rule to what it is about; rules on trial leave none', async () => {
    const [event, other] = eventsOf(ours, 3, 2) as [Event, Event]
    const detections = [
      detectionOf(event),
      detectionOf(other, { level: 'informational' }),
      detectionOf(event, { shadow: true }),
      detectionOf(event, { entity: { site: '', kind: 'source', value: sourceId } }),
      detectionOf(event, { entity: { site: '', kind: 'host', value: 'db' } }),
    ]
    for (let time = 0; time < 2; time++) await insertDetections(clickhouse.store, event.payloadId, detections)
    const found = [...(await stored(ourScope))].map(([key, counts]) => [JSON.parse(key).slice(0, 3), counts])
    const minute = (of: Event) => of.time / 60_000_000_000n
    expect(minute(event)).not.toBe(minute(other))
    expect(found).toHaveLength(3)
    expect(found).toContainEqual([
      [23, 'r-1', '10.1.0.1'],
      [1, 0, 1],
    ])
    expect(found).toContainEqual([
      [23, 'r-1', '10.1.0.1'],
      [1, 0, 0],
    ])
    expect(found).toContainEqual([
      [21, 'r-1', 'db'],
      [1, 0, 1],
    ])
    expect(await stored(theirScope)).toEqual(new Map())
  })

  test('follow a reparse from one moment to the next, and stay where it is undone', async () => {
    const events = eventsOf(ours, 4)
    const before = events[300] as Event
    await insert(events)
    await insert(eventsOf(theirs, 4))
    await insertDetections(clickhouse.store, before.payloadId, [detectionOf(before)])
    const theirsBefore = await stored(theirScope)
    const old = await stored(ourScope)
    const ledger = createReparseLedger(clickhouse.connection)
    const run = { tenantId: ours, sourceId: undefined, from: NOON, to: NOON + 1_000 }
    const slice: Slice = { run, revision: 1, retentionClass: 1095, from: NOON + 100, to: NOON + 350 }
    // The other event of each pair is what a better parser finds; the last fifty lines came in meanwhile.
    const others = eventsOf(ours, 5)
    const anew = events.slice(100, 300).map((event, index) => ({
      ...event,
      ...(index % 2 ? { fields: others[index]?.fields ?? {}, time: event.time + 30_000_000_000n } : {}),
    }))
    const write = async () => {
      await ledger.mark(slice, 'writing')
      await sleep(LEASE_MS)
      await insertRevision(clickhouse.store, slice, randomUUID(), {
        events: anew,
        detections: [detectionOf(anew[1] as Event)],
      })
      await ledger.correctCounts(slice)
    }
    await write()
    expect(await stored(ourScope)).toEqual(old)
    await ledger.removeNew(slice)
    await ledger.mark(slice, 'dropped')
    expect(await stored(ourScope)).toEqual(old)

    const second = { ...slice, revision: 2 }
    Object.assign(slice, second)
    await write()
    expect(await stored(ourScope)).toEqual(old)
    await ledger.mark(slice, 'swapped')
    const now = [...events.slice(0, 100), ...anew, ...events.slice(300)]
    expect(await stored(ourScope, 'relation != 23')).toEqual(counted(now))
    await ledger.removeOld(slice)
    await ledger.mark(slice, 'done')
    expect(await stored(ourScope, 'relation != 23')).toEqual(counted(now))
    expect(await storedEntities(ourScope)).toEqual(named(await stored(ourScope)))
    expect((await stored(ourScope, 'relation = 23')).size).toBe(2)
    expect(await stored(theirScope)).toEqual(theirsBefore)

    // And again, over rows that a reparse wrote.
    Object.assign(slice, { revision: 3, from: NOON + 50, to: NOON + 400 })
    await ledger.mark(slice, 'writing')
    await sleep(LEASE_MS)
    await insertRevision(clickhouse.store, slice, randomUUID(), {
      events: events.slice(50, 400),
      detections: [],
    })
    await ledger.correctCounts(slice)
    await ledger.mark(slice, 'swapped')
    await ledger.removeOld(slice)
    await ledger.mark(slice, 'done')
    expect(await stored(ourScope)).toEqual(counted(events))
    await ledger.close()
  })

  test('of rows older than the graph come in by a reparse', async () => {
    const events = eventsOf(ours, 7, 50)
    await insert(events)
    const client = connect(clickhouse.connection)
    const settings = { mutations_sync: '2' } as const
    await client.command({
      query: 'ALTER TABLE events UPDATE in_graph = false WHERE 1',
      clickhouse_settings: settings,
    })
    for (const table of ['edges', 'entities']) await client.command({ query: `TRUNCATE TABLE ${table}` })
    await client.close()
    const ledger = createReparseLedger(clickhouse.connection)
    const run = { tenantId: ours, sourceId, from: NOON, to: NOON + 50 }
    const slice = { run, revision: 1, retentionClass: 1095, from: NOON, to: NOON + 50 }
    await ledger.mark(slice, 'writing')
    await insertRevision(clickhouse.store, slice, randomUUID(), { events, detections: [] })
    await ledger.correctCounts(slice)
    await ledger.mark(slice, 'swapped')
    await ledger.removeOld(slice)
    await ledger.mark(slice, 'done')
    await ledger.close()
    expect(await stored(ourScope)).toEqual(counted(events))
  })

  test('are made up for by the retry of an insert that broke off before them', async () => {
    const events = eventsOf(ours, 10, 50)
    const client = connect(clickhouse.connection)
    await client.command({ query: 'DETACH TABLE edges_of_events' })
    await insert(events)
    await client.command({ query: 'ATTACH TABLE edges_of_events' })
    await client.close()
    expect(await stored(ourScope)).toEqual(new Map())
    for (let time = 0; time < 2; time++) await insert(events)
    expect(await stored(ourScope)).toEqual(counted(events))
    expect(await storedEntities(ourScope)).toEqual(named(counted(events)))
  })

  test('are hidden from a statement that forgets its tenant', async () => {
    await insert(eventsOf(ours, 8, 20))
    await insert(eventsOf(theirs, 9, 20))
    for (const table of ['edges', 'entities']) {
      const sql = `SELECT DISTINCT tenant_id FROM ${table}`
      expect((await clickhouse.store.read(theirScope, { sql })).rows).toEqual([[theirs]])
    }
  })

  test('keep to days of years long ago and ahead', async () => {
    const at = (time: string) => BigInt(Date.parse(time)) * 1_000_000n
    const [event] = eventsOf(ours, 6, 1) as [Event]
    const fields = { 'host.name': 'clock' }
    const times = ['1969-12-31T23:59:59Z', '1901-01-01T00:00:30Z', '2261-01-01T00:00:00Z']
    await insert(
      times.map((time, position) => ({ ...event, eventId: randomUUID(), position, fields, time: at(time) })),
    )
    const minutes = [...(await stored(ourScope)).keys()].map((key) => JSON.parse(key)[3] as number)
    expect(minutes.sort((a, b) => a - b)).toEqual([
      Date.parse('1901-01-01T00:00Z') / 60_000,
      -1,
      Date.parse('2261-01-01T00:00Z') / 60_000,
    ])
  })
})
