import { randomUUID } from 'node:crypto'
import { type Client, createClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import type { Event } from '#core/event/event'
import { raiseAlerts } from '#core/records/alerts/raise-alerts'
import { insertDetections } from '#core/store/insert-detections'
import { insertEvents } from '#core/store/insert-events'
import { type GraphqlWorld, graphqlWorld } from '../../../e2e/testkit/graphql-world.ts'
import { encodeGlobalId } from '../global-id.ts'

const NOON = 1_769_860_800_000
const SECOND = 1_000_000_000n
const at = (seconds: number) => BigInt(NOON) * 1_000_000n + BigInt(seconds) * SECOND

let world: GraphqlWorld
let reader: string
let analyst: string
let theirs: string

interface Raising {
  rule?: string
  entity?: string
  seconds?: number
  backfill?: boolean
  payloadId?: string
}

/** Raises an alert and tells it, as a worker does. */
async function raise(whose: 'ours' | 'theirs', raising: Raising = {}): Promise<string> {
  const {
    rule = randomUUID(),
    entity = 'root',
    seconds = 0,
    backfill = false,
    payloadId = randomUUID(),
  } = raising
  const { tenantId } = world[whose]
  const [raised] = await raiseAlerts(world.records, whose === 'ours' ? world.ourScope : world.theirScope, {
    payloadId,
    groups: [
      {
        ...{ ruleId: rule, ruleTitle: `Rule of ${whose}`, ruleDescription: 'Why it matters' },
        ...{ level: 'high', attack: ['T1078'], count: 2, backfill },
        ...{
          entity: { site: 'berlin', kind: 'user', value: entity },
          firstSeen: at(seconds),
          lastSeen: at(seconds + 1),
        },
      },
    ],
    now: NOON,
  })
  const alertId = raised?.alertId ?? ''
  await world.signals.publish('alertRaised', { tenantId, alertId, backfill })
  return encodeGlobalId({ type: 'Alert', tenantId, id: alertId })
}

interface Detecting {
  rule: string
  payloadId: string
  users: string[]
  said?: string
  backfill?: boolean
}

/** Stores an event and its detection for each user, as a worker does. */
async function detect(whose: 'ours' | 'theirs', detecting: Detecting): Promise<void> {
  const { rule, payloadId, users, said = `at ${whose}`, backfill = false } = detecting
  const { tenantId } = world[whose]
  const events = users.map(
    (user, position): Event => ({
      ...{ eventId: randomUUID(), tenantId, sourceId: randomUUID(), site: 'berlin', payloadId, position },
      ...{ received: NOON, time: at(0), parser: 'test@1', backfill, fields: { 'user.name': user } },
      raw: `${user} ${said}`,
    }),
  )
  const token = `${payloadId} ${tenantId}`
  await insertEvents(world.store, token, events)
  await insertDetections(
    world.store,
    token,
    events.map((event) => ({
      ...{ ...event, detectionId: randomUUID(), eventTime: event.time },
      ...{ ruleId: rule, ruleTitle: 'R', level: 'high' as const, attack: [] },
      ...{ shadow: false, ruleSet: '' },
      entity: { site: 'berlin', kind: 'user', value: String(event.fields['user.name']) },
    })),
  )
}

async function evidenceOf(id: string): Promise<string[]> {
  const query = 'query($id: ID!) { alert(id: $id) { evidence { edges { node { raw } } } } }'
  const { data } = await world.ask(reader, query, { id })
  const { alert } = data as { alert: { evidence: { edges: { node: { raw: string } }[] } } }
  return alert.evidence.edges.map(({ node }) => node.raw)
}

const CLOSE = `mutation($input: CloseAlertInput!) { closeAlert(input: $input) {
  alert { status closeReason closeNote closedAt version } userErrors { code } } }`

beforeAll(async () => {
  world = await graphqlWorld()
  ;[reader, analyst, theirs] = await Promise.all([
    world.token('ours', 'reader'),
    world.token('ours', 'analyst'),
    world.token('theirs', 'admin'),
  ])
})
afterAll(() => world.close())

const LIST = `query($tenants: [ID!]!, $filter: AlertFilter, $first: Int, $after: String) {
  alerts(tenants: $tenants, filter: $filter, first: $first, after: $after) {
    edges { node { id ruleId tenant { slug } } } pageInfo { hasNextPage endCursor } totalCount } }`

interface Listed {
  alerts: {
    edges: { node: { id: string; tenant: { slug: string } } }[]
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
    totalCount: number
  }
}

async function list(variables: Record<string, unknown>) {
  const answer = await world.ask(reader, LIST, { tenants: ['ours'], ...variables })
  expect(answer.errors).toBeUndefined()
  const { alerts } = answer.data as Listed
  return { ...alerts, ids: alerts.edges.map(({ node }) => node.id) }
}

describe('alerts', () => {
  it('are those of the tenant, the last seen first, page by page', async () => {
    const rule = randomUUID()
    const first = await raise('ours', { rule, entity: 'a', seconds: 100 })
    const second = await raise('ours', { rule, entity: 'b', seconds: 300 })
    await raise('theirs', { rule, entity: 'b', seconds: 200 })
    const page = await list({ filter: { ruleId: rule }, first: 1 })
    expect(page).toMatchObject({ ids: [second], totalCount: 2, pageInfo: { hasNextPage: true } })
    const next = await list({ filter: { ruleId: rule }, first: 1, after: page.pageInfo.endCursor })
    expect(next).toMatchObject({ ids: [first], pageInfo: { hasNextPage: false } })
  })

  it('are narrowed by status, level, entity, time and backfill', async () => {
    const rule = randomUUID()
    const live = await raise('ours', { rule, entity: 'live', seconds: 1_000 })
    const backfill = await raise('ours', { rule, entity: 'old', seconds: 2_000, backfill: true })
    const ids = async (filter: Record<string, unknown>) =>
      (await list({ filter: { ruleId: rule, ...filter } })).ids
    expect(await ids({})).toEqual([backfill, live])
    expect(await ids({ includeBackfill: false })).toEqual([live])
    expect(await ids({ entity: 'old' })).toEqual([backfill])
    expect(await ids({ status: ['closed'] })).toEqual([])
    expect(await ids({ level: ['critical'] })).toEqual([])
    const range = { from: '2026-01-31T12:16:00Z', to: '2026-01-31T12:17:00Z' }
    expect(await ids({ range })).toEqual([live])
  })

  it('of a foreign tenant look like those of none', async () => {
    for (const tenants of [['theirs'], ['nobody']]) {
      const answer = await world.ask(reader, LIST, { tenants })
      expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
      expect(answer.data).toBeNull()
    }
  })
})

describe('an alert', () => {
  const READ = `query($id: ID!) { alert(id: $id) {
    ruleTitle ruleDescription level attack entity { site kind value } status backfill count firstSeen lastSeen
    raisedAt closeReason closedBy { name } version tenant { slug }
    evidence { edges { node { raw tenant { slug } } } totalCount } } node(id: $id) { id } }`

  it('brings the events behind it, and only them', async () => {
    const rule = randomUUID()
    const payloadId = randomUUID()
    const id = await raise('ours', { rule, payloadId })
    await raise('theirs', { rule, payloadId })
    await detect('ours', { rule, payloadId, users: ['root', 'alice'] })
    await detect('theirs', { rule, payloadId, users: ['root', 'alice'] })
    const answer = await world.ask(reader, READ, { id })
    expect(answer.data).toEqual({
      alert: {
        ...{ ruleTitle: 'Rule of ours', ruleDescription: 'Why it matters', level: 'high', attack: ['T1078'] },
        ...{
          entity: { site: 'berlin', kind: 'user', value: 'root' },
          status: 'open',
          backfill: false,
          count: 2,
        },
        ...{ firstSeen: '2026-01-31T12:00:00.000Z', lastSeen: '2026-01-31T12:00:01.000Z' },
        ...{ raisedAt: '2026-01-31T12:00:00.000Z', closeReason: null, closedBy: null, version: 1 },
        tenant: { slug: 'ours' },
        evidence: { edges: [{ node: { raw: 'root at ours', tenant: { slug: 'ours' } } }], totalCount: 2 },
      },
      node: { id },
    })
  })

  it('keeps the evidence of a backfill and of live events of one entity apart', async () => {
    const rule = randomUUID()
    const [live, late] = [randomUUID(), randomUUID()]
    const liveId = await raise('ours', { rule, payloadId: live })
    const lateId = await raise('ours', { rule, payloadId: late, backfill: true })
    await detect('ours', { rule, payloadId: live, users: ['root'], said: 'live' })
    await detect('ours', { rule, payloadId: late, users: ['root'], said: 'late', backfill: true })
    await detect('theirs', { rule, payloadId: live, users: ['root'], said: 'foreign' })
    expect(await evidenceOf(liveId)).toEqual(['root live'])
    expect(await evidenceOf(lateId)).toEqual(['root late'])
  })

  it('gains no evidence after it was closed', async () => {
    const rule = randomUUID()
    const [before, more, since] = [randomUUID(), randomUUID(), randomUUID()]
    const closed = await raise('ours', { rule, payloadId: before })
    expect(await raise('ours', { rule, payloadId: more })).toBe(closed)
    await detect('ours', { rule, payloadId: before, users: ['root'], said: 'before' })
    await detect('ours', { rule, payloadId: more, users: ['root'], said: 'more' })
    await world.ask(analyst, CLOSE, { input: { id: closed, reason: 'undetermined' } })
    const next = await raise('ours', { rule, payloadId: since })
    expect(next).not.toBe(closed)
    await detect('ours', { rule, payloadId: since, users: ['root'], said: 'since' })
    await raise('theirs', { rule, payloadId: before })
    await detect('theirs', { rule, payloadId: before, users: ['root'], said: 'foreign' })
    expect((await evidenceOf(closed)).sort()).toEqual(['root before', 'root more'])
    expect(await evidenceOf(next)).toEqual(['root since'])
  })

  it('is null for anyone else, like one that does not exist', async () => {
    const id = await raise('ours')
    const unknown = encodeGlobalId({ type: 'Alert', tenantId: world.ours.tenantId, id: randomUUID() })
    for (const [token, asked] of [
      [theirs, id],
      [reader, unknown],
      [reader, 'noise'],
    ] as const) {
      const answer = await world.ask(token, READ, { id: asked })
      expect(answer).toMatchObject({ data: { alert: null, node: null }, errors: undefined })
    }
  })

  it('of too many cannot be asked for its evidence at once', async () => {
    const rule = randomUUID()
    const groups = Array.from({ length: 130 }, (_, index) => ({
      ...{ ruleId: rule, ruleTitle: 'R', ruleDescription: undefined, level: 'low' as const, attack: [] },
      ...{ count: 1, firstSeen: at(0), lastSeen: at(0), backfill: true },
      entity: { site: '', kind: 'host', value: `host ${index}` },
    }))
    await raiseAlerts(world.records, world.ourScope, { payloadId: randomUUID(), groups, now: NOON })
    const query = `query($first: Int, $rule: ID) { alerts(tenants: ["ours"], filter: {ruleId: $rule}, first: $first) {
      edges { node { evidence { edges { node { id } } } } } } }`
    const some = await world.ask(reader, query, { first: 20, rule })
    expect(some.errors).toBeUndefined()
    const all = await world.ask(reader, query, { first: 130, rule })
    expect(all.errors?.[0]?.extensions).toMatchObject({ code: 'QUERY_TOO_EXPENSIVE', limit: 120 })
  })
})

describe('closing and reopening', () => {
  const REOPEN = `mutation($input: ReopenAlertInput!) { reopenAlert(input: $input) {
    alert { status closeReason version } userErrors { code } } }`

  it('goes one way and the other', async () => {
    const id = await raise('ours')
    const closed = await world.ask(analyst, CLOSE, {
      input: { id, reason: 'benign_positive', note: 'pentest', version: 1 },
    })
    expect(closed.data).toEqual({
      closeAlert: {
        alert: {
          ...{ status: 'closed', closeReason: 'benign_positive', closeNote: 'pentest', version: 2 },
          closedAt: expect.any(String),
        },
        userErrors: [],
      },
    })
    const reopened = await world.ask(analyst, REOPEN, { input: { id, version: 2 } })
    expect(reopened.data).toEqual({
      reopenAlert: { alert: { status: 'open', closeReason: null, version: 3 }, userErrors: [] },
    })
  })

  it('tells who was slower', async () => {
    const id = await raise('ours')
    const input = { id, reason: 'undetermined', version: 7 }
    const answer = await world.ask(analyst, CLOSE, { input })
    expect(answer.data).toEqual({ closeAlert: { alert: null, userErrors: [{ code: 'CONFLICT' }] } })
  })

  it('is not for readers, not for other tenants, and not for nobody', async () => {
    const id = await raise('ours')
    const input = { id, reason: 'undetermined' }
    for (const [token, code] of [
      [reader, 'FORBIDDEN'],
      [theirs, 'NOT_FOUND'],
    ] as const) {
      const close = await world.ask(token, CLOSE, { input })
      expect(close.data).toEqual({ closeAlert: { alert: null, userErrors: [{ code }] } })
      const reopen = await world.ask(token, REOPEN, { input: { id } })
      expect(reopen.data).toEqual({ reopenAlert: { alert: null, userErrors: [{ code }] } })
    }
    const nobody = await world.ask(undefined, CLOSE, { input })
    expect(nobody.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    const { data } = await world.ask(reader, 'query($id: ID!) { alert(id: $id) { status version } }', { id })
    expect(data).toEqual({ alert: { status: 'open', version: 1 } })
  })
})

describe('alertRaised', () => {
  function connect(token: string): Client {
    return createClient({
      url: `${world.origin.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    })
  }

  it('brings alerts of the tenant as they come, no backfills, nothing of others', async () => {
    const client = connect(reader)
    const query = 'subscription { alertRaised(tenants: ["ours"]) { id count tenant { slug } } }'
    const alerts = client.iterate<{ alertRaised: { id: string } }>({ query })
    const first = alerts.next()
    // The subscription stands once the server has answered something that came after it on the same socket.
    await client.iterate({ query: 'subscription { heartbeat }' }).next()
    await raise('theirs')
    await raise('ours', { backfill: true })
    const id = await raise('ours')
    expect((await first).value?.data).toEqual({
      alertRaised: { id, count: 2, tenant: { slug: 'ours' } },
    })
    await alerts.return?.(undefined)
    await client.dispose()
  })

  it('refuses tenants of others at the start', async () => {
    const client = connect(reader)
    const query = 'subscription { alertRaised(tenants: ["theirs"]) { id } }'
    const answer = await client.iterate({ query }).next()
    expect(answer.value?.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' })
    await client.dispose()
  })
})
