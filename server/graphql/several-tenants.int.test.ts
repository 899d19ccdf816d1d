import type { GraphQLFormattedError, GraphQLObjectType } from 'graphql'
import { createClient } from 'graphql-ws'
import { afterAll, beforeAll, expect, it } from 'vitest'
import WebSocket from 'ws'
import { eventIdOf, NOON, RANGE } from '../../e2e/testkit/fill-with-logins.ts'
import { type LoginWorld, loginWorld } from '../../e2e/testkit/login-world.ts'
import { createSchema } from './create-schema.ts'
import { encodeGlobalId } from './global-id.ts'
import { cursorOf } from './page-of.ts'

const SPAN = `range: {from: "${RANGE.from}", to: "${RANGE.to}"}`
const FILTER = `tenants: $tenants, filter: {${SPAN}}`
const EVENT = '{ raw fields tenant { slug } }'

/** Of everything that takes several tenants, a question as it stands in a document. */
const READS: Readonly<Record<string, string>> = {
  activityByTenant:
    'activityByTenant(tenants: $tenants) { rows { events tenant { slug } sources { source { name } } } }',
  alertFacets: 'alertFacets(tenants: $tenants) { rules { title alerts } tenants { value } }',
  alertGroups: 'alertGroups(tenants: $tenants, by: tenant) { total groups { key alerts tenant { slug } } }',
  alertHistogram: `alertHistogram(tenants: $tenants, ${SPAN}) { total }`,
  alerts: 'alerts(tenants: $tenants) { totalCount edges { node { id } } }',
  annotations: `annotations(tenants: $tenants, ${SPAN}) { edges { node { id eventId } } }`,
  eventFacets: `eventFacets(${FILTER}, fields: ["whose.name"]) { values { value } }`,
  eventHistogram: `eventHistogram(${FILTER}) { total }`,
  events: `events(${FILTER}) { totalCount edges { node ${EVENT} } }`,
  fieldValues: `fieldValues(${FILTER}, field: "whose.name") { value }`,
  graph: `graph(tenants: $tenants, seed: {query: ""}, ${SPAN}) { nodes { title entity { tenant { slug } } } }`,
  hitsByTenant: `hitsByTenant(${FILTER}) { rows { count tenant { slug } } }`,
  patterns: `patterns(${FILTER}) { count example ${EVENT} }`,
  savedSearches: 'savedSearches(tenants: $tenants) { id }',
  savedViews: 'savedViews(tenants: $tenants, kind: graph) { id address }',
  stats: `stats(tenants: $tenants, filter: {${SPAN}, query: "| stats count by whose.name"}) { rows }`,
  timeline: `timeline(tenants: $tenants, seed: {search: ""}, ${SPAN}) { total marks { ruleTitle } }`,
  topRules: `topRules(tenants: $tenants, ${SPAN}) { rows { ruleTitle events } }`,
}
const LIVE: Readonly<Record<string, string>> = {
  alertRaised: 'alertRaised(tenants: $tenants) { id }',
  eventsArriving: 'eventsArriving(tenants: $tenants) { more }',
}

let world: LoginWorld
/** Ways to name another tenant beside one's own. */
let both: string[][]

beforeAll(async () => {
  world = await loginWorld()
  const { tenantId } = world.theirs
  both = [
    ['ours', 'theirs'],
    ['theirs', 'ours'],
    ['ours', encodeGlobalId({ type: 'Tenant', tenantId, id: tenantId })],
    ['ours', tenantId],
  ]
})
afterAll(() => world.close())

function takingTenants(root: GraphQLObjectType | null | undefined): string[] {
  return Object.values(root?.getFields() ?? {})
    .filter(({ args }) => args.some(({ name }) => name === 'tenants'))
    .map(({ name }) => name)
}

const ask = (read: string | undefined, tenants?: readonly string[]) =>
  world.ask(world.tokens.ours, `query($tenants: [ID!]) { ${read} }`, { tenants })

it('knows every question that takes several tenants', () => {
  const schema = createSchema()
  expect(takingTenants(schema.getQueryType()).sort()).toEqual(Object.keys(READS))
  expect(takingTenants(schema.getSubscriptionType()).sort()).toEqual(Object.keys(LIVE))
})

