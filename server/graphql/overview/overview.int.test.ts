import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Level } from '#core/event/detection'
import type { Event } from '#core/event/event'
import { raiseAlerts } from '#core/records/alerts/raise-alerts'
import { ensureSource } from '#core/records/sources'
import { insertEvents } from '#core/store/insert-events'
import { fillWithLogins, NOON, RANGE, RULE } from '../../../e2e/testkit/fill-with-logins.ts'
import { type GraphqlWorld, graphqlWorld } from '../../../e2e/testkit/graphql-world.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const nanos = (milliseconds: number) => BigInt(milliseconds) * 1_000_000n

let world: GraphqlWorld
let ours: string
const now = Date.now()

beforeAll(async () => {
  world = await graphqlWorld()
  ours = await world.token('ours')
  for (const whose of ['ours', 'theirs'] as const) {
    await fillWithLogins(world, whose)
    await raise(whose)
    // Theirs sends more, by sources of the same names, at the same times.
    const times = whose === 'ours' ? 1 : 3
    await send(whose, 'steady', [5, 6, 7, 65, ...daysAgo(1, 2, 3)], 4 * times)
    await send(whose, 'gone', daysAgo(1, 2), 5 * times)
    // Not in the hour that is looked at.
    await send(whose, 'gone', [2 * DAY + 3 * HOUR].map(toMinutes), 50)
  }
  await ensureSource(world.records, world.ourScope, { tenantId: world.ours.tenantId, name: 'new' })
})
afterAll(() => world.close())

const toMinutes = (milliseconds: number) => milliseconds / MINUTE
function daysAgo(...days: number[]): number[] {
  return days.map((day) => toMinutes(day * DAY + 30 * MINUTE))
}

/** @param minutesAgo when, `count` events each */
async function send(whose: 'ours' | 'theirs', name: string, minutesAgo: number[], count: number) {
  const { tenantId } = world[whose]
  const scope = whose === 'ours' ? world.ourScope : world.theirScope
  const { sourceId } = await ensureSource(world.records, scope, { tenantId, name })
  const payloadId = randomUUID()
  const events = minutesAgo
    .flatMap((ago) => Array<number>(count).fill(ago))
    .map(
      (ago, position): Event => ({
        ...{ eventId: randomUUID(), tenantId, sourceId, site: '', payloadId, position },
        ...{ received: now, parser: 'test@1', backfill: false, raw: whose, fields: {} },
        time: nanos(now - ago * MINUTE),
      }),
    )
  await insertEvents(world.store, payloadId, events)
}

async function raise(whose: 'ours' | 'theirs') {
  const scope = whose === 'ours' ? world.ourScope : world.theirScope
  const alert = (level: Level, value: string, from: number, to: number) => ({
    ...{ ruleId: level, ruleTitle: level, ruleDescription: undefined, level, attack: [], backfill: false },
    ...{ entity: { site: '', kind: 'host', value }, count: 1 },
    ...{ firstSeen: nanos(NOON + from * HOUR), lastSeen: nanos(NOON + to * HOUR) },
  })
  const groups = [alert('high', whose, 0, 2), alert('low', whose, 2.5, 2.5), alert('low', 'x', -30, -20)]
  await raiseAlerts(world.records, scope, { payloadId: randomUUID(), groups, now })
}

const ACTIVITY = `query($tenants: [ID!]) { activityByTenant(tenants: $tenants) { until stats { rowsRead } rows {
  tenant { slug } events usual standing hours lastSeen
  sources { source { name } search events usual standing lastSeen } } } }`

