import { randomUUID } from 'node:crypto'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Event } from '#core/event/event'
import { uuidV7 } from '#core/event/uuid-v7'
import { indexParsers } from '#core/parse/index-parsers'
import { parseLinesOf } from '#core/parse/parse-lines'
import { parseSearch } from '#core/search/parse-search'
import { insertEvents } from '#core/store/insert-events'
import { listEvents } from '#core/store/queries/list-events'
import { grantScope } from '#core/tenant/grant-scope'
import { freshClickHouse } from '../../e2e/testkit/fresh-clickhouse.ts'
import { arrivalsOf } from './arrival.ts'
import { createNameAllowance } from './create-name-allowance.ts'
import { createParseStep } from './create-parse-step.ts'
import { inChunks, startPipeline } from './run-pipeline.ts'
import { createStageClock } from './stage-clock.ts'

const LINES: Record<string, Buffer> = {
  blank: Buffer.from('  '),
  nul: Buffer.from('door\0 opened'),
  long: Buffer.from(`{"a":"${'x '.repeat(500_000)}"}`),
  not_utf8: Buffer.from([0x5a, 0xfc, 0x72, 0xed, 0xa0, 0x80]),
  lone_surrogate: Buffer.from('{"msg":"a\\ud800b","\\udfff":1}'),
  duplicate_names: Buffer.from('{"user":"root","user":"anna"}'),
  fields_cut: Buffer.from(`{${Array.from({ length: 20_000 }, (_, i) => `"k${i}":"${i}"`).join()}}`),
  values_cut: Buffer.from(`{"list":[${'1,'.repeat(9_999)}1]}`),
  names_reserved: Buffer.from('{"nightjar":{"suspected_by":["rule"]},"__proto__":{"a":1}}'),
  clock_ahead: Buffer.from('{"time":"9999-12-31T23:59:59Z"}'),
  clock_behind: Buffer.from('{"time":"0001-01-01T00:00:00Z"}'),
}

const [tenantId, otherId] = [randomUUID(), randomUUID()]
let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
beforeAll(async () => {
  clickhouse = await freshClickHouse()
})
afterAll(() => clickhouse.drop())

async function found(tenant: string, text: string): Promise<readonly Pick<Event, 'raw' | 'time'>[]> {
  const parsed = parseSearch(text)
  if (!parsed.ok || parsed.tree === undefined) throw new Error(text)
  const range = { from: 0n, to: 2n ** 62n }
  const scope = grantScope([tenant])
  return (await listEvents(clickhouse.store, scope, { range, search: parsed.tree }, { first: 100 })).events
}

it('stores every hostile line whole, under a time that can be, and finds it by what is odd about it', async () => {
  const received = Date.now()
  const pipeline = inChunks(
    startPipeline(createStageClock(new Registry()))
      .pipeAll(
        'parse',
        createParseStep(() => parseLinesOf(indexParsers()), createNameAllowance(new Set())),
      )
      .pipe('detect', (event) => ({ event, detections: [] })),
  )
  const segments = [tenantId, otherId].map((tenant) => ({
    ...{
      tenantId: tenant,
      sourceId: randomUUID(),
      site: '',
      format: 'auto',
      zoneMinutes: 0,
      backfill: false,
    },
    ...{ received, records: Object.values(LINES) },
  }))
  const payloadId = uuidV7(received)
  const { events } = await pipeline(arrivalsOf({ payloadId, segments }))
  await insertEvents(clickhouse.store, payloadId, events)

  for (const [problem, bytes] of Object.entries(LINES)) {
    const rows = await found(tenantId, `nightjar.problem:${problem}`)
    const raws = rows.map(({ raw }) => raw)
    expect(raws, problem).toContain(bytes.toString(problem === 'not_utf8' ? 'latin1' : 'utf8'))
    for (const { time } of rows) expect(time).toBe(BigInt(received) * 1_000_000n)
  }
  expect(await found(tenantId, 'nightjar.problem:*')).toHaveLength(Object.keys(LINES).length)
  expect(await found(tenantId, 'nightjar.claimed_time:"9999-12-31T23:59:59.000Z"')).toHaveLength(1)
  expect(await found(tenantId, 'nightjar.suspected_by:*')).toEqual([])
  expect(await found(randomUUID(), 'nightjar.problem:*')).toEqual([])
})
