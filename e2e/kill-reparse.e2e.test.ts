import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { detectionId } from '#core/detect/detection-id'
import type { Event } from '#core/event/event'
import { eventId } from '#core/event/event-id'
import { uuidV7 } from '#core/event/uuid-v7'
import { createSource } from '#core/records/sources'
import { connect } from '#core/store/connection'
import { insertDetections } from '#core/store/insert-detections'
import { insertEvents } from '#core/store/insert-events'
import { PHASES } from '#core/store/reparse/slice'
import type { TenantScope } from '#core/tenant/tenant-scope'
import { freshClickHouse } from './testkit/fresh-clickhouse.ts'
import { twoTenants } from './testkit/two-tenants.ts'

const LAUNCHER = join(import.meta.dirname, '../cli/nightjar.mjs')
const RULE = `title: Valve left open
id: 0f6c1a57-52f4-4d0c-9c9b-7d6c3f5b2e11
status: test
level: high
logsource: { category: valve }
detection:
  selection: { message|contains: left open }
  condition: selection
`
const DAY_MS = 86_400_000
const FIRST_DAY = Date.parse('2026-03-02T12:00:00Z')
const DAYS = 3
/** More than a page of lines, so that a slice takes several inserts. */
const LINES = 6_000

type Seen = { events: number; ids: number; old: number; detections: number; detectionIds: number }

test('a reparse killed with -9 again and again leaves every event there once, old or new', {
  timeout: 300_000,
}, async () => {
  const [world, clickhouse, rules] = await Promise.all([
    twoTenants(),
    freshClickHouse(),
    mkdtemp(join(tmpdir(), 'nightjar-rules-')),
  ])
  const client = connect(clickhouse.connection)
  onTestFinished(async () => {
    await client.close()
    await Promise.all([world.close(), clickhouse.drop(), rm(rules, { recursive: true })])
  })
  await writeFile(join(rules, 'valve.yml'), RULE)
  const { records, ours, theirs, ourScope, theirScope } = world

  /** A day's lines as a parser of long ago read them, with the detections of a rule that is gone. */
  async function store(tenantId: string, sourceId: string, day: number): Promise<void> {
    const first = FIRST_DAY + day * DAY_MS
    const payloadId = uuidV7(first)
    const events = Array.from({ length: LINES }, (_, position): Event => {
      const received = first + position
      const raw = `valve=${position} state=${position % 2 ? 'shut' : '"left open"'} day=${day}`
      return {
        ...{ eventId: eventId(payloadId, position, received), tenantId, sourceId, payloadId, position },
        ...{ received, time: BigInt(received) * 1_000_000n, site: '', raw, parser: 'raw@1', backfill: false },
        fields: { message: raw },
      }
    })
    await insertEvents(clickhouse.store, payloadId, events)
    await insertDetections(
      clickhouse.store,
      payloadId,
      events.map((event) => ({
        ...{ detectionId: detectionId(event.eventId, 'gone'), eventId: event.eventId, eventTime: event.time },
        ...{ tenantId, sourceId, payloadId, received: event.received, ruleId: 'gone', ruleTitle: 'Gone' },
        ...{ level: 'low' as const, attack: [], backfill: false, shadow: false, ruleSet: '' },
        entity: { site: '', kind: 'host' as const, value: 'mill' },
      })),
    )
  }
  for (const [{ tenantId }, scope] of [
    [ours, ourScope],
    [theirs, theirScope],
  ] as const) {
    const source = { tenantId, name: 'valves', format: 'key-value' }
    const { sourceId } = await createSource(records, scope, source)
    for (let day = 0; day < DAYS; day++) await store(tenantId, sourceId, day)
  }

  async function seen(scope: TenantScope): Promise<Seen> {
    const sql = `SELECT count(), uniqExact(event_id), countIf(parser = 'raw@1'),
        (SELECT count() FROM detections WHERE tenant_id IN {tenants:Array(UUID)}),
        (SELECT uniqExact(detection_id) FROM detections WHERE tenant_id IN {tenants:Array(UUID)})
      FROM events WHERE tenant_id IN {tenants:Array(UUID)}`
    const [row] = (await clickhouse.store.read(scope, { sql })).rows
    const [events = 0, ids = 0, old = 0, detections = 0, detectionIds = 0] = row?.map(Number) ?? []
    return { events, ids, old, detections, detectionIds }
  }
  /** An old row has one detection, a new one where it matches: half of them. */
  function mustBeWhole({ events, ids, old, detections, detectionIds }: Seen): void {
    expect({ events, ids }).toEqual({ events: DAYS * LINES, ids: DAYS * LINES })
    expect({ detections, detectionIds }).toEqual({
      detections: old + (events - old) / 2,
      detectionIds: detections,
    })
  }

  const { url, user, password, database } = clickhouse.connection
  function startReparse(): ChildProcess {
    const range = ['--range', '2026-03-01..2026-03-09']
    return fork(LAUNCHER, ['reparse', '--tenant', 'ours', ...range], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...process.env,
        ...{ NIGHTJAR_POSTGRES_URL: world.appUrl, NIGHTJAR_RULES: rules, NIGHTJAR_CLICKHOUSE_URL: url },
        ...{ NIGHTJAR_CLICKHOUSE_USER: user, NIGHTJAR_CLICKHOUSE_PASSWORD: password },
        NIGHTJAR_CLICKHOUSE_DATABASE: database,
      },
    })
  }
  async function count(sql: string): Promise<number> {
    const answer = await client.query({ query: `SELECT count() ${sql}`, format: 'JSONCompactEachRow' })
    return Number((await answer.json<[string]>())[0]?.[0])
  }
  const newRows = () => count('FROM events WHERE revision > 0')
  const inPhase = (phase: keyof typeof PHASES) =>
    count(`FROM reparses FINAL WHERE phase = ${PHASES[phase]} AND run_to > slice_to`)

  const before = await seen(theirScope)
  const moments: [string, () => Promise<boolean>][] = [
    ['its first rows are there', async () => (await newRows()) > 0],
    ['the first slice is swapped', async () => (await inPhase('swapped')) > 0],
    [
      'another slice is half written',
      async () => (await inPhase('done')) > 0 && (await inPhase('writing')) > 0,
    ],
    ['another slice is swapped', async () => (await inPhase('swapped')) > 0 && (await inPhase('done')) > 0],
  ]
  for (const [moment, hasCome] of moments) {
    const reparse = startReparse()
    onTestFinished(() => void reparse.kill('SIGKILL'))
    const ended = once(reparse, 'exit')
    await expect.poll(hasCome, { interval: 10, timeout: 60_000, message: moment }).toBe(true)
    expect(reparse.kill('SIGKILL'), moment).toBe(true)
    expect(await ended, moment).toEqual([null, 'SIGKILL'])
    mustBeWhole(await seen(ourScope))
  }
  expect((await seen(ourScope)).old, 'the kills fell into the run').toBeGreaterThan(0)

  const reparse = startReparse()
  const [said, complaint] = [reparse.stdout, reparse.stderr].map((stream) => stream && text(stream))
  const [code] = await once(reparse, 'exit')
  expect({
    code,
    ...JSON.parse((await said) || `{"error":${JSON.stringify(await complaint)}}`),
  }).toMatchObject({ code: 0, reparsed: { tenant: 'ours' } })
  const after = await seen(ourScope)
  mustBeWhole(after)
  expect(after.old).toBe(0)
  // Nothing is left behind the filter either, and the other tenant was never touched.
  expect(await count('FROM events')).toBe(2 * DAYS * LINES)
  expect(await seen(theirScope)).toEqual(before)
})