it('holds each source, and their tenant, against its own normal', async () => {
  const { data } = await world.ask(ours, ACTIVITY)
  const { activityByTenant } = data as { activityByTenant: { rows: Record<string, unknown>[] } }
  expect(activityByTenant.rows).toHaveLength(1)
  const [row] = activityByTenant.rows
  const at = (minutes: number) => new Date(now - minutes * MINUTE).toISOString()
  expect(row).toMatchObject({
    ...{ tenant: { slug: 'ours' }, events: 12, usual: 9, standing: 'usual', lastSeen: at(5) },
    sources: [
      { source: { name: 'gone' }, events: 0, usual: 5, standing: 'quiet', lastSeen: at(24 * 60 + 30) },
      { source: { name: 'new' }, events: 0, usual: null, standing: 'unknown', lastSeen: null },
      { source: { name: 'steady' }, events: 12, usual: 4, standing: 'usual', lastSeen: at(5) },
      { source: { name: 'web' }, events: 0, usual: null, standing: 'unknown', lastSeen: null },
    ],
  })
  expect(row?.hours).toEqual([...Array(22).fill(0), 4, 12])
  const steady = ((row?.sources ?? []) as { search: string; events: number }[])[2]
  const found = `query($search: String!, $range: TimeRange!) {
    events(tenants: ["ours"], filter: {query: $search, range: $range}) { totalCount } }`
  const range = { from: at(60), to: new Date(now).toISOString() }
  expect((await world.ask(ours, found, { search: steady?.search, range })).data).toEqual({
    events: { totalCount: steady?.events },
  })
})

const STANDARD = `{from: "${RANGE.from}", to: "${RANGE.to}"}`

it('shows nothing of another tenant, in any of its answers', async () => {
  const questions = [
    '{ activityByTenant(tenants: $tenants) { rows { events } } }',
    '{ alertHistogram(tenants: $tenants, range: $range) { total } }',
    '{ topRules(tenants: $tenants, range: $range) { rows { events } } }',
  ]
  for (const question of questions) {
    const range = question.includes('$range') ? `, $range: TimeRange = ${STANDARD}` : ''
    const query = `query($tenants: [ID!]!${range}) ${question}`
    for (const tenants of [['theirs'], ['ours', 'theirs'], ['nobody']]) {
      const { errors } = await world.ask(ours, query, { tenants })
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    }
    const { errors } = await world.ask(undefined, query, { tenants: ['ours'] })
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  }
})

const ALERTS = `query($tenants: [ID!]!, $range: TimeRange!) {
  alertHistogram(tenants: $tenants, range: $range, buckets: 24) { interval total levels { level count } buckets { from to count } } }`

it('counts in each bucket the alerts that are listed for its range', async () => {
  const asked = { tenants: ['ours'], range: RANGE }
  const { data } = await world.ask(ours, ALERTS, asked)
  const { alertHistogram: histogram } = data as {
    alertHistogram: {
      interval: number
      total: number
      buckets: { from: string; to: string; count: number }[]
    }
  }
  expect(histogram).toMatchObject({
    ...{ interval: 3600, total: 2 },
    levels: [
      { level: 'high', count: 1 },
      { level: 'low', count: 1 },
    ],
  })
  expect(histogram.buckets).toHaveLength(24)
  expect(histogram.buckets.map(({ count }) => count).slice(11, 16)).toEqual([0, 1, 1, 2, 0])
  const list = `query($range: TimeRange!) { alerts(tenants: ["ours"], filter: {range: $range}) { totalCount } }`
  for (const { from, to, count } of histogram.buckets.slice(11, 16)) {
    expect((await world.ask(ours, list, { range: { from, to } })).data).toEqual({
      alerts: { totalCount: count },
    })
  }
})

it('counts for a rule the events that a search for it finds', async () => {
  const query = `query($tenants: [ID!]!, $range: TimeRange!, $search: String!) {
    topRules(tenants: $tenants, range: $range) { rows { ruleId ruleTitle level shadow events } }
    events(tenants: $tenants, filter: {query: $search, range: $range}) { totalCount } }`
  const asked = { tenants: ['ours'], range: RANGE, search: `rule.id:${RULE}` }
  expect((await world.ask(ours, query, asked)).data).toEqual({
    topRules: {
      rows: [{ ruleId: RULE, ruleTitle: 'Login at ours', level: 'high', shadow: false, events: 2 }],
    },
    events: { totalCount: 2 },
  })
})

it('refuses ranges that are none, and bears those without end', async () => {
  const backwards = { from: RANGE.to, to: RANGE.from }
  const { errors } = await world.ask(ours, ALERTS, { tenants: ['ours'], range: backwards })
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  const ever = { from: '1900-01-01T00:00:00Z', to: '2262-01-01T00:00:00Z' }
  expect((await world.ask(ours, ALERTS, { tenants: ['ours'], range: ever })).data).toMatchObject({
    alertHistogram: { total: 3 },
  })
})
