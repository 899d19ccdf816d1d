import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createChance } from '../../../e2e/testkit/create-chance.ts'
import { createRandomEvent } from '../../../e2e/testkit/create-random-event.ts'
import { createRandomRule, RANDOM_SOURCES } from '../../../e2e/testkit/create-random-rule.ts'
import { freshClickHouse } from '../../../e2e/testkit/fresh-clickhouse.ts'
import { matchedPositions } from '../../../e2e/testkit/matched-positions.ts'
import { insertEvents } from '../../store/insert-events.ts'
import { createMatcher } from '../match/create-matcher.ts'
import { readRules } from '../rule/read-rules.ts'
import { readLogSources } from '../sources/read-log-sources.ts'

const chance = createChance(20_261_126)
const { families, errors } = readLogSources(RANDOM_SOURCES, 'sources.yml')
const tenantId = randomUUID()
const randomEvent = createRandomEvent(chance, tenantId)
const events = Array.from({ length: 600 }, (_, position) => randomEvent(position))
const randomRule = createRandomRule(chance)
const texts = Array.from({ length: 500 }, (_, number) => randomRule(number))
const read = texts.map((text) => readRules(text, 'random.yml'))
const rules = read.flatMap((one) => one.rules)

let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
beforeAll(async () => {
  clickhouse = await freshClickHouse()
  await insertEvents(clickhouse.store, randomUUID(), events)
})
afterAll(() => clickhouse.drop())

it('random rules match the same events in the store as in the stream', { timeout: 240_000 }, async () => {
  expect(errors).toEqual([])
  expect(rules.length).toBeGreaterThan(300)
  const matcher = createMatcher(rules, families)
  const live = new Map(rules.map((rule) => [rule, [] as number[]]))
  for (const event of events) for (const rule of matcher.match(event)) live.get(rule)?.push(event.position)
  const past = await matchedPositions(clickhouse.store, tenantId, rules, families)
  const differing = rules.filter((rule) => String(live.get(rule)) !== String(past.get(rule)))
  expect(differing.map(({ text }) => text)).toEqual([])
  const shares = [...live.values()].map((positions) => positions.length)
  expect(shares.filter((count) => count > 0 && count < events.length).length).toBeGreaterThan(100)
})
