import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type GraphqlWorld, graphqlWorld } from '../../e2e/testkit/graphql-world.ts'

let world: GraphqlWorld
let token: string

beforeAll(async () => {
  world = await graphqlWorld()
  token = await world.token('ours')
})
afterAll(() => world.close())

interface Sent {
  method?: string
  path?: string
  headers?: Record<string, string>
  body?: string
}

function send({ method = 'POST', path = '/graphql', headers = {}, body }: Sent): Promise<Response> {
  return fetch(world.origin + path, { method, headers, ...(body !== undefined && { body }) })
}

const json = { 'content-type': 'application/json', accept: 'application/graphql-response+json' }
const codeOf = (answer: { errors?: { extensions: Record<string, unknown> }[] | undefined }) =>
  answer.errors?.[0]?.extensions.code

describe('GraphQL over HTTP', () => {
  it('answers in its own media type, with a request id and headers that forbid the rest', async () => {
    const response = await send({
      headers: { ...json, 'x-request-id': 'from-a-proxy.1' },
      body: '{"query":"{ viewer { organization } }"}',
    })
    expect(response.headers.get('content-type')).toContain('application/graphql-response+json')
    expect(response.headers.get('x-request-id')).toBe('from-a-proxy.1')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('makes a request id of its own where the one given is none', async () => {
    const headers = { ...json, 'x-request-id': 'a b\tc' }
    const response = await send({ headers, body: '{"query":"{ nothing }"}' })
    const id = response.headers.get('x-request-id')
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED', requestId: id } }],
    })
    expect(response.status).toBe(400)
  })

  it.each([
    ['no GraphQL', '{"query":"{"}', 400, 'GRAPHQL_PARSE_FAILED'],
    [
      'an unknown operation',
      '{"query":"query A { viewer { organization } }","operationName":"B"}',
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'a variable of the wrong type',
      '{"query":"query($id: ID!) { node(id: $id) { id } }","variables":{}}',
      400,
      'BAD_USER_INPUT',
    ],
    ['no query', '{}', 400, 'BAD_REQUEST'],
  ])('tells a client that sends %s', async (_, body, status, code) => {
    const response = await send({ headers: json, body })
    expect(response.status).toBe(status)
    const answer = (await response.json()) as { errors: { extensions: Record<string, unknown> }[] }
    expect(codeOf(answer)).toBe(code)
    expect(answer.errors[0]?.extensions.requestId).toBe(response.headers.get('x-request-id'))
  })

  it('takes no request that a foreign page can make without asking', async () => {
    const query = encodeURIComponent('{ viewer { organization } }')
    const forms: Sent[] = [
      { method: 'GET', path: `/graphql?query=${query}` },
      { headers: { 'content-type': 'text/plain' }, body: '{"query":"{ viewer { organization } }"}' },
      {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'query={viewer{organization}}',
      },
      { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' },
    ]
    for (const form of forms) expect((await send(form)).status).toBeGreaterThanOrEqual(400)
    const headers = { 'apollo-require-preflight': 'true' }
    const asked = await send({ method: 'GET', path: `/graphql?query=${query}`, headers })
    expect(await asked.json()).toEqual({ data: { viewer: null } })
    const preflight = await send({ method: 'OPTIONS', headers: { origin: 'https://evil.example' } })
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('runs no mutation by GET, no batch and no body beyond its limit', async () => {
    const mutation = `/graphql?query=${encodeURIComponent('mutation { ping }')}`
    const headers = { 'apollo-require-preflight': 'true', authorization: `Bearer ${token}` }
    expect((await send({ method: 'GET', path: mutation, headers })).status).toBe(405)
    expect((await send({ headers: json, body: '[{"query":"{ viewer { organization } }"}]' })).status).toBe(
      400,
    )
    const large = JSON.stringify({ query: '{ viewer { organization } }', x: 'x'.repeat(300_000) })
    expect((await send({ headers: json, body: large })).status).toBe(413)
  })

  it('shows a browser no page of anybody else', async () => {
    const response = await send({ method: 'GET', headers: { accept: 'text/html' } })
    expect(response.status).toBe(400)
    expect(await response.text()).not.toContain('<')
  })

  it('lets a token test its way in', async () => {
    expect(await world.ask(token, 'mutation { ping }')).toMatchObject({ data: { ping: true } })
    expect(codeOf(await world.ask(undefined, 'mutation { ping }'))).toBe('UNAUTHENTICATED')
  })

  it.each(['{ tenants { slug } }', '{ viewer { organization } event(id: "x") { id } }', 'mutation { ping }'])(
    'answers 401 to nobody who asks %s',
    async (query) => {
      const { status, headers, data, errors } = await world.ask(undefined, query)
      expect(status).toBe(401)
      expect(headers.get('www-authenticate')).toBe('Bearer')
      expect(data).toBeUndefined()
      expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
    },
  )

  it('answers 401 to a token that does not hold, whatever it asks, and 200 to nobody who asks who she is', async () => {
    const query = '{ viewer { organization } }'
    const answer = await world.ask('nja_noise', query)
    expect(answer.status).toBe(401)
    expect(answer.errors).toMatchObject([
      {
        message: 'This token is not, or no longer, valid',
        extensions: { code: 'UNAUTHENTICATED', requestId: answer.headers.get('x-request-id') },
      },
    ])
    expect(await world.ask(undefined, query)).toMatchObject({ status: 200, data: { viewer: null } })
    expect((await world.ask(token, '{ tenant(slug: "theirs") { id } }')).status).toBe(200)
  })
})

describe('extensions.stats', () => {
  const RANGE = 'filter: {range: {from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z"}}'

  it.each([
    `fieldValues(${RANGE}, field: "user.name") { value }`,
    `patterns(${RANGE}) { template }`,
    `events(${RANGE}) { totalCount }`,
    'event(id: "none") { id } topRules(range: {from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z"}) { rows { events } }',
  ])('says what ClickHouse read for { %s }', async (question) => {
    const { errors, extensions } = await world.ask(token, `{ ${question} }`)
    expect(errors).toBeUndefined()
    expect(extensions).toEqual({
      stats: { rowsRead: expect.any(Number), bytesRead: expect.any(Number), elapsedMs: expect.any(Number) },
    })
  })

  it('is not there where nothing was read', async () => {
    expect((await world.ask(token, '{ tenants { slug } }')).extensions).toBeUndefined()
  })
})

it('stops the statements of whoever leaves before the answer', async () => {
  const signals: (AbortSignal | undefined)[] = []
  const read = vi.spyOn(world.store, 'read').mockImplementation((_, { signal }) => {
    signals.push(signal)
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('left'))))
  })
  const leave = new AbortController()
  const query =
    '{ topRules(range: {from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z"}) { rows { events } } }'
  const asked = fetch(`${world.origin}/graphql`, {
    ...{ method: 'POST', signal: leave.signal, body: JSON.stringify({ query }) },
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
  })
  await expect.poll(() => signals.length).toBe(1)
  expect(signals[0]?.aborted).toBe(false)
  leave.abort()
  await expect(asked).rejects.toThrow()
  await expect.poll(() => signals[0]?.aborted).toBe(true)
  read.mockRestore()
})

