import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshClickHouse } from '../../../e2e/testkit/fresh-clickhouse.ts'
import { readRules } from '../../detect/rule/read-rules.ts'
import { rulesToClickHouse } from '../../detect/to-clickhouse/rules-to-clickhouse.ts'
import type { Event, Fields } from '../../event/event.ts'
import { parsePipeline } from '../../search/parse-pipeline.ts'
import { grantScope } from '../../tenant/grant-scope.ts'
import { insertEvents } from '../insert-events.ts'
import { analyseEvents } from './analyse-events.ts'
import { countEvents } from './count-events.ts'
import { eventFacets } from './event-facets.ts'
import { eventHistogram } from './event-histogram.ts'
import { eventPatterns } from './event-patterns.ts'
import { fieldValues } from './field-values.ts'
import { hitsByTenant } from './hits-by-tenant.ts'
import { listEvents } from './list-events.ts'

const ours = randomUUID()
const theirs = randomUUID()
const scope = grantScope([ours])
const range = { from: 0n, to: 100n }

const FIELDS: readonly Fields[] = [
  { 'source.ip': '10.0.0.5', 'user.name': 'Root' },
  { 'source.ip': '::ffff:10.0.0.5', 'user.name': 'ROOT' },
  { 'source.ip': '2001:DB8:0::1', 'user.name': ['alice', 'root'] },
  { 'source.ip': '2001:db8::1', 'user.name': '' },
]

function eventsOf(tenantId: string): Event[] {
  return FIELDS.map((fields, position) => ({
    ...{ eventId: randomUUID(), tenantId, sourceId: tenantId, payloadId: tenantId, position },
    ...{ site: '', received: Date.now(), time: BigInt(position), raw: `line ${position}`, parser: 'json@1' },
    ...{ backfill: false, fields },
  }))
}

function conditionsOf(...selections: string[]) {
  const texts = selections.map(
    (selection) => `title: T\nlogsource: { product: p }\ndetection:\n  a:\n    ${selection}\n  condition: a`,
  )
  return rulesToClickHouse(readRules(texts.join('\n---\n'), 'a.yml').rules, [])
}

let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
const events = eventsOf(ours)
beforeAll(async () => {
  clickhouse = await freshClickHouse()
  await insertEvents(clickhouse.store, ours, [...events, ...eventsOf(theirs)])
})
afterAll(() => clickhouse.drop())

const countsOf = (who: string, to: bigint, ...selections: string[]) =>
  Promise.all(
    selections.map((selection) =>
      countEvents(clickhouse.store, grantScope([who]), {
        range: { from: 0n, to },
        rules: conditionsOf(selection),
      }),
    ),
  )

it('finds what a rule matches, newest first, page by page, and nothing of another tenant', async () => {
  const query = { range, rules: conditionsOf('user.name: root') }
  const first = await listEvents(clickhouse.store, scope, query, { first: 2 })
  expect(first).toMatchObject({ events: [events[2], events[1]], hasNextPage: true })
  const after = first.events.at(-1)
  const next = await listEvents(clickhouse.store, scope, query, { first: 2, after })
  expect(next).toMatchObject({ events: [events[0]], hasNextPage: false })
  const foreign = grantScope([randomUUID()])
  expect((await listEvents(clickhouse.store, foreign, query, { first: 2 })).events).toEqual([])
})

it('counts matches of the scope and the range only, and none where there is no rule', async () => {
  const selections = ['user.name: root', 'user.name: none', "user.name: ''", 'source.ip|cidr: 10.0.0.0/8']
  expect(await countsOf(ours, 100n, ...selections)).toEqual([3n, 0n, 1n, 2n])
  expect(await countsOf(ours, 1n, ...selections)).toEqual([1n, 0n, 0n, 1n])
  expect(await countsOf(randomUUID(), 100n, ...selections)).toEqual([0n, 0n, 0n, 0n])
  expect(await countEvents(clickhouse.store, scope, { range, rules: conditionsOf() })).toBe(0n)
})

it('takes several rules as alternatives, whose parts are named once, beside all else that is asked', async () => {
  const rules = conditionsOf('user.name: alice', "user.name: ''")
  const query = { range, rules, now: 0n }
  expect((await eventHistogram(clickhouse.store, scope, query, { buckets: 1 })).total).toBe(2n)
  const [facet] = await eventFacets(clickhouse.store, scope, query, ['user.name'], 5)
  expect(facet?.values).toEqual(['', 'alice', 'root'].map((value) => ({ value, count: 1n })))
  expect(await fieldValues(clickhouse.store, scope, query, 'source.ip', 5)).toEqual([
    { value: '2001:db8::1', count: 2n },
  ])
  expect(await eventPatterns(clickhouse.store, scope, query, 5)).toMatchObject([{ count: 2n }])
  const pipes = parsePipeline('| stats count by source.ip')
  const analysis = await analyseEvents(
    clickhouse.store,
    scope,
    query,
    pipes.ok ? pipes.pipeline.pipes : [],
    10,
  )
  expect(analysis.rows).toEqual([['2001:db8::1', 2]])
})

it('tells of each tenant by itself, of those in scope alone', async () => {
  const nobody = randomUUID()
  const query = { range, rules: conditionsOf('user.name: root') }
  const { rows } = await hitsByTenant(clickhouse.store, grantScope([ours, nobody]), query, 1)
  const none = { distinct: 0n, values: [] }
  const both = await hitsByTenant(clickhouse.store, grantScope([ours, theirs]), query, 1)
  expect(new Map(both.rows.map(({ tenantId, count }) => [tenantId, count]))).toEqual(
    new Map([
      [ours, 3n],
      [theirs, 3n],
    ]),
  )
  expect(rows).toEqual([
    {
      ...{ tenantId: ours, count: 3n, first: 0n, last: 2n },
      hosts: none,
      users: { distinct: 4n, values: [{ value: 'ROOT', count: 1n }] },
      addresses: { distinct: 2n, values: [{ value: '10.0.0.5', count: 2n }] },
    },
    {
      ...{ tenantId: nobody, count: 0n, first: undefined, last: undefined },
      ...{ hosts: none, users: none, addresses: none },
    },
  ])
})

it('keeps how an address was written beside the address', async () => {
  const page = await listEvents(clickhouse.store, scope, { range }, { first: 10 })
  expect(page.events.map((event) => event.fields)).toEqual([...FIELDS].reverse())
  expect(
    await countsOf(
      ours,
      100n,
      "source.ip|startswith: '::ffff:'",
      "source.ip: '2001:db8::1'",
      'source.ip|contains: db8',
    ),
  ).toEqual([1n, 1n, 2n])
  expect(await fieldValues(clickhouse.store, scope, { range }, 'source.ip', 10)).toEqual([
    { value: '10.0.0.5', count: 2n },
    { value: '2001:db8::1', count: 2n },
  ])
})
