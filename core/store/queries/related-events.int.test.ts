import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshClickHouse } from '../../../e2e/testkit/fresh-clickhouse.ts'
import type { Event, Fields } from '../../event/event.ts'
import { rankRelated } from '../../investigate/rank-related.ts'
import { sharedValues } from '../../investigate/shared-values.ts'
import { grantScope } from '../../tenant/grant-scope.ts'
import { insertEvents } from '../insert-events.ts'
import { relatedEvents } from './related-events.ts'

const ours = randomUUID()
const theirs = randomUUID()
const SECOND = 1_000_000_000n
const start = BigInt(Date.UTC(2026, 4, 5, 8)) * 1_000_000n
const at = (seconds: number) => start + BigInt(seconds) * SECOND
const range = { from: at(0), to: at(7_200) }
const span = { from: at(3_600), to: at(3_660) }

const evidence: Fields = {
  'host.name': 'WS-9',
  'user.name': 'Anna',
  'source.ip': '10.1.2.3',
  'destination.ip': '9.8.7.6',
  'process.pid': 77,
  'process.hash.sha256': 'AB01',
  'dns.question.name': 'rare.example',
}
const lines: readonly (readonly [name: string, seconds: number, fields: Fields, site?: string])[] = [
  ['evidence', 3_600, evidence],
  ['same hash', 60, { 'file.hash.sha256': 'ab01' }],
  ['same domain', 3_660, { 'url.domain': 'RARE.example' }],
  ['same user as target', 3_610, { 'user.target.name': 'anna' }],
  ['same process', 3_500, { 'host.name': 'ws-9', 'process.pid': 77 }],
  ['same pid elsewhere', 3_501, { 'host.name': 'ws-8', 'process.pid': 77 }],
  ['same internal address', 3_600, { 'client.ip': '10.1.2.3' }],
  ['same host of another site', 3_600, { 'host.name': 'ws-9', 'source.ip': '10.1.2.3' }, 'away'],
  ['same external address of another site', 3_000, { 'source.ip': '9.8.7.6' }, 'away'],
  ['nothing', 3_600, { 'user.name': 'bo' }],
  ['out of range', 7_200, { 'user.name': 'anna' }],
]
/** Much of one user, so that he says little. */
const common = Array.from(
  { length: 200 },
  (_, n) => [`common ${n}`, 3_400 + n, { 'user.name': 'Anna' }] as const,
)

const eventsOf = (tenantId: string) =>
  [...lines, ...common].map(([name, seconds, fields, site = 'hub'], position): Event => {
    const ids = { eventId: randomUUID(), tenantId, sourceId: randomUUID(), payloadId: randomUUID(), position }
    return {
      ...ids,
      site,
      received: Date.now(),
      time: at(seconds),
      raw: name,
      parser: 't@1',
      backfill: false,
      fields,
    }
  })

let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
const events = eventsOf(ours)
beforeAll(async () => {
  clickhouse = await freshClickHouse()
  await insertEvents(clickhouse.store, randomUUID(), [...events, ...eventsOf(theirs)])
})
afterAll(() => clickhouse.drop())

async function related(most: number, scope = grantScope([ours])) {
  const [first] = events as [Event]
  const shared = sharedValues({ site: 'hub', kind: 'host', value: 'ws-9' }, [first])
  const wanted = { shared, site: 'hub', range, span, without: [first.eventId], most }
  const { candidates, weights, stats } = await relatedEvents(clickhouse.store, scope, wanted)
  return { ranked: rankRelated(candidates, shared, weights, span), stats }
}

it('finds what shares something, the rarest and nearest first, of one tenant', async () => {
  const { ranked, stats } = await related(500)
  expect(ranked.every(({ event }) => event.tenantId === ours)).toBe(true)
  expect(ranked.slice(0, 6).map(({ event }) => event.raw)).toEqual([
    'same process',
    'same internal address',
    'same domain',
    'same external address of another site',
    'same hash',
    'same user as target',
  ])
  expect(ranked[0]?.reasons).toEqual(['same host ws-9', 'same process 77 on ws-9', '100 s before'])
  expect(ranked).toHaveLength(206)
  expect(stats.rowsRead).toBeGreaterThan(0n)
})

it('takes in the best where there are more than may be', async () => {
  const all = await related(500)
  const some = await related(4)
  expect(some.ranked.map(({ event }) => event.raw)).toEqual(
    all.ranked.slice(0, 4).map(({ event }) => event.raw),
  )
})

it('finds nothing of others', async () => {
  expect((await related(500, grantScope([randomUUID()]))).ranked).toEqual([])
})

it('bears whatever the events behind an alert name', async () => {
  const fields = {
    ...{ 'host.name': "a'\\\u0000", 'user.name': ['', '{user_values:String}'] },
    ...{ 'source.ip': 'fe80::1%eth0', 'destination.ip': '001.2.3.004', 'process.entity_id': '__proto__' },
  }
  const shared = sharedValues({ site: '', kind: 'ip', value: '::ffff:10.9.8.7' }, [
    { fields },
    { fields: { 'host.name': 'b', 'process.pid': 2 ** 32 - 1 } },
  ])
  expect(shared).toHaveLength(8)
  const wanted = { shared, site: 'hub', range, span, without: [], most: 5 }
  const { candidates } = await relatedEvents(clickhouse.store, grantScope([ours]), wanted)
  expect(candidates).toEqual([])
})
