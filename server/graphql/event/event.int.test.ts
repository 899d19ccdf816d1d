import { type Client, createClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import type { Detection } from '#core/event/detection'
import type { Event } from '#core/event/event'
import { ensureSource } from '#core/records/sources'
import { insertDetections } from '#core/store/insert-detections'
import { insertEvents } from '#core/store/insert-events'
import { type GraphqlWorld, graphqlWorld } from '../../../e2e/testkit/graphql-world.ts'
import { encodeGlobalId } from '../global-id.ts'

const NOON = 1_769_860_800_000
const RANGE = { from: '2026-01-31T00:00:00Z', to: '2026-02-01T00:00:00Z' }
const RULE = '11111111-1111-4111-8111-111111111111'
/** Equal in both tenants, as are all lines: only the tenant tells them apart. */
const eventIdOf = (index: number) => `0190a000-0000-7000-8000-0000000000${index.toString().padStart(2, '0')}`

let world: GraphqlWorld
let ours: string
let theirs: string

async function fill(whose: 'ours' | 'theirs'): Promise<void> {
  const { tenantId } = world[whose]
  const scope = whose === 'ours' ? world.ourScope : world.theirScope
  const { sourceId } = await ensureSource(world.records, scope, { tenantId, name: 'web', site: 'berlin' })
  const payloadId = crypto.randomUUID()
  const events = Array.from({ length: 10 }, (_, index): Event => {
    const failed = index % 2 === 1
    return {
      ...{ eventId: eventIdOf(index), tenantId, sourceId, site: 'berlin', payloadId, position: index },
      ...{ received: NOON + index, parser: 'test@1', backfill: false },
      time: BigInt(NOON) * 1_000_000n + BigInt(index) * 60_000_000_001n,
      raw: `login of root number ${index}`,
      fields: {
        'event.kind': 'event',
        'event.category': ['authentication'],
        'event.type': ['start'],
        'event.action': 'login',
        'event.outcome': failed ? 'failure' : 'success',
        'event.severity': index * 10,
        'user.name': failed ? 'root' : 'alice',
        'whose.name': whose,
        message: `number ${index}`,
        ...(index === 1 ? { 'nightjar.suspected_by': ['product', 'rule'] } : {}),
      },
    }
  })
  const detections = events.slice(0, 2).map(
    (event): Detection => ({
      ...{ detectionId: crypto.randomUUID(), tenantId, sourceId, payloadId, eventId: event.eventId },
      ...{ eventTime: event.time, received: event.received, backfill: false, level: 'high' },
      ...{ shadow: event === events[1], ruleSet: 'v1' },
      ...{ ruleId: RULE, ruleTitle: `Login at ${whose}`, attack: ['T1078'] },
      entity: { site: 'berlin', kind: 'user', value: 'root' },
    }),
  )
  await insertEvents(world.store, payloadId, events)
  await insertDetections(world.store, payloadId, detections)
}

beforeAll(async () => {
  world = await graphqlWorld()
  await Promise.all([fill('ours'), fill('theirs')])
  ours = await world.token('ours')
  theirs = await world.token('theirs')
})
afterAll(() => world.close())

const LIST = `query($tenants: [ID!]!, $filter: EventFilter!, $first: Int, $after: String) {
  events(tenants: $tenants, filter: $filter, first: $first, after: $after) {
    edges { cursor node { id raw fields tenant { slug } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount
  }
}`

interface Listed {
  events: {
    edges: { cursor: string; node: { id: string; raw: string; fields: Record<string, unknown> } }[]
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null }
    totalCount: number
  }
}

async function list(variables: Record<string, unknown>): Promise<Listed['events']> {
  const answer = await world.ask(ours, LIST, { tenants: ['ours'], filter: { range: RANGE }, ...variables })
  expect(answer.errors).toBeUndefined()
  return (answer.data as Listed).events
}

const numbers = ({ edges }: Listed['events']) => edges.map(({ node }) => Number(node.raw.split(' ').at(-1)))

