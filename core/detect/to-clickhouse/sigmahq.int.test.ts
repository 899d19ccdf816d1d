import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { freshClickHouse } from '../../../e2e/testkit/fresh-clickhouse.ts'
import { matchedPositions } from '../../../e2e/testkit/matched-positions.ts'
import { createCategorise } from '../../categorise/categorise.ts'
import { readCategories } from '../../categorise/read-categories.ts'
import type { Event } from '../../event/event.ts'
import { createParseLine } from '../../parse/parse-line.ts'
import { insertEvents } from '../../store/insert-events.ts'
import { createMatcher } from '../match/create-matcher.ts'
import { readRules } from '../rule/read-rules.ts'
import { readLogSources } from '../sources/read-log-sources.ts'

/** SigmaHQ's rules and real events, where they lie beside the checkout. */
const CORPUS = '../shared/sigma/corpus'
const RECORDED = '../shared/logs/cases/sigma-regression.ndjson.gz'
/** Of each file so many events are taken, at even distances. */
const STREAMS = [
  { file: '../shared/logs/bench/windows-100k.ndjson.gz', take: 900 },
  { file: '../shared/sigma/otrf-sample.ndjson.gz', take: 900 },
  { file: '../shared/logs/bench/mixed-100k.ndjson.gz', take: 1_200 },
]
const missing = [CORPUS, RECORDED, ...STREAMS.map(({ file }) => file)].filter((path) => !existsSync(path))

const linesOf = (file: string) => gunzipSync(readFileSync(file)).toString().trimEnd().split('\n')

function realLines(): string[] {
  const recorded = linesOf(RECORDED).flatMap((line) =>
    (JSON.parse(line) as { events_json: unknown[] }).events_json.map((event) => JSON.stringify(event)),
  )
  const streamed = STREAMS.flatMap(({ file, take }) => {
    const lines = linesOf(file)
    const step = Math.floor(lines.length / take)
    const taken = lines.filter((_, i) => i % step === 0)
    // Mixed lines stand in an envelope that says where they are from.
    return file.includes('mixed') ? taken.map((line) => (JSON.parse(line) as { raw: string }).raw) : taken
  })
  return [...recorded, ...streamed]
}

function textsIn(folder: string): { file: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yml'))
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }))
}

test('thousands of rules match the same real events in the store as in the stream', {
  timeout: 400_000,
}, async (context) => {
  if (missing.length > 0) context.skip(`${missing.join(', ')} is not there`)
  const folders = ['rules', 'rules-emerging-threats', 'rules-threat-hunting', 'rules-compliance']
  const rules = folders
    .flatMap((folder) => textsIn(join(CORPUS, folder)))
    .flatMap(({ file, text }) => readRules(text, file).rules)
  expect(rules.length).toBeGreaterThan(3_700)
  const families = textsIn('rules/log-sources').flatMap(
    ({ file, text }) => readLogSources(text, file).families,
  )
  const categorise = createCategorise(
    textsIn('rules/categories').flatMap(({ file, text }) => readCategories(text, file).table ?? []),
  )

  const parseLine = createParseLine()
  const tenantId = randomUUID()
  const events = realLines().map((raw, position): Event => {
    const { fields, parser } = parseLine(raw, 'auto', { received: 0, zoneMinutes: 0 })
    categorise(fields)
    const ids = { eventId: randomUUID(), tenantId, sourceId: tenantId, payloadId: tenantId, position }
    return { ...ids, site: '', received: 1_790_000_000_000, time: 0n, raw, parser, backfill: false, fields }
  })

  const matcher = createMatcher(rules, families)
  const live = new Map(rules.map((rule) => [rule, [] as number[]]))
  for (const event of events) for (const rule of matcher.match(event)) live.get(rule)?.push(event.position)

  const clickhouse = await freshClickHouse()
  try {
    await insertEvents(clickhouse.store, randomUUID(), events)
    const past = await matchedPositions(clickhouse.store, tenantId, rules, families)
    const differing = rules.filter((rule) => String(live.get(rule)) !== String(past.get(rule)))
    expect(differing.map(({ id }) => id)).toEqual([])
    expect([...live.values()].filter((positions) => positions.length > 0).length).toBeGreaterThan(150)
  } finally {
    await clickhouse.drop()
  }
})
