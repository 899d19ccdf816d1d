import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from '#core/config'
import { detectionId } from '#core/detect/detection-id'
import type { Event } from '#core/event/event'
import { eventId } from '#core/event/event-id'
import { uuidV7 } from '#core/event/uuid-v7'
import { saveParser } from '#core/records/parsers/save-parser'
import { changeSource, createSource } from '#core/records/sources'
import { insertDetections } from '#core/store/insert-detections'
import { insertEvents } from '#core/store/insert-events'
import { insertRevision } from '#core/store/insert-revision'
import { DETECTION_SELECT, readDetection } from '#core/store/read-detection'
import { EVENT_SELECT, readEvent } from '#core/store/read-event'
import { createReparseLedger } from '#core/store/reparse/create-reparse-ledger'
import { LEASE_MS } from '#core/store/reparse/watch-open-slices'
import { IN_SCOPE } from '#core/store/tenant-walls'
import type { TenantScope } from '#core/tenant/tenant-scope'
import { freshClickHouse } from '../../e2e/testkit/fresh-clickhouse.ts'
import { twoTenants } from '../../e2e/testkit/two-tenants.ts'
import { closeSlices } from './replace-slice.ts'
import { type ReparseProgress, runReparse } from './run-reparse.ts'

const RULE = `title: Hatch left open
id: 5d0c6a5e-6a51-4a0b-9d2e-3f7f4b1f6f01
status: test
level: high
logsource: { category: hatch }
detection:
  selection: { message|contains: left open }
  condition: selection
`
const PARSER = `name: hatch
description: Hatches of a grain silo
when: { prefix: 'hatch ' }
pattern: { regex: '^hatch (?P<number>\\d+) (?P<state>\\w+)' }
fields: { number: host.name, state: event.action }
samples: ['hatch 7 shut']
`
const DAY = Date.parse('2026-03-02T00:00:00Z')
const log = pino({ level: 'silent' })

let world: Awaited<ReturnType<typeof twoTenants>>
let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
let rules: string
let sourceIds: { ours: string; other: string; theirs: string }
let config: ReturnType<typeof readConfig>

beforeAll(async () => {
  rules = await mkdtemp(join(tmpdir(), 'nightjar-rules-'))
  await writeFile(join(rules, 'hatch.yml'), RULE)
  world = await twoTenants()
  const { records, ours, theirs, ourScope, theirScope } = world
  const source = async (scope: TenantScope, tenantId: string, name: string) =>
    (await createSource(records, scope, { tenantId, name, site: 'silo', format: 'key-value' })).sourceId
  sourceIds = {
    ours: await source(ourScope, ours.tenantId, 'hatches'),
    other: await source(ourScope, ours.tenantId, 'other'),
    theirs: await source(theirScope, theirs.tenantId, 'hatches'),
  }
})

beforeEach(async () => {
  await clickhouse?.drop()
  clickhouse = await freshClickHouse()
  const { url, user, password, database } = clickhouse.connection
  config = readConfig({
    NODE_ENV: 'test',
    NIGHTJAR_POSTGRES_URL: world.appUrl,
    NIGHTJAR_CLICKHOUSE_URL: url,
    NIGHTJAR_CLICKHOUSE_USER: user,
    NIGHTJAR_CLICKHOUSE_PASSWORD: password,
    NIGHTJAR_CLICKHOUSE_DATABASE: database,
    NIGHTJAR_RULES: rules,
  })
})

afterAll(async () => {
  await clickhouse.drop()
  await world.close()
  await rm(rules, { recursive: true })
})

/** Lines as a parser of long ago read them: not at all. */
async function store(
  whose: keyof typeof sourceIds,
  raws: readonly string[],
  received: (index: number) => number,
): Promise<Event[]> {
  const { tenantId } = whose === 'theirs' ? world.theirs : world.ours
  const payloadId = uuidV7(received(0))
  const events = raws.map((raw, position) => ({
    ...{ tenantId, sourceId: sourceIds[whose], payloadId, position, raw, received: received(position) },
    ...{
      eventId: eventId(payloadId, position, received(position)),
      site: '',
      parser: 'raw@1',
      backfill: false,
    },
    ...{ time: BigInt(received(position)) * 1_000_000n, fields: { message: raw } },
  }))
  await insertEvents(clickhouse.store, payloadId, events)
  await insertDetections(
    clickhouse.store,
    payloadId,
    events.map((event) => ({
      ...{
        detectionId: detectionId(event.eventId, 'gone'),
        eventId: event.eventId,
        eventTime: event.time,
        payloadId,
      },
      ...{ tenantId, sourceId: event.sourceId, received: event.received, ruleId: 'gone', ruleTitle: 'Gone' },
      ...({
        level: 'low',
        attack: [],
        entity: { site: '', kind: 'host', value: 'x' },
        ruleSet: 'old',
      } as const),
      ...{ backfill: false, shadow: false },
    })),
  )
  return events
}

const linesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => `hatch=${n} state=${n % 2 ? 'shut' : '"left open"'} action=turned`)