describe('events', () => {
  it('are those of the tenant, newest first', async () => {
    const events = await list({})
    expect(numbers(events)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
    expect(new Set(events.edges.map(({ node }) => node.fields['whose.name']))).toEqual(new Set(['ours']))
    expect(events.totalCount).toBe(10)
  })

  it('come page by page, without a gap or a double', async () => {
    const seen: number[] = []
    let after: string | null = null
    for (let page = 0; page < 4; page++) {
      const events = await list({ first: 3, after })
      expect(events.pageInfo.hasPreviousPage).toBe(page > 0)
      expect(events.pageInfo.hasNextPage).toBe(page < 3)
      seen.push(...numbers(events))
      after = events.pageInfo.endCursor
    }
    expect(seen).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
  })

  it.each([
    [{ query: 'user.name:root' }, [9, 7, 5, 3, 1]],
    [{ query: 'user.name:root and not "number 3"' }, [9, 7, 5, 1]],
    [{ outcome: ['success'] }, [8, 6, 4, 2, 0]],
    [{ minSeverity: 80 }, [9, 8]],
    [{ ruleIds: [RULE] }, [1, 0]],
    [{ category: ['network'] }, []],
    [{ range: { from: '2026-01-31T12:08:00Z', to: '2026-01-31T12:09:00.000000009Z' } }, [8]],
  ])('are narrowed by %j', async (filter, expected) => {
    expect(numbers(await list({ filter: { range: RANGE, ...filter } }))).toEqual(expected)
  })

  it('have everything the schema says', async () => {
    const answer = await world.ask(
      ours,
      `query($tenants: [ID!]!, $filter: EventFilter!) { events(tenants: $tenants, filter: $filter) {
         edges { node { time received parser site kind category type action outcome severity message
           tenant { slug } source { name site } detections { ruleId ruleTitle level attack shadow event { raw } } } }
         stats { rowsRead bytesRead elapsedMs } } }`,
      { tenants: ['ours'], filter: { range: RANGE, query: '"number 1"' } },
    )
    expect(answer.errors).toBeUndefined()
    const { edges, stats } = (answer.data as { events: { edges: unknown[]; stats: unknown } }).events
    expect(edges).toEqual([
      {
        node: {
          ...{ time: '2026-01-31T12:01:00.000000001Z', received: '2026-01-31T12:00:00.001Z' },
          ...{
            parser: 'test@1',
            site: 'berlin',
            kind: 'event',
            category: ['authentication'],
            type: ['start'],
          },
          ...{ action: 'login', outcome: 'failure', severity: 10, message: 'number 1' },
          ...{ tenant: { slug: 'ours' }, source: { name: 'web', site: 'berlin' } },
          detections: [
            {
              ...{ ruleId: RULE, ruleTitle: 'Login at ours', level: 'high', attack: ['T1078'], shadow: true },
              event: { raw: 'login of root number 1' },
            },
          ],
        },
      },
    ])
    expect(stats).toMatchObject({ rowsRead: expect.any(Number), bytesRead: expect.any(Number) })
  })

  it('of a foreign tenant look like those of none', async () => {
    for (const tenants of [['theirs'], ['ours', 'theirs'], ['nobody'], [world.theirs.tenantId]]) {
      const answer = await world.ask(ours, LIST, { tenants, filter: { range: RANGE } })
      expect(answer.data).toBeNull()
      expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    }
  })

  it('may be named by the tenant’s id', async () => {
    const { tenantId } = world.ours
    const id = encodeGlobalId({ type: 'Tenant', tenantId, id: tenantId })
    expect((await list({ tenants: [id] })).totalCount).toBe(10)
  })
})

describe('an event', () => {
  const READ = `query($id: ID!) { event(id: $id) { raw fields } node(id: $id) { __typename id } }`

  it('is read by its id', async () => {
    const [edge] = (await list({ first: 1 })).edges
    const answer = await world.ask(ours, READ, { id: edge?.node.id })
    expect(answer.data).toMatchObject({
      event: { raw: 'login of root number 9', fields: { 'whose.name': 'ours' } },
      node: { __typename: 'Event', id: edge?.node.id },
    })
  })

  it('is null for anyone else, like one that does not exist', async () => {
    const [edge] = (await list({ first: 1 })).edges
    const unknown = encodeGlobalId({
      ...{ type: 'Event', tenantId: world.ours.tenantId, id: crypto.randomUUID(), time: 1n },
    })
    for (const [token, id] of [
      [theirs, edge?.node.id],
      [ours, unknown],
      [ours, 'noise'],
    ] as const) {
      const answer = await world.ask(token, READ, { id })
      expect(answer).toMatchObject({ data: { event: null, node: null }, errors: undefined })
    }
  })
})

describe('eventHistogram', () => {
  const HISTOGRAM = `query($tenants: [ID!]!, $filter: EventFilter!, $buckets: Int) {
    eventHistogram(tenants: $tenants, filter: $filter, buckets: $buckets) {
      interval total buckets { from to count success failure unknown suspected } } }`

  it('counts outcomes of the tenant in buckets that touch', async () => {
    const filter = { range: { from: '2026-01-31T12:00:00Z', to: '2026-01-31T12:10:00Z' } }
    const answer = await world.ask(ours, HISTOGRAM, { tenants: ['ours'], filter, buckets: 2 })
    expect(answer.data).toEqual({
      eventHistogram: {
        ...{ interval: 300, total: 10 },
        buckets: [
          {
            ...{ from: '2026-01-31T12:00:00.000Z', to: '2026-01-31T12:05:00.000Z' },
            ...{ count: 5, success: 3, failure: 2, unknown: 0, suspected: 1 },
          },
          {
            ...{ from: '2026-01-31T12:05:00.000Z', to: '2026-01-31T12:10:00.000Z' },
            ...{ count: 5, success: 2, failure: 3, unknown: 0, suspected: 0 },
          },
        ],
      },
    })
  })

  it('stays closed to a foreign tenant', async () => {
    const answer = await world.ask(ours, HISTOGRAM, { tenants: ['theirs'], filter: { range: RANGE } })
    expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })
})

describe('fieldValues', () => {
  const VALUES = `query($tenants: [ID!]!, $filter: EventFilter!, $field: String!, $first: Int) {
    fieldValues(tenants: $tenants, filter: $filter, field: $field, first: $first) { value count } }`

  it('counts the values of the tenant', async () => {
    const filter = { range: RANGE, query: 'not "number 0"' }
    const ask = (field: string) => world.ask(ours, VALUES, { tenants: ['ours'], filter, field, first: 5 })
    expect((await ask('user.name')).data).toEqual({
      fieldValues: [
        { value: 'root', count: 5 },
        { value: 'alice', count: 4 },
      ],
    })
    expect((await ask('whose.name')).data).toEqual({ fieldValues: [{ value: 'ours', count: 9 }] })
  })

  it('stays closed to a foreign tenant', async () => {
    const answer = await world.ask(ours, VALUES, {
      ...{ tenants: ['theirs'], filter: { range: RANGE }, field: 'user.name' },
    })
    expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })
})

describe('a filter that is wrong', () => {
  it('says where the search text is', async () => {
    const filter = { range: RANGE, query: 'user.name:root and )' }
    const answer = await world.ask(ours, LIST, { tenants: ['ours'], filter })
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      ...{ code: 'QUERY_SYNTAX', from: expect.any(Number), to: expect.any(Number) },
      errors: expect.arrayContaining([{ message: expect.any(String), from: 19, to: 20 }]),
      requestId: answer.headers.get('x-request-id'),
    })
  })

  it.each([
    [{ filter: { range: RANGE, query: 'x'.repeat(5_000) } }, 'filter.query'],
    [{ filter: { range: { from: RANGE.to, to: RANGE.from } } }, 'from must be before to'],
    [{ filter: { range: RANGE, minSeverity: 101 } }, 'minSeverity'],
    [{ filter: { range: RANGE, ruleIds: Array.from({ length: 201 }, String) } }, 'filter.ruleIds'],
    [{ filter: { range: RANGE }, first: 501 }, 'first must be'],
    [{ filter: { range: RANGE }, after: 'noise' }, 'after must be a cursor'],
    [{ filter: { range: RANGE }, tenants: [] }, 'at least one tenant'],
    [{ filter: { range: { from: 'yesterday', to: RANGE.to } } }, 'RFC 3339'],
  ])('is refused: %.60j', async (variables, message) => {
    const answer = await world.ask(ours, LIST, { tenants: ['ours'], ...variables })
    expect(answer.errors?.[0]?.message).toContain(message)
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })
})