it.each(Object.keys(READS))(
  '%s answers a token of one tenant for that one, and for no other beside it',
  async (name) => {
    const own = await ask(READS[name], ['ours', 'ours'])
    expect(own.errors).toBeUndefined()
    expect(JSON.stringify(own.data)).not.toMatch(/theirs/)
    for (const tenants of both) {
      const answer = await ask(READS[name], tenants)
      expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND'])
      expect(answer.data ?? { [name]: null }).toEqual({ [name]: null })
    }
  },
)

it.each(Object.keys(LIVE))('%s is refused to a token of one tenant for another beside it', async (name) => {
  const client = createClient({
    url: `${world.origin.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${world.tokens.ours}` },
    retryAttempts: 0,
  })
  for (const tenants of both) {
    const query = `subscription($tenants: [ID!]) { ${LIVE[name]} }`
    const { value } = await client.iterate<unknown>({ query, variables: { tenants } }).next()
    expect(value?.errors?.map((error: GraphQLFormattedError) => error.extensions?.code)).toEqual([
      'NOT_FOUND',
    ])
  }
  await client.dispose()
})

it.each(Object.keys(READS))('%s without tenants is of all of the asker’s, here of one', async (name) => {
  const all = await ask(READS[name])
  expect(all.errors).toBeUndefined()
  expect(all.data).toEqual((await ask(READS[name], ['ours'])).data)
})

it('values of nightjar.tenant and nightjar.source say which of the asker’s tenants and sources they are', async () => {
  const rows = `stats(tenants: $tenants, filter: {${SPAN}, query: "| stats count by nightjar.tenant, nightjar.source"}) { rows }`
  const { data } = await ask(`${rows} tenants { uuid sources { uuid } }`)
  const { stats, tenants } = data as {
    stats: { rows: [string, string, number][] }
    tenants: { uuid: string; sources: { uuid: string }[] }[]
  }
  const [tenantId, sourceId] = stats.rows[0] ?? []
  expect(tenants).toMatchObject([{ uuid: tenantId, sources: [{ uuid: sourceId }] }])
  expect((await ask(READS.events, [String(tenantId)])).data).toEqual((await ask(READS.events, ['ours'])).data)
})

it('an empty list of tenants is a mistake, and no other word for all', async () => {
  const { errors } = await ask(READS.events, [])
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
})

it('writes for several tenants are refused like reads', async () => {
  const query = `mutation($tenants: [ID!]!) { exportEvents(input: {${FILTER}, format: ndjson}) { url userErrors { code } } }`
  for (const tenants of both) {
    const { data } = await world.ask(world.tokens.ours, query, { tenants })
    expect(data).toEqual({ exportEvents: { url: null, userErrors: [{ code: 'NOT_FOUND' }] } })
  }
})

it('ids and cursors of another tenant show nothing of it', async () => {
  const time = BigInt(NOON) * 1_000_000n
  const { tenantId } = world.theirs
  const event = encodeGlobalId({ type: 'Event', tenantId, id: eventIdOf(0), time })
  const alert = encodeGlobalId({ type: 'Alert', tenantId, id: eventIdOf(0) })
  const query = `query($event: ID!, $alert: ID!, $after: String) {
    event(id: $event) { raw } node(id: $event) { id } surroundingEvents(id: $event) { after { raw } }
    processTree(event: $event) { truncated } relatedEvents(alert: $alert) { events { score } }
    timeline(tenants: ["ours"], seed: {alert: $alert}) { total }
    events(tenants: ["ours"], filter: {${SPAN}}, after: $after) { edges { node ${EVENT} } } }`
  // Between two of our own events: the cursor is a place in time, whoever was served it.
  const after = cursorOf({ time: time + 90_000_000_000n, id: eventIdOf(9) })
  const { data, errors } = await world.ask(world.tokens.ours, query, { event, alert, after })
  expect(errors).toBeUndefined()
  expect(data).toMatchObject({
    ...{
      event: null,
      node: null,
      surroundingEvents: null,
      processTree: null,
      relatedEvents: null,
      timeline: null,
    },
    events: {
      edges: [{ node: { tenant: { slug: 'ours' } } }, { node: { fields: { 'whose.name': 'ours' } } }],
    },
  })
})