async function eventsOf(scope: TenantScope): Promise<Event[]> {
  const sql = `SELECT ${EVENT_SELECT} FROM events WHERE ${IN_SCOPE} ORDER BY toString(event_id)`
  return (await clickhouse.store.read(scope, { sql })).rows.map(readEvent)
}

async function detectionsOf(scope: TenantScope) {
  const sql = `SELECT ${DETECTION_SELECT} FROM detections WHERE ${IN_SCOPE} ORDER BY toString(detection_id)`
  return (await clickhouse.store.read(scope, { sql })).rows.map(readDetection)
}

const isRead = ({ parser }: Event) => parser.startsWith('key-value@')

const identity = ({ eventId: id, payloadId, position, received, raw, sourceId, backfill }: Event) =>
  [id, payloadId, position, received, raw, sourceId, backfill] as const

interface Options {
  sourceId?: string
  sliceRows?: number
  onProgress?: (progress: ReparseProgress) => void
  from?: number
}

function reparse({ sourceId, sliceRows = 1_000, onProgress = () => {}, from = DAY }: Options = {}) {
  const run = { tenantId: world.ours.tenantId, sourceId, from, to: DAY + 3 * 86_400_000 }
  return runReparse({ config, log, run, onProgress, sliceRows, graceMs: 20 })
}

