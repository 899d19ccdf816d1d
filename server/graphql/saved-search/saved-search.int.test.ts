import { afterAll, beforeAll, expect, it } from 'vitest'
import { type GraphqlWorld, graphqlWorld } from '../../../e2e/testkit/graphql-world.ts'

const LIST =
  'query($tenants: [ID!]!) { savedSearches(tenants: $tenants) { id name query range columns tenant { slug } savedBy { id } } }'
const SAVE =
  'mutation($input: SaveSearchInput!) { saveSearch(input: $input) { savedSearch { id name query } userErrors { code message field from to } } }'
const FORGET =
  'mutation($input: ForgetSearchInput!) { forgetSearch(input: $input) { forgottenId userErrors { code } } }'
const ROOTS = { tenant: 'ours', name: 'roots', query: 'user.name:root', range: '24h', columns: ['host.name'] }

let world: GraphqlWorld
let analyst: string
let reader: string
let theirs: string

beforeAll(async () => {
  world = await graphqlWorld()
  ;[analyst, reader, theirs] = await Promise.all([
    world.token('ours', 'analyst'),
    world.token('ours', 'reader'),
    world.token('theirs', 'admin'),
  ])
})
afterAll(() => world.close())

interface Listed {
  savedSearches: { id: string }[]
}

it('searches are saved, saved anew, listed and forgotten, in their tenant alone', async () => {
  await world.ask(analyst, SAVE, { input: { ...ROOTS, query: 'root' } })
  const saved = await world.ask(analyst, SAVE, { input: ROOTS })
  expect(saved.data).toMatchObject({
    saveSearch: { savedSearch: { query: 'user.name:root' }, userErrors: [] },
  })
  await world.ask(theirs, SAVE, { input: { ...ROOTS, tenant: 'theirs' } })
  const { data } = await world.ask(reader, LIST, { tenants: ['ours'] })
  const { tenant, ...search } = ROOTS
  expect(data).toEqual({
    savedSearches: [{ id: expect.any(String), ...search, tenant: { slug: tenant }, savedBy: null }],
  })
  const [{ id } = { id: '' }] = (data as Listed).savedSearches
  const foreign = await world.ask(theirs, FORGET, { input: { id } })
  expect(foreign.data).toEqual({ forgetSearch: { forgottenId: null, userErrors: [{ code: 'NOT_FOUND' }] } })
  expect((await world.ask(analyst, FORGET, { input: { id } })).data).toEqual({
    forgetSearch: { forgottenId: id, userErrors: [] },
  })
  expect((await world.ask(reader, LIST, { tenants: ['ours'] })).data).toEqual({ savedSearches: [] })
  expect((await world.ask(theirs, LIST, { tenants: ['theirs'] })).data).toMatchObject({
    savedSearches: [{ name: 'roots' }],
  })
})

it('readers save none, nobody saves for another tenant, and a name is needed', async () => {
  for (const [token, input, code] of [
    [reader, ROOTS, 'FORBIDDEN'],
    [theirs, ROOTS, 'NOT_FOUND'],
    [analyst, { ...ROOTS, name: ' ' }, 'BAD_USER_INPUT'],
  ] as const) {
    const answer = await world.ask(token, SAVE, { input })
    expect(answer.data).toMatchObject({ saveSearch: { savedSearch: null, userErrors: [{ code }] } })
  }
  const foreign = await world.ask(theirs, LIST, { tenants: ['ours'] })
  expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
})

it.each([
  [{ query: 'user.name:(root' }, { code: 'QUERY_SYNTAX', field: ['input', 'query'], from: 10 }],
  [{ query: 'root | stat count' }, { code: 'QUERY_SYNTAX', field: ['input', 'query'], from: 7 }],
  [{ query: 'x'.repeat(5_000) }, { code: 'BAD_USER_INPUT', field: ['input', 'query'] }],
  [{ range: 'bogus' }, { code: 'BAD_USER_INPUT', field: ['input', 'range'] }],
  [{ range: '2026-02-01T00:00:00Z~2026-01-01T00:00:00Z' }, { field: ['input', 'range'] }],
  [{ columns: ['host.name', ''] }, { code: 'BAD_USER_INPUT', field: ['input', 'columns', '1'] }],
])('what could not be run is not kept: %j', async (change, mistake) => {
  const answer = await world.ask(analyst, SAVE, { input: { ...ROOTS, name: 'bad', ...change } })
  expect(answer.data).toMatchObject({ saveSearch: { savedSearch: null, userErrors: [mistake] } })
})

it.each([
  { query: '', range: 'all' },
  { query: 'root | stats count by user.name', range: '2026-01-01T00:00:00.000Z~2026-02-01T00:00:00.000Z' },
  {
    query: 'title: a\nlogsource: {category: process_creation}\ndetection:\n  s: {Image: x}\n  condition: s',
    range: '15m',
  },
  { name: 'n\0', query: 'ro\0ot', columns: ['\0'] },
])('what can be run is kept: %j', async (change) => {
  const answer = await world.ask(analyst, SAVE, { input: { ...ROOTS, name: 'good', ...change } })
  expect(answer.data).toMatchObject({ saveSearch: { savedSearch: {}, userErrors: [] } })
})
