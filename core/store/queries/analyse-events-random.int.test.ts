import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshClickHouse } from '../../../e2e/testkit/fresh-clickhouse.ts'
import { valuesOf } from '../../../e2e/testkit/matches-search.ts'
import { seededRandom } from '../../../e2e/testkit/seeded-random.ts'
import type { Event, FieldValue } from '../../event/event.ts'
import { parsePipeline } from '../../search/parse-pipeline.ts'
import { grantScope } from '../../tenant/grant-scope.ts'
import { insertEvents } from '../insert-events.ts'
import { analyseEvents } from './analyse-events.ts'

const random = seededRandom(20_261_127)
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T

const VALUES: readonly FieldValue[] = [
  ...['root', 'Root', '', 'a b', '5', '-1.5', '1e2', 'Müller'],
  ...[0, 7, 443, 70_000, 1.5, true],
  ...[
    ['x', 'y'],
    ['x', 'x'],
    ['5', 'z', '7'],
    [1, 'x'],
  ],
]
const FIELDS = ['user.name', 'user.id', 'tags', 'source.port', 'source.bytes', 'custom.key', 'custom.list']
const range = { from: 0n, to: 2n ** 62n }
const ours = randomUUID()

function eventsOf(tenantId: string): Event[] {
  return Array.from({ length: 300 }, (_, position) => ({
    eventId: randomUUID(),
    tenantId,
    sourceId: randomUUID(),
    site: '',
    payloadId: '018f0000-0000-7000-8000-000000000001',
    position,
    received: Date.now(),
    time: BigInt(Date.now()) * 1_000_000n,
    raw: 'line',
    parser: 'json@1',
    backfill: false,
    fields: Object.fromEntries(FIELDS.filter(() => random() < 0.6).map((field) => [field, pick(VALUES)])),
  }))
}

const events = eventsOf(ours)
let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
beforeAll(async () => {
  clickhouse = await freshClickHouse()
  await insertEvents(clickhouse.store, randomUUID(), [...events, ...eventsOf(randomUUID())])
})
afterAll(() => clickhouse.drop())

it('groups and sums as plain TypeScript does', { timeout: 120_000 }, async () => {
  for (let round = 0; round < 30; round++) {
    const [first, second, of] = [pick(FIELDS), pick(FIELDS), pick(FIELDS)]
    const by = first === second || random() < 0.5 ? [first] : [first, second]
    const text = `| stats count, count(${of}), dc(${of}), sum(${of}), min(${of}), max(${of}), values(${of}) by ${by.join(', ')}`
    const parsed = parsePipeline(text)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
    const { rows } = await analyseEvents(
      clickhouse.store,
      grantScope([ours]),
      { range },
      parsed.pipeline.pipes,
      10_000,
    )
    expect(sorted(rows), text).toEqual(sorted(expectedRows(by, of)))
  }
})

function expectedRows(by: readonly string[], of: string): unknown[][] {
  const groups = new Map<string, { keys: (string | null)[]; events: Event[] }>()
  for (const event of events) {
    for (const keys of combinations(by.map((field) => distinct(valuesOf(event, field))))) {
      const group = groups.get(JSON.stringify(keys)) ?? { keys, events: [] }
      groups.set(JSON.stringify(keys), group)
      group.events.push(event)
    }
  }
  return [...groups.values()].map(({ keys, events: some }) => {
    const texts = some.flatMap((event) => valuesOf(event, of))
    const numbers = texts.filter((text) => /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)).map(Number)
    const has = some.filter((event) => valuesOf(event, of).length > 0).length
    const figures =
      numbers.length === 0 ? [null, null, null] : [sum(numbers), Math.min(...numbers), Math.max(...numbers)]
    const values = [...new Set(texts)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    return [...keys, some.length, has, values.length, ...figures, values]
  })
}

function distinct(values: readonly string[]): (string | null)[] {
  return values.length === 0 ? [null] : [...new Set(values)]
}

function combinations(lists: readonly (string | null)[][]): (string | null)[][] {
  return lists.reduce<(string | null)[][]>(
    (all, list) => all.flatMap((before) => list.map((value) => [...before, value])),
    [[]],
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function sorted(rows: readonly (readonly unknown[])[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort()
}