describe('a reparse', () => {
  test('reads lines by the parsers and rules of today, keeps what a row is, and leaves the other tenant alone', async () => {
    const late = (n: number) => DAY + 86_400_000 - 5 + n
    const before = [
      ...(await store('ours', linesOf(10), late)),
      ...(await store('ours', ['hatch=1 state="left open"'], () => DAY - 1)),
    ]
    await store('theirs', linesOf(10), late)
    const theirs = [await eventsOf(world.theirScope), await detectionsOf(world.theirScope)]

    expect(await reparse()).toEqual({ events: 10, detections: 5 })

    const after = await eventsOf(world.ourScope)
    const byId = (a: Event, b: Event) => (a.eventId < b.eventId ? -1 : 1)
    expect(after.map(identity)).toEqual(before.sort(byId).map(identity))
    const [old, ...read] = after
    expect(old).toMatchObject({ parser: 'raw@1', site: '' })
    expect(new Set(read.map(({ parser, site }) => `${parser.split('@')[0]} ${site}`))).toEqual(
      new Set(['key-value silo']),
    )
    const detections = await detectionsOf(world.ourScope)
    expect(detections.filter(({ ruleId }) => ruleId === 'gone')).toMatchObject([{ eventId: old?.eventId }])
    expect(
      new Set(detections.filter(({ ruleId }) => ruleId !== 'gone').map(({ eventId: id }) => id)),
    ).toEqual(new Set(read.filter(({ raw }) => raw.includes('left open')).map(({ eventId: id }) => id)))
    expect([await eventsOf(world.theirScope), await detectionsOf(world.theirScope)]).toEqual(theirs)

    expect(await reparse()).toEqual({ events: 10, detections: 5 })
    expect(await eventsOf(world.ourScope)).toEqual(after)
    expect(await detectionsOf(world.ourScope)).toEqual(detections)
  })

  test('of one source leaves the others of the tenant alone; it uses what the tenant wrote and says of the source', async () => {
    const { records, ourScope, ours } = world
    await store('ours', ['hatch 7 shut'], () => DAY)
    await store('other', ['hatch 7 shut'], () => DAY)
    const owner = { tenantId: ours.tenantId }
    await saveParser(records, ourScope, {
      ...{ owner, name: 'hatch', definition: PARSER, basedOn: 0, savedBy: randomUUID() },
    })
    await changeSource(records, ourScope, sourceIds.ours, { site: 'mill', format: 'hatch' })
    expect(await reparse({ sourceId: sourceIds.ours })).toMatchObject({ events: 1 })
    const bySource = new Map((await eventsOf(ourScope)).map((event) => [event.sourceId, event]))
    expect(bySource.get(sourceIds.ours)).toMatchObject({
      ...{ site: 'mill', parser: 'hatch@1', fields: { 'host.name': '7', 'event.action': 'shut' } },
    })
    expect(bySource.get(sourceIds.other)).toMatchObject({ parser: 'raw@1', site: '' })
    const sql = `SELECT subject, sum(events) FROM edges WHERE ${IN_SCOPE} AND object = '' GROUP BY subject`
    expect((await clickhouse.store.read(ourScope, { sql })).rows).toEqual([['7', '1']])
    await changeSource(records, ourScope, sourceIds.ours, { site: 'silo', format: 'key-value' })
  })

  test('shows each event once to whoever looks meanwhile, and loses nothing that comes in', async () => {
    await store('ours', linesOf(2_000), (n) => DAY + n)
    const sql = `SELECT count(), uniqExact(event_id) FROM events WHERE ${IN_SCOPE} AND source_id = {source:UUID}`
    const params = { source: sourceIds.ours }
    const seen: string[] = []
    let looking = true
    const look = async () => {
      while (looking)
        seen.push(String((await clickhouse.store.read(world.ourScope, { sql, params })).rows[0]))
    }
    const eyes = look()
    let slices = 0
    const running = reparse({ sliceRows: 400, onProgress: () => void slices++ }).finally(() => {
      looking = false
    })
    for (let n = 0; n < 5; n++) await store('other', linesOf(3), () => DAY + n * 400)
    await running
    await eyes
    expect(slices).toBeGreaterThanOrEqual(5)
    expect(seen.length).toBeGreaterThan(10)
    expect(new Set(seen)).toEqual(new Set(['2000,2000']))
    const after = await eventsOf(world.ourScope)
    expect(after).toHaveLength(2_015)
    expect(new Set(after.map(({ eventId: id }) => id)).size).toBe(2_015)
    expect(after.filter(({ sourceId }) => sourceId === sourceIds.ours).every(isRead)).toBe(true)
  })

  test('reads a slice page by page, also when all lines came in the same moment', async () => {
    await store('ours', linesOf(12_000), () => DAY)
    expect(await reparse({ sliceRows: 100 })).toEqual({ events: 12_000, detections: 6_000 })
    const after = await eventsOf(world.ourScope)
    expect(after).toHaveLength(12_000)
    expect(after.every(isRead)).toBe(true)
  })

  test('keeps a line that came in while its slice was written', async () => {
    await store('ours', linesOf(4), (n) => DAY + n)
    const ledger = createReparseLedger(clickhouse.connection)
    const run = { tenantId: world.ours.tenantId, sourceId: undefined, from: DAY, to: DAY + 10 }
    const slice = { run, revision: 1, retentionClass: 1095, from: DAY, to: DAY + 4 }
    const [first] = await eventsOf(world.ourScope)
    await ledger.mark(slice, 'writing')
    await sleep(LEASE_MS)
    await insertRevision(clickhouse.store, slice, 'a', {
      events: [{ ...(first as Event), parser: 'new@1' }],
      detections: [],
    })
    expect((await eventsOf(world.ourScope)).map(({ parser }) => parser)).toEqual(Array(4).fill('raw@1'))
    await ledger.mark(slice, 'swapped')
    expect((await eventsOf(world.ourScope)).map(({ parser }) => parser)).toEqual(['new@1'])
    expect(await eventsOf(world.theirScope)).toEqual([])
    // The three others stand for lines that nobody read: taking away the old row of the first leaves them.
    await ledger.removeOld(slice)
    await ledger.mark(slice, 'done')
    expect((await eventsOf(world.ourScope)).map(({ parser }) => parser).sort()).toEqual([
      'new@1',
      ...Array(3).fill('raw@1'),
    ])
    await ledger.close()
  })

  test('cut short goes on where it was; what was half written is taken back', async () => {
    await store('ours', linesOf(30), (n) => DAY + n)
    let slices = 0
    const cut = () => {
      slices++
      if (slices === 2) throw new Error('the power went')
    }
    await expect(reparse({ sliceRows: 10, onProgress: cut })).rejects.toThrow('the power went')
    const ledger = createReparseLedger(clickhouse.connection)
    const run = { tenantId: world.ours.tenantId, sourceId: undefined, from: DAY, to: DAY + 3 * 86_400_000 }
    const slice = { run, revision: 1, retentionClass: 1095, from: DAY + 20, to: DAY + 25 }
    await ledger.mark(slice, 'writing')
    await sleep(LEASE_MS)
    const old = (await eventsOf(world.ourScope)).filter(({ parser }) => parser === 'raw@1')
    await insertRevision(clickhouse.store, slice, 'half', { events: old.slice(0, 3), detections: [] })
    expect(await eventsOf(world.ourScope)).toHaveLength(30)

    expect(await reparse({ sliceRows: 10 })).toEqual({ events: 10, detections: 5 })
    const after = await eventsOf(world.ourScope)
    expect(after).toHaveLength(30)
    expect(after.every(isRead)).toBe(true)
    expect(await ledger.openSlices(world.ours.tenantId)).toEqual([])
    await ledger.close()
  })

  test('waits for inserts that a process began which was killed', async () => {
    const before = await store('ours', linesOf(20_000), () => DAY)
    const ledger = createReparseLedger(clickhouse.connection)
    const run = { tenantId: world.ours.tenantId, sourceId: undefined, from: DAY, to: DAY + 3 * 86_400_000 }
    const slice = { run, revision: 1, retentionClass: 1095, from: DAY, to: DAY + 1 }
    await ledger.mark(slice, 'writing')
    await sleep(LEASE_MS)
    const late = ['a', 'b', 'c'].map((part) =>
      insertRevision(clickhouse.store, slice, part, { events: before, detections: [] }),
    )
    // Then ClickHouse has the others, too.
    await Promise.race(late)
    await closeSlices(ledger, world.ours.tenantId)
    await Promise.all(late)
    await ledger.close()
    const after = await eventsOf(world.ourScope)
    expect(after).toHaveLength(20_000)
    expect(new Set(after.map(({ eventId: id }) => id)).size).toBe(20_000)
  })

  test('is refused while another is at work on the tenant', async () => {
    await store('ours', linesOf(3), () => DAY)
    const results = await Promise.allSettled([reparse(), reparse()])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await eventsOf(world.ourScope)).toHaveLength(3)
  })
})