describe('limits of a document', () => {
  const nested = (depth: number) =>
    `{ tenants ${'{ ... on Tenant '.repeat(depth)}{ id }${' }'.repeat(depth)} }`
  const repeated = (field: string) => Array.from({ length: 31 }, () => field).join(' ')

  it.each([
    ['depth', nested(12), 'depth limit'],
    [
      'aliases',
      `{ ${Array.from({ length: 31 }, (_, index) => `a${index}: tenants { id }`).join(' ')} }`,
      'Aliases limit',
    ],
    ['directives', `{ tenants { ${repeated('id @include(if: true)')} } }`, 'Directives limit'],
    ['tokens', `{ tenants { ${'id '.repeat(2_000)} } }`, 'more that 2000 tokens'],
    [
      'cost',
      `{ alerts(tenants: ["ours"], first: 500) { edges { node { evidence(first: 500) { edges { node { id } } } } } } }`,
      'Cost limit',
    ],
  ])('bound its %s', async (_, query, message) => {
    const answer = await world.ask(token, query)
    expect(answer.status).toBe(400)
    expect(answer.errors?.map((error) => error.message).join('\n')).toContain(message)
  })

  it('leave room for a page of everything, written into the document', async () => {
    const answer = await world.ask(
      token,
      `{ events(tenants: ["ours"], first: 500, filter: {range: {from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z"}}) {
        edges { cursor node { id time received raw parser site kind category type action outcome severity message fields
          tenant { id slug name code hue } source { id name site format }
          detections { ruleId ruleTitle level attack } } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount stats { rowsRead bytesRead elapsedMs } } }`,
    )
    expect(answer.errors).toBeUndefined()
  })
})

describe('the schema', () => {
  it('is for those who are known', async () => {
    const known = await world.ask(token, getIntrospectionQuery())
    expect(known.errors).toBeUndefined()
    for (const query of [
      getIntrospectionQuery(),
      '{ __type(name: "Alert") { name } }',
      '{ ...f } fragment f on Query { __schema { types { name } } }',
    ]) {
      const unknown = await world.ask(undefined, query)
      expect(unknown.status).toBe(401)
      expect(unknown.data).toBeUndefined()
      expect(codeOf(unknown)).toBe('UNAUTHENTICATED')
    }
  })

  it('is not suggested', async () => {
    const answer = await world.ask(undefined, '{ tenant(slug: "x") { nam } }')
    expect(answer.errors?.[0]?.message).not.toContain('Did you mean')
  })
})
