import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Level } from '#core/event/detection'
import { raiseAlerts } from '#core/records/alerts/raise-alerts'
import { type GraphqlWorld, graphqlWorld } from '../../../e2e/testkit/graphql-world.ts'

const NOON = 1_769_860_800_000n * 1_000_000n
const HOUR = 3_600n * 1_000_000_000n

let world: GraphqlWorld
let reader: string

/** The same hosts, users and rules at both tenants; theirs are graver and more. */
async function raise(whose: 'ours' | 'theirs', level: Level, hosts: string[]) {
  const group = (kind: string, value: string, hour: bigint) => ({
    ...{ ruleId: 'r1', ruleTitle: `Rule of ${whose}`, ruleDescription: undefined, level },
    ...{ attack: ['TA0001', 'T1078'], count: 2, backfill: false, entity: { site: 'oslo', kind, value } },
    ...{ firstSeen: NOON + hour * HOUR, lastSeen: NOON + hour * HOUR },
  })
  await raiseAlerts(world.records, whose === 'ours' ? world.ourScope : world.theirScope, {
    payloadId: randomUUID(),
    groups: [...hosts.map((host, place) => group('host', host, BigInt(place))), group('user', 'mira', 0n)],
    now: 0,
  })
}

beforeAll(async () => {
  world = await graphqlWorld()
  reader = await world.token('ours')
  await raise('ours', 'medium', ['ws-1', 'ws-2'])
  await raise('theirs', 'critical', ['ws-1', 'ws-2', 'ws-3'])
})
afterAll(() => world.close())

const GROUPS = `query($tenants: [ID!]!, $by: AlertGrouping!, $filter: AlertFilter, $first: Int) {
  alertGroups(tenants: $tenants, by: $by, filter: $filter, first: $first) { total groups {
    key ruleId ruleTitle tactic level alerts open detections firstSeen lastSeen
    entity { site kind value } tenant { slug } } } }`

interface Group {
  key: string
  entity: { value: string } | null
  alerts: number
}

async function groups(variables: Record<string, unknown>) {
  const { data, errors } = await world.ask(reader, GROUPS, { tenants: ['ours'], ...variables })
  expect(errors).toBeUndefined()
  return (data as { alertGroups: { total: number; groups: Group[] } }).alertGroups
}

it('groups tell what they have in common, of the tenant alone', async () => {
  const times = { firstSeen: '2026-01-31T12:00:00.000Z', lastSeen: '2026-01-31T13:00:00.000Z' }
  expect(await groups({ by: 'rule' })).toMatchObject({
    total: 1,
    groups: [
      {
        ...{ ruleId: 'r1', ruleTitle: 'Rule of ours', level: 'medium', alerts: 3, open: 3, detections: 6 },
        ...{ ...times, entity: null, tenant: null, tactic: null },
      },
    ],
  })
  expect(await groups({ by: 'host' })).toMatchObject({
    total: 3,
    groups: [
      {
        entity: { site: 'oslo', kind: 'host', value: 'ws-1' },
        tenant: { slug: 'ours' },
        ruleId: null,
        alerts: 1,
      },
      { entity: { value: 'ws-2' }, alerts: 1 },
      { entity: null, tenant: null, alerts: 1 },
    ],
  })
  expect(await groups({ by: 'tactic' })).toMatchObject({ groups: [{ tactic: 'TA0001', alerts: 3 }] })
  expect(await groups({ by: 'tenant' })).toMatchObject({ groups: [{ tenant: { slug: 'ours' }, alerts: 3 }] })
})

it('a key lists the alerts of its group, and none of the same name elsewhere', async () => {
  const [first] = (await groups({ by: 'host' })).groups
  const LIST = `query($filter: AlertFilter) { alerts(tenants: ["ours"], filter: $filter) {
    totalCount edges { node { ruleTitle entity { value } } } } }`
  const list = (group: string) => world.ask(reader, LIST, { filter: { group } })
  expect((await list(first?.key ?? '')).data).toEqual({
    alerts: { totalCount: 1, edges: [{ node: { ruleTitle: 'Rule of ours', entity: { value: 'ws-1' } } }] },
  })
  const said: string[] = JSON.parse(Buffer.from(first?.key ?? '', 'base64url').toString())
  const forged = JSON.stringify(
    said.map((part) => (part === world.ours.tenantId ? world.theirs.tenantId : part)),
  )
  expect((await list(Buffer.from(forged).toString('base64url'))).data).toEqual({
    alerts: { totalCount: 0, edges: [] },
  })
  expect((await list('noise')).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
})

it('facets count the tenant alone', async () => {
  const FACETS = `query($filter: AlertFilter, $first: Int) { alertFacets(tenants: ["ours"], filter: $filter, first: $first) {
    status { value alerts } level { value alerts } tenants { value title alerts } rules { value title alerts }
    entityKinds { value alerts } tactics { value alerts } techniques { value alerts } } }`
  const facets = await world.ask(reader, FACETS, { filter: { entityKind: 'host' } })
  expect(facets).toMatchObject({
    errors: undefined,
    data: {
      alertFacets: {
        status: [{ value: 'open', alerts: 2 }],
        level: [{ value: 'medium', alerts: 2 }],
        tenants: [{ value: 'ours', title: world.ours.name, alerts: 2 }],
        rules: [{ value: 'r1', title: 'Rule of ours', alerts: 2 }],
        entityKinds: [
          { value: 'host', alerts: 2 },
          { value: 'user', alerts: 1 },
        ],
        tactics: [{ value: 'TA0001', alerts: 2 }],
        techniques: [{ value: 'T1078', alerts: 2 }],
      },
    },
  })
  const tooMany = await world.ask(reader, FACETS, { first: 101 })
  expect(tooMany.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
})

it('a histogram without a range goes from the first alert that fits to the last', async () => {
  const TREND = `query($filter: AlertFilter) { alertHistogram(tenants: ["ours"], filter: $filter, buckets: 10) {
    total levels { level count } buckets { from count } } }`
  interface Trend {
    alertHistogram: { total: number; levels: unknown; buckets: { from: string; count: number }[] }
  }
  const trend = async (filter: unknown) =>
    ((await world.ask(reader, TREND, { filter })).data as Trend).alertHistogram
  const hosts = await trend({ entityKind: 'host' })
  expect(hosts).toMatchObject({ total: 2, levels: [{ level: 'medium', count: 2 }] })
  const filled = hosts.buckets.filter(({ count }) => count > 0).map(({ from }) => from.slice(0, 16))
  expect(filled).toEqual(['2026-01-31T12:00', '2026-01-31T13:00'])
  expect(await trend({ ruleId: 'none' })).toEqual({ total: 0, levels: [], buckets: [] })
})

it('tenants of others are not there: not to count, not to narrow by', async () => {
  for (const variables of [
    { tenants: ['theirs'], by: 'rule' },
    { tenants: ['ours'], by: 'rule', filter: { tenants: ['theirs'] } },
  ]) {
    const answer = await world.ask(reader, GROUPS, variables)
    expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code: 'NOT_FOUND' } }] })
  }
  const asked = '{ alertFacets(tenants: ["theirs"]) { level { alerts } } }'
  expect((await world.ask(reader, asked)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  const nobody = await world.ask(undefined, GROUPS, { tenants: ['ours'], by: 'rule' })
  expect(nobody.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
})
