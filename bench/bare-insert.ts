import { Registry } from 'prom-client'
import { readConfig } from '#core/config'
import { createEnrich } from '#core/enrich/create-enrich'
import type { Event } from '#core/event/event'
import { uuidV7 } from '#core/event/uuid-v7'
import { createLog } from '#core/log'
import { createParseLine } from '#core/parse/parse-line'
import { createStore } from '#core/store/create-store'
import { insertEvents } from '#core/store/insert-events'
import { migrateStore } from '#core/store/migrate-store'
import { createNameAllowance } from '../workers/ingest/create-name-allowance.ts'
import { createKnowledgeLoader } from '../workers/ingest/load-knowledge.ts'
import { createPipeline } from '../workers/ingest/pipeline.ts'
import { createStageClock } from '../workers/ingest/stage-clock.ts'
import { processTreeCpu } from './process-cpu.ts'
import type { Stack } from './start-stack.ts'

const ROWS_PER_INSERT = 10_000

/** CPU seconds, ours and ClickHouse's, for inserting the same events, ready made, into an empty twin of the table. */
export async function bareInsertCpu(stack: Stack, lines: readonly string[]): Promise<number> {
  const twin = { ...stack.store, database: 'bare' }
  await migrateStore(twin)
  const batches = await eventsOf(stack, lines)
  const store = createStore(twin)
  const cpu = (): number =>
    processTreeCpu(stack.pids.clickhouse) + process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6
  const before = cpu()
  for (const { payloadId, events } of batches) await insertEvents(store, payloadId, events)
  const used = cpu() - before
  await store.close()
  return used
}

async function eventsOf(
  stack: Stack,
  lines: readonly string[],
): Promise<{ payloadId: string; events: Event[] }[]> {
  const { RULES, LOG_LEVEL } = readConfig()
  const log = createLog('bench', LOG_LEVEL === 'info' ? 'warn' : LOG_LEVEL)
  const { categorise, ruling } = await createKnowledgeLoader({ folders: RULES, file: undefined }, log)()
  const rules = { categorise, rulingOf: () => ruling }
  const parseLine = createParseLine()
  const run = createPipeline(
    { parseLineOf: () => parseLine, namesOf: createNameAllowance(new Set()), enrich: createEnrich() },
    rules,
    createStageClock(new Registry()),
  )
  const [tenantId = ''] = stack.scope.tenantIds
  const batches = []
  for (let at = 0; at < lines.length; at += ROWS_PER_INSERT) {
    const received = Date.now()
    const payloadId = uuidV7(received)
    const records = lines.slice(at, at + ROWS_PER_INSERT).map((line) => Buffer.from(line))
    const source = { tenantId, sourceId: tenantId, site: '', format: 'auto', zoneMinutes: 0 }
    const { events } = await run({ payloadId, segments: [{ ...source, backfill: false, received, records }] })
    batches.push({ payloadId, events })
  }
  return batches
}
