import { Registry } from 'prom-client'
import { readConfig } from '#core/config'
import { createEnrich } from '#core/enrich/create-enrich'
import type { Event } from '#core/event/event'
import { uuidV7 } from '#core/event/uuid-v7'
import { createLog } from '#core/log'
import { indexParsers } from '#core/parse/index-parsers'
import { parseLinesOf } from '#core/parse/parse-lines'
import { createNameAllowance } from '../workers/ingest/create-name-allowance.ts'
import { createKnowledgeLoader } from '../workers/ingest/load-knowledge.ts'
import { createPipeline } from '../workers/ingest/pipeline.ts'
import { createStageClock } from '../workers/ingest/stage-clock.ts'

const EVENTS_PER_PAYLOAD = 10_000

export interface EventBatch {
  payloadId: string
  events: Event[]
}

/** Raw lines as the workers make them into events, a payload at a time. */
export async function* eventsOfLines(tenantId: string, lines: readonly string[]): AsyncGenerator<EventBatch> {
  const { RULES, LOG_LEVEL } = readConfig()
  const log = createLog('bench', LOG_LEVEL === 'info' ? 'warn' : LOG_LEVEL)
  const { categorise, ruling } = await createKnowledgeLoader({ folders: RULES, file: undefined }, log)()
  const rules = { categorise, rulingOf: () => ruling }
  const parseLines = parseLinesOf(indexParsers())
  const run = createPipeline(
    { parseLinesOf: () => parseLines, namesOf: createNameAllowance(new Set()), enrich: createEnrich() },
    rules,
    createStageClock(new Registry()),
  )
  for (let at = 0; at < lines.length; at += EVENTS_PER_PAYLOAD) {
    const received = Date.now()
    const payloadId = uuidV7(received)
    const records = lines.slice(at, at + EVENTS_PER_PAYLOAD).map((line) => Buffer.from(line))
    const source = { tenantId, sourceId: tenantId, site: '', format: 'auto', zoneMinutes: 0 }
    const { events } = await run({ payloadId, segments: [{ ...source, backfill: false, received, records }] })
    yield { payloadId, events }
  }
}
