import type { Enricher } from '#core/enrich/enricher'
import type { ParseLines } from '#core/parse/parse-lines'
import { arrivalsOf } from './arrival.ts'
import { createCategoriseStep } from './create-categorise-step.ts'
import { createDetectStep } from './create-detect-step.ts'
import { createEnrichStep } from './create-enrich-step.ts'
import type { NameAllowance } from './create-name-allowance.ts'
import { createParseStep } from './create-parse-step.ts'
import type { RulesInForce } from './keep-knowledge.ts'
import { inChunks, type Pipeline, type Replay, startPipeline } from './run-pipeline.ts'
import type { StageClock } from './stage-clock.ts'

/** How lines become fields, whatever the rules. */
interface Reading {
  parseLinesOf: (tenantId: string) => ParseLines
  namesOf: NameAllowance
  enrich: Enricher
}

/**
 * The map: what becomes of a record, in order. Before it stand the doors (server/collect) and the queue; behind it the
 * batch is stored (ingest-payload.ts) and its detections become alerts (workers/alerts).
 */
export function createPipeline(reading: Reading, rules: RulesInForce, clock: StageClock): Pipeline {
  const replay = createReplay(reading, rules, clock)
  return (payload) => replay(arrivalsOf(payload))
}

/** The same way for lines that are stored already. */
export function createReplay(reading: Reading, rules: RulesInForce, clock: StageClock): Replay {
  return inChunks(
    startPipeline(clock)
      .pipeAll('parse', createParseStep(reading.parseLinesOf, reading.namesOf))
      .pipe('categorise', createCategoriseStep(rules.categorise))
      .pipe('enrich', createEnrichStep(reading.enrich))
      .pipe('detect', createDetectStep(rules.rulingOf)),
  )
}
