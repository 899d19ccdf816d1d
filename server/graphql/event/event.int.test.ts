import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RANGE, RULE } from '../../../e2e/testkit/fill-with-logins.ts'
import { type LoginWorld, loginWorld } from '../../../e2e/testkit/login-world.ts'
import { encodeGlobalId } from '../global-id.ts'

let world: LoginWorld
let ours: string
let theirs: string

beforeAll(async () => {
  world = await loginWorld()
  ;({ ours, theirs } = world.tokens)
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

  it('come oldest first, page by page, where that is asked', async () => {
    const query = `query($after: String) { events(tenants: ["ours"], order: oldest_first, first: 4, after: $after,
      filter: {range: {from: "${RANGE.from}", to: "${RANGE.to}"}}) { edges { node { raw fields } } pageInfo { hasNextPage endCursor } } }`
    const seen: number[] = []
    let after: string | null = null
    for (const isLast of [false, false, true]) {
      const { data } = await world.ask(ours, query, { after })
      const { events } = data as Listed
      expect(events.edges.map(({ node }) => node.fields['whose.name'])).not.toContain('theirs')
      expect(events.pageInfo.hasNextPage).toBe(!isLast)
      seen.push(...numbers(events))
      after = events.pageInfo.endCursor
    }
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it.each([
    [{ query: 'user.name:root' }, [9, 7, 5, 3, 1]],
    [{ query: 'user.name:root and not "number 3"' }, [9, 7, 5, 1]],
    [{ outcome: ['success'] }, [8, 6, 4, 2, 0]],
    [{ minSeverity: 80 }, [9, 8]],
    [{ ruleIds: [RULE] }, [1, 0]],
    [{ category: ['network'] }, []],
    [{ category: ['AUTHENTICATION', 'Network'], minSeverity: 80 }, [9, 8]],
    [{ range: { from: '2026-01-31T12:08:00Z', to: '2026-01-31T12:09:00.000000009Z' } }, [8]],
  ])('are narrowed by %j', async (filter, expected) => {
    expect(numbers(await list({ filter: { range: RANGE, ...filter } }))).toEqual(expected)
  })

  it('tell only the fields that are named, in fragments and under other names too', async () => {
    const ask = (names: string[]) =>
      world.ask(
        ours,
        `query($tenants: [ID!]!, $filter: EventFilter!, $names: [String!]) {
           events(tenants: $tenants, filter: $filter) { edges { node { ...Line ... on Event { all: severity } } } } }
         fragment Line on Event { some: fields(names: $names) other: fields(names: ["event.action"]) outcome }`,
        { tenants: ['ours'], filter: { range: RANGE, query: '"number 9"' }, names },
      )
    const { data, errors } = await ask(['user.name', 'user', 'whose.name', 'nothing', '__proto__'])
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      events: {
        edges: [
          {
            node: {
              some: { 'user.name': 'root', user: 'root', 'whose.name': 'ours' },
              ...{ other: { 'event.action': 'login' }, outcome: 'failure', all: 90 },
            },
          },
        ],
      },
    })
    const many = Array.from({ length: 101 }, (_, n) => `name.${n}`)
    expect((await ask(many)).errors?.[0]).toMatchObject({ message: expect.stringContaining('100 fields') })
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

describe('nodes', () => {
  const NODES = 'query($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Event { id raw fields } } }'

  it('are read at once, in the order asked; others’ and unknown ones are null', async () => {
    const [first, second] = (await list({ first: 2 })).edges.map(({ node }) => node.id)
    const own = await world.ask(ours, NODES, { ids: [second, 'noise', first, second] })
    expect(own.errors).toBeUndefined()
    expect(own.data).toMatchObject({
      nodes: [
        { id: second, raw: 'login of root number 8' },
        null,
        { __typename: 'Event', id: first, raw: 'login of root number 9', fields: { 'whose.name': 'ours' } },
        { id: second },
      ],
    })
    const strange = await world.ask(theirs, NODES, { ids: [first, second] })
    expect(strange).toMatchObject({ data: { nodes: [null, null] }, errors: undefined })
  })

  it('may be a hundred', async () => {
    const [id] = (await list({ first: 1 })).edges.map(({ node }) => node.id)
    const { data } = await world.ask(ours, NODES, { ids: Array(100).fill(id) })
    expect(data).toMatchObject({ nodes: Array(100).fill({ id }) })
    const { errors } = await world.ask(ours, NODES, { ids: Array(101).fill(id) })
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
    expect(errors?.[0]?.message).toContain('100')
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

  const BY = `query($tenants: [ID!]!, $by: String, $limit: Int) {
    eventHistogram(tenants: $tenants, filter: { range: { from: "2026-01-31T12:00:00Z", to: "2026-01-31T12:10:00Z" } }, buckets: 2, by: $by, limit: $limit) {
      total series { value isRest total counts } stats { rowsRead bytesRead elapsedMs } } }`

  it('tells events apart by a field', async () => {
    const { data } = await world.ask(ours, BY, { tenants: ['ours'], by: 'user', limit: 1 })
    expect(data).toEqual({
      eventHistogram: {
        total: 10,
        series: [
          { value: 'alice', isRest: false, total: 5, counts: [3, 2] },
          { value: null, isRest: true, total: 5, counts: [2, 3] },
        ],
        stats: { rowsRead: expect.any(Number), bytesRead: expect.any(Number), elapsedMs: expect.any(Number) },
      },
    })
    const plain = await world.ask(ours, BY, { tenants: ['ours'] })
    expect(plain.data).toMatchObject({ eventHistogram: { total: 10, series: null } })
    const whose = await world.ask(ours, BY, { tenants: ['ours'], by: 'whose.name' })
    expect(whose.data).toMatchObject({ eventHistogram: { series: [{ value: 'ours', total: 10 }] } })
  })

  it.each([{ by: '' }, { by: 'user.name', limit: 0 }, { by: 'user.name', limit: 51 }])(
    'refuses %j',
    async (wrong) => {
      const answer = await world.ask(ours, BY, { tenants: ['ours'], ...wrong })
      expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    },
  )

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
