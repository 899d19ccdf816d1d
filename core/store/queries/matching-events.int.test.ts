import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshClickHouse } from '../../../e2e/testkit/fresh-clickhouse.ts'
import { readRules } from '../../detect/rule/read-rules.ts'
import { rulesToClickHouse } from '../../detect/to-clickhouse/rules-to-clickhouse.ts'
import type { Event, Fields } from '../../event/event.ts'
import { grantScope } from '../../tenant/grant-scope.ts'
import { insertEvents } from '../insert-events.ts'
import { countMatchingEvents } from './count-matching-events.ts'
import { fieldValues } from './field-values.ts'
import { listEvents } from './list-events.ts'
import { matchingEvents } from './matching-events.ts'

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

it('finds what a rule matches, newest first, page by page, and nothing of another tenant', async () => {
  const rules = conditionsOf('user.name: root')
  const first = await matchingEvents(clickhouse.store, scope, range, rules, { first: 2 })
  expect(first).toMatchObject({ events: [events[2], events[1]], hasNextPage: true })
  const after = first.events.at(-1)
  const next = await matchingEvents(clickhouse.store, scope, range, rules, { first: 2, after })
  expect(next).toMatchObject({ events: [events[0]], hasNextPage: false })
  const foreign = grantScope([randomUUID()])
  expect((await matchingEvents(clickhouse.store, foreign, range, rules, { first: 2 })).events).toEqual([])
})

it('counts the matches of many rules at once, of the scope and the range only', async () => {
  const rules = conditionsOf(
    'user.name: root',
    'user.name: none',
    "user.name: ''",
    'source.ip|cidr: 10.0.0.0/8',
  )
  const count = (who: string, to: bigint) =>
    countMatchingEvents(clickhouse.store, grantScope([who]), { from: 0n, to }, rules)
  expect(await count(ours, 100n)).toEqual([3n, 0n, 1n, 2n])
  expect(await count(ours, 1n)).toEqual([1n, 0n, 0n, 1n])
  expect(await count(randomUUID(), 100n)).toEqual([0n, 0n, 0n, 0n])
  expect(await countMatchingEvents(clickhouse.store, scope, range, conditionsOf())).toEqual([])
})

it('keeps how an address was written beside the address', async () => {
  const page = await listEvents(clickhouse.store, scope, { range }, { first: 10 })
  expect(page.events.map((event) => event.fields)).toEqual([...FIELDS].reverse())
  const rules = conditionsOf(
    "source.ip|startswith: '::ffff:'",
    "source.ip: '2001:db8::1'",
    'source.ip|contains: db8',
  )
  expect(await countMatchingEvents(clickhouse.store, scope, range, rules)).toEqual([1n, 1n, 2n])
  expect(await fieldValues(clickhouse.store, scope, { range }, 'source.ip', 10)).toEqual([
    { value: '10.0.0.5', count: 2n },
    { value: '2001:db8::1', count: 2n },
  ])
})
