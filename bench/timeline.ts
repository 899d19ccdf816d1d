import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Detection } from '#core/event/detection'
import type { Event, Fields } from '#core/event/event'
import { eventId } from '#core/event/event-id'
import { uuidV7 } from '#core/event/uuid-v7'
import { entitySearch } from '#core/investigate/entity-search'
import { sharedValues } from '#core/investigate/shared-values'
import { createStore } from '#core/store/create-store'
import { insertDetections } from '#core/store/insert-detections'
import { insertEvents } from '#core/store/insert-events'
import { migrateStore } from '#core/store/migrate-store'
import { relatedEvents } from '#core/store/queries/related-events'
import type { QueryStats } from '#core/store/store'
import { grantScope } from '#core/tenant/grant-scope'
import { createChance } from '../e2e/testkit/create-chance.ts'
import { startClickHouse } from '../embedded/start-clickhouse.ts'
import { readProcessTree } from '../server/graphql/timeline/read-process-tree.ts'
import { readTimeline } from '../server/graphql/timeline/read-timeline.ts'
import { percentile } from './percentile.ts'
import { descendantsRunning, processTreeCpu } from './process-cpu.ts'

// What timelines, related events and process trees cost over the events of a tenant, in one day, made up.
const EVENTS = Number(process.argv[2] ?? 1_000_000)
const ROUNDS = 7
const BATCH = 20_000
const DAY = 86_400_000_000_000n
const start = BigInt(Date.UTC(2026, 0, 31)) * 1_000_000n
const range = { from: start, to: start + DAY }
const tenantId = uuidV7(Date.now())
const sources = Array.from({ length: 20 }, () => uuidV7(Date.now()))
const chance = createChance(5)

/** Few hosts have much to say, many have little. */
const skewed = (most: number) => Math.floor(most * (chance.below(1_000_000) / 1_000_000) ** 3)

function fieldsOf(pid: number): Fields {
  const host = `host-${skewed(2_000)}`
  const fields: Fields = {
    'host.name': host,
    'user.name': `user-${skewed(500)}`,
    'event.category': [chance.pick(['network', 'authentication', 'file'])],
    'event.severity': chance.below(100),
    'source.ip': `10.0.${chance.below(8)}.${chance.below(250)}`,
    'destination.ip': `198.18.${chance.below(250)}.${chance.below(250)}`,
    'custom.number': chance.below(10_000),
  }
  if (!chance.happens(0.1)) return fields
  const ids = {
    'process.entity_id': `{${pid}}`,
    'process.parent.entity_id': `{${pid - chance.below(5_000)}}`,
  }
  return { ...fields, ...ids, 'event.category': ['process'], 'event.type': ['start'], 'host.name': 'host-0' }
}

const home = await mkdtemp(join(tmpdir(), 'nightjar-bench-'))
const clickhouse = await startClickHouse({ home })
const connection = { ...clickhouse, database: 'bench' }
await migrateStore(connection)
const store = createStore(connection)
let middle: Event | undefined
for (let from = 0; from < EVENTS; from += BATCH) {
  const received = Date.now()
  const payloadId = uuidV7(received)
  const events = Array.from({ length: Math.min(BATCH, EVENTS - from) }, (_, position): Event => {
    const fields = fieldsOf(from + position)
    const ids = { eventId: eventId(payloadId, position, received), tenantId, payloadId, position }
    const own = {
      site: '',
      received,
      parser: 'bench@1',
      backfill: false,
      fields,
      raw: JSON.stringify(fields),
    }
    return {
      ...ids,
      ...own,
      sourceId: chance.pick(sources),
      time: start + (DAY * BigInt(from + position)) / BigInt(EVENTS),
    }
  })
  await insertEvents(store, payloadId, events)
  const detections = events
    .filter((_, place) => place % 200 === 0)
    .map(
      (event): Detection => ({
        ...{
          detectionId: event.eventId,
          tenantId,
          sourceId: event.sourceId,
          payloadId,
          eventId: event.eventId,
        },
        ...{
          eventTime: event.time,
          received,
          ruleId: `rule-${chance.below(30)}`,
          ruleTitle: 'A rule',
          level: 'high',
        },
        ...{ attack: [], entity: { site: '', kind: 'host', value: String(event.fields['host.name']) } },
        ...{ backfill: false, shadow: false, ruleSet: '' },
      }),
    )
  await insertDetections(store, payloadId, detections)
  if (from <= EVENTS / 2) middle = events.findLast((event) => event.fields['process.entity_id'] !== undefined)
}

const deps = { store, budget: { spend: () => undefined } }
const scope = grantScope([tenantId])
const wish = { lanes: 20, pixels: 1_500, now: range.to }
const search = entitySearch({ kind: 'host', value: 'host-1' })
const evidence = middle as Event
const span = { from: evidence.time, to: evidence.time }
const shared = sharedValues({ site: '', kind: 'host', value: 'host-1' }, [evidence])
const related = { shared, site: '', range, span, without: [evidence.eventId], most: 500 }
const [clickhousePid = 0] = descendantsRunning('embedded/clickhouse/main')
const cpu = () => processTreeCpu(clickhousePid)
const questions: Readonly<Record<string, () => Promise<{ stats: QueryStats }>>> = {
  timeline_by_host: () => readTimeline(deps, scope, { range }, { ...wish, by: 'host' }),
  timeline_by_user: () => readTimeline(deps, scope, { range }, { ...wish, by: 'user' }),
  timeline_of_a_host: () => readTimeline(deps, scope, { range, search }, { ...wish, by: 'user' }),
  related: () => relatedEvents(store, scope, related),
  process_tree: () => readProcessTree(deps, scope, evidence, { up: 20, down: 3, most: 500 }),
}
for (const [name, ask] of Object.entries(questions)) {
  const took: number[] = []
  let rows = 0n
  const cpuBefore = cpu()
  for (let round = 0; round < ROUNDS; round++) {
    const before = performance.now()
    rows = (await ask()).stats.rowsRead
    took.push(performance.now() - before)
  }
  const spent = Math.round(((cpu() - cpuBefore) / ROUNDS) * 1_000)
  const wall = Math.round(percentile(took, 0.5))
  process.stdout.write(`${name} ${wall} ms, ${spent} ms of CPU in ClickHouse, ${rows} rows read\n`)
}
await store.close()
await clickhouse.stop()
await rm(home, { recursive: true, force: true })