describe('eventFacets, patterns and surroundingEvents', () => {
  const filter = { range: RANGE }

  it('tell of the tenants named, and of nobody else', async () => {
    const query = `query($tenants: [ID!]!, $filter: EventFilter!) {
      eventFacets(tenants: $tenants, filter: $filter, fields: ["user.name", "whose.name"]) { field total distinct values { value count } }
      patterns(tenants: $tenants, filter: $filter) { template count firstSeen example { tenant { slug } } } }`
    const answer = await world.ask(ours, query, { tenants: ['ours'], filter })
    expect(answer.data).toEqual({
      eventFacets: [
        {
          ...{ field: 'user.name', total: 10, distinct: 2 },
          values: [
            { value: 'alice', count: 5 },
            { value: 'root', count: 5 },
          ],
        },
        { field: 'whose.name', total: 10, distinct: 1, values: [{ value: 'ours', count: 10 }] },
      ],
      patterns: [
        {
          ...{ template: 'number *', count: 10, firstSeen: '2026-01-31T12:00:00.000Z' },
          example: { tenant: { slug: 'ours' } },
        },
      ],
    })
    const foreign = await world.ask(ours, query, { tenants: ['theirs'], filter })
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('lead to the neighbours of an event in its tenant', async () => {
    const query = `query($id: ID!, $same: [String!]) { surroundingEvents(id: $id, before: 1, after: 2, same: $same) {
      before { raw fields } after { raw } } }`
    const time = BigInt(NOON) * 1_000_000n + 5n * 60_000_000_001n
    const { tenantId } = world.ours
    const id = encodeGlobalId({ type: 'Event', tenantId, id: eventIdOf(5), time })
    expect((await world.ask(ours, query, { id })).data).toMatchObject({
      surroundingEvents: {
        before: [{ raw: 'login of root number 4', fields: { 'whose.name': 'ours' } }],
        after: [{ raw: 'login of root number 6' }, { raw: 'login of root number 7' }],
      },
    })
    expect((await world.ask(ours, query, { id, same: ['user.name'] })).data).toMatchObject({
      surroundingEvents: {
        before: [{ raw: 'login of root number 3' }],
        after: [{ raw: 'login of root number 7' }, { raw: 'login of root number 9' }],
      },
    })
    expect((await world.ask(theirs, query, { id })).data).toEqual({ surroundingEvents: null })
    const many = await world.ask(ours, query, { id, same: Array(11).fill('host.name') })
    expect(many.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })
})

describe('eventsArriving', () => {
  function connect(token: string): Client {
    return createClient({
      url: `${world.origin.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    })
  }

  async function arrive(whose: 'ours' | 'theirs', ...raws: string[]): Promise<void> {
    const payloadId = crypto.randomUUID()
    const received = Date.now()
    const events = raws.map(
      (raw, position): Event => ({
        ...{ eventId: crypto.randomUUID(), tenantId: world[whose].tenantId, sourceId: crypto.randomUUID() },
        ...{ site: '', payloadId, position, received, parser: 'test@1', backfill: false },
        ...{ time: BigInt(NOON) * 1_000_000n, raw, fields: { message: raw } },
      }),
    )
    await insertEvents(world.store, payloadId, events)
  }

  it('brings each event once that matches and arrives, and nothing of another tenant', async () => {
    const client = connect(ours)
    const query =
      'subscription { eventsArriving(tenants: ["ours"], filter: {query: "wanted"}) { more events { raw tenant { slug } } } }'
    const looks = client.iterate<{ eventsArriving: { events: { raw: string }[] } }>({ query })
    await looks.next()
    await arrive('theirs', 'wanted elsewhere')
    await arrive('ours', 'wanted first', 'not this')
    const seen: unknown[] = []
    const look = async () => {
      const { value } = await looks.next()
      seen.push(...(value?.data?.eventsArriving.events ?? []))
      return seen.length
    }
    await expect.poll(look, { timeout: 10_000 }).toBe(1)
    await arrive('ours', 'wanted second')
    await expect.poll(look, { timeout: 10_000 }).toBe(2)
    await look()
    expect(seen).toEqual(['wanted first', 'wanted second'].map((raw) => ({ raw, tenant: { slug: 'ours' } })))
    await looks.return?.(undefined)
    await client.dispose()
  })

  it('is refused for tenants of others', async () => {
    const client = connect(theirs)
    const query = 'subscription { eventsArriving(tenants: ["ours"]) { more } }'
    const answer = await client.iterate({ query }).next()
    expect(answer.value?.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' })
    await client.dispose()
  })
})
