import { type Client, createClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import type { Event } from '#core/event/event'
import { insertEvents } from '#core/store/insert-events'
import { eventIdOf, NOON, RANGE } from '../../../e2e/testkit/fill-with-logins.ts'
import { type LoginWorld, loginWorld } from '../../../e2e/testkit/login-world.ts'
import { encodeGlobalId } from '../global-id.ts'
import { createArrivals } from './create-arrivals.ts'

let world: LoginWorld
let ours: string
let theirs: string

beforeAll(async () => {
  world = await loginWorld()
  ;({ ours, theirs } = world.tokens)
})
afterAll(() => world.close())

describe('eventFacets, patterns and surroundingEvents', () => {
  const filter = { range: RANGE }
  const read = { rowsRead: expect.any(Number) }

  it('tell of the tenants named, and of nobody else', async () => {
    const query = `query($tenants: [ID!]!, $filter: EventFilter!) {
      eventFacets(tenants: $tenants, filter: $filter, fields: ["user.name", "whose.name"]) { field total distinct values { value count } stats { rowsRead } }
      patterns(tenants: $tenants, filter: $filter) { template count firstSeen example { tenant { slug } } } }`
    const answer = await world.ask(ours, query, { tenants: ['ours'], filter })
    expect(answer.data).toEqual({
      eventFacets: [
        {
          ...{ field: 'user.name', total: 10, distinct: 2, stats: read },
          values: [
            { value: 'alice', count: 5 },
            { value: 'root', count: 5 },
          ],
        },
        { field: 'whose.name', total: 10, distinct: 1, values: [{ value: 'ours', count: 10 }], stats: read },
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
      before { raw fields } after { raw } stats { rowsRead } } }`
    const time = BigInt(NOON) * 1_000_000n + 5n * 60_000_000_001n
    const { tenantId } = world.ours
    const id = encodeGlobalId({ type: 'Event', tenantId, id: eventIdOf(5), time })
    expect((await world.ask(ours, query, { id })).data).toMatchObject({
      surroundingEvents: {
        stats: read,
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
    const next = ['login of root number 6', 'login of root number 7']
    const shared: [string, string[]][] = [
      ...['source', 'parser', 'site', 'tenant', 'payload', 'backfill'].map((own): [string, string[]] => [
        `nightjar.${own}`,
        next,
      ]),
      ...['@timestamp', 'nightjar.received', 'nightjar.event', 'raw', 'message'].map(
        (own): [string, string[]] => [own, []],
      ),
      ['user', ['login of root number 7', 'login of root number 9']],
    ]
    for (const [same, after] of shared) {
      const found = await world.ask(ours, query, { id, same: [same] })
      expect([same, found.data]).toMatchObject([
        same,
        { surroundingEvents: { after: after.map((raw) => ({ raw })) } },
      ])
    }
    for (const same of ['', 'host.nmae', 'host.name']) {
      const { errors } = await world.ask(ours, query, { id, same: ['user.name', same] })
      expect(errors?.[0]).toMatchObject({
        message: `same names "${same}", which this event does not have: name fields that it has`,
        extensions: { code: 'BAD_USER_INPUT' },
      })
    }
  })
})

describe('stats', () => {
  const query = `query($tenants: [ID!]!, $query: String!, $range: TimeRange!) {
    stats(tenants: $tenants, filter: {query: $query, range: $range}) { columns { name type } rows truncated interval } }`

  it('are of the tenants named, and of nobody else', async () => {
    const asked = {
      query: 'not user.name:alice | stats count, dc(event.severity) by whose.name',
      range: RANGE,
    }
    const answer = await world.ask(ours, query, { tenants: ['ours'], ...asked })
    expect(answer.data).toMatchObject({
      stats: { rows: [['ours', 5, 5]], truncated: false, interval: null },
    })
    expect((await world.ask(theirs, query, { tenants: ['theirs'], ...asked })).data).toMatchObject({
      stats: { rows: [['theirs', 5, 5]] },
    })
    const foreign = await world.ask(theirs, query, { tenants: ['ours'], ...asked })
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('come as points in time', async () => {
    const asked = { tenants: ['ours'], query: '| timechart span=5m count', range: RANGE }
    expect((await world.ask(ours, query, asked)).data).toMatchObject({
      stats: {
        columns: [{ name: '@timestamp', type: 'time' }, { type: 'number' }],
        rows: [
          ['2026-01-31T12:00:00.000Z', 5],
          ['2026-01-31T12:05:00.000Z', 5],
        ],
        interval: 300,
      },
    })
  })

  it.each([0, -1, 10_001])('are no %i rows', async (first) => {
    const many =
      'query($first: Int!, $range: TimeRange!) { stats(tenants: ["ours"], filter: {query: "| stats count", range: $range}, first: $first) { rows } }'
    const answer = await world.ask(ours, many, { first, range: RANGE })
    expect(answer.errors?.[0]).toMatchObject({
      message: 'first must be from 1 to 10000',
      extensions: { code: 'BAD_USER_INPUT' },
    })
  })

  it('say where a command is wrong', async () => {
    const asked = { tenants: ['ours'], query: 'root | stat count', range: RANGE }
    expect((await world.ask(ours, query, asked)).errors?.[0]?.extensions).toMatchObject({
      code: 'QUERY_SYNTAX',
      from: 7,
    })
  })
})

describe('explainSearch and completeSearch', () => {
  it('note names that look misspelt, as the console does', async () => {
    const query = '{ explainSearch(query: "alice usre.name:root") { notes { message from to hint } } }'
    expect((await world.ask(ours, query)).data).toEqual({
      explainSearch: {
        notes: [
          { message: 'Hardly an event has usre.name', from: 6, to: 15, hint: 'Did you mean user.name?' },
        ],
      },
    })
  })

  it('say what a search reads and what may follow', async () => {
    const query = `{ explainSearch(query: "user.name:root") { scans narrowed { condition } slow { condition } notes { message from to hint } }
      completeSearch(text: "user.na", cursor: 7) { from to suggestions { text kind } } }`
    expect((await world.ask(ours, query)).data).toMatchObject({
      explainSearch: { scans: 'some', narrowed: [{ condition: 'user.name' }], slow: [], notes: [] },
      completeSearch: {
        from: 0,
        to: 7,
        suggestions: expect.arrayContaining([{ text: 'user.name:', kind: 'field' }]),
      },
    })
    expect((await world.ask(undefined, query)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
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
        // Whatever a line claims, it arrives now.
        ...{ time: -(2n ** 62n), raw, fields: { message: raw } },
      }),
    )
    await insertEvents(world.store, payloadId, events)
  }

  it('brings each event once that matches and arrives, and nothing of another tenant', async () => {
    const client = connect(ours)
    const query =
      'subscription { eventsArriving(tenants: ["ours"], filter: {query: "wanted"}) { more stats { elapsedMs } events { raw tenant { slug } } } }'
    const looks = client.iterate<{ eventsArriving: { events: { raw: string }[] } }>({ query })
    const none = { more: false, events: [], stats: { elapsedMs: expect.any(Number) } }
    expect((await looks.next()).value?.data?.eventsArriving).toEqual(none)
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

  it('looks for nothing more once its reader left', async () => {
    const left = new AbortController()
    const look = createArrivals(world.ourScope, { range: { from: 0n, to: 1n } }, Date.now(), left.signal)
    left.abort()
    await expect(look(world.store, Date.now())).rejects.toMatchObject({ code: 'CANCELLED' })
  })

  it('is refused for tenants of others', async () => {
    const client = connect(theirs)
    const query = 'subscription { eventsArriving(tenants: ["ours"]) { more } }'
    const answer = await client.iterate({ query }).next()
    expect(answer.value?.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' })
    await client.dispose()
  })
})
