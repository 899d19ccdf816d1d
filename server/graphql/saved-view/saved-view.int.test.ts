import { afterAll, beforeAll, expect, it } from 'vitest'
import { type GraphqlWorld, graphqlWorld } from '../../../e2e/testkit/graphql-world.ts'

const LIST =
  'query($tenants: [ID!]!, $kind: SavedViewKind!) { savedViews(tenants: $tenants, kind: $kind) { id name address isShared isMine canChange version places { key x y } tenant { slug } } }'
const SAVE =
  'mutation($input: SaveViewInput!) { saveView(input: $input) { savedView { id version } userErrors { code } } }'
const CHANGE =
  'mutation($input: ChangeSavedViewInput!) { changeSavedView(input: $input) { savedView { name version isShared places { key } } userErrors { code } } }'
const FORGET =
  'mutation($input: ForgetViewInput!) { forgetView(input: $input) { forgottenId userErrors { code } } }'
const NODE = 'query($id: ID!) { node(id: $id) { ... on SavedView { name address places { key x y } } } }'

const places = [{ key: 'host:db-3\0', x: 12.5, y: -3 }]
const GRAPH = {
  ...{ tenant: 'ours', kind: 'graph', name: 'who spoke to db-3', address: 'q=db-3&steps=fold', places },
}

let world: GraphqlWorld
let analyst: string
let other: string
let admin: string
let reader: string
let theirs: string

beforeAll(async () => {
  world = await graphqlWorld()
  ;[analyst, other, admin, reader, theirs] = await Promise.all([
    world.token('ours', 'analyst'),
    world.token('ours', 'analyst'),
    world.token('ours', 'admin'),
    world.token('ours', 'reader'),
    world.token('theirs', 'admin'),
  ])
})
afterAll(() => world.close())

async function save(token: string, input: Record<string, unknown>): Promise<string> {
  const { data } = await world.ask(token, SAVE, { input })
  const { saveView } = data as { saveView: { savedView: { id: string } | null; userErrors: unknown[] } }
  expect(saveView.userErrors).toEqual([])
  return saveView.savedView?.id ?? ''
}

async function names(token: string, tenant = 'ours', kind = 'graph'): Promise<string[]> {
  const { data } = await world.ask(token, LIST, { tenants: [tenant], kind })
  return (data as { savedViews: { name: string }[] }).savedViews.map(({ name }) => name)
}

const codesOf = (data: unknown) =>
  Object.values(data as Record<string, { userErrors: { code: string }[] }>).flatMap(({ userErrors }) =>
    userErrors.map(({ code }) => code),
  )

it('views are for who saved them, or for their tenant; never for another', async () => {
  const mine = await save(analyst, GRAPH)
  const shared = await save(analyst, { ...GRAPH, name: 'for all', isShared: true, places: [] })
  await save(theirs, { ...GRAPH, tenant: 'theirs', name: 'theirs', isShared: true })
  await save(analyst, { ...GRAPH, kind: 'timeline', name: 'a night' })

  expect(await names(analyst)).toEqual(['for all', 'who spoke to db-3'])
  expect(await names(analyst, 'ours', 'timeline')).toEqual(['a night'])
  for (const token of [other, admin, reader]) expect(await names(token)).toEqual(['for all'])
  expect(await names(theirs, 'theirs')).toEqual(['theirs'])
  const foreign = await world.ask(theirs, LIST, { tenants: ['ours'], kind: 'graph' })
  expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND')

  expect((await world.ask(analyst, NODE, { id: mine })).data).toEqual({
    node: { name: GRAPH.name, address: GRAPH.address, places: [{ key: 'host:db-3\uFFFD', x: 12.5, y: -3 }] },
  })
  expect((await world.ask(reader, NODE, { id: shared })).data).toMatchObject({ node: { name: 'for all' } })
  for (const [token, id] of [
    [other, mine],
    [admin, mine],
    [theirs, mine],
    [theirs, shared],
  ] as const)
    expect((await world.ask(token, NODE, { id })).data).toEqual({ node: null })
})

it('are changed and forgotten by who saved them, shared ones by admins too, and at the version that was read', async () => {
  const id = await save(analyst, { ...GRAPH, name: 'work', isShared: true })
  const change = async (token: string, input: Record<string, unknown>) =>
    (await world.ask(token, CHANGE, { input: { id, version: 1, ...input } })).data
  const hidden = await save(analyst, { ...GRAPH, name: 'hidden' })
  for (const [token, asked, code] of [
    [other, id, 'FORBIDDEN'],
    [reader, id, 'FORBIDDEN'],
    [theirs, id, 'NOT_FOUND'],
    [other, hidden, 'NOT_FOUND'],
    [admin, hidden, 'NOT_FOUND'],
  ] as const) {
    expect(codesOf(await change(token, { id: asked, name: 'taken over' }))).toEqual([code])
    expect(codesOf((await world.ask(token, FORGET, { input: { id: asked } })).data)).toEqual([code])
  }
  expect(await change(analyst, { places: [{ key: 'a', x: 0, y: 0 }] })).toEqual({
    changeSavedView: {
      savedView: { name: 'work', version: 2, isShared: true, places: [{ key: 'a' }] },
      userErrors: [],
    },
  })
  expect(codesOf(await change(analyst, { name: 'late' }))).toEqual(['CONFLICT'])
  expect(codesOf(await change(analyst, { version: 2, name: 'hidden' }))).toEqual(['CONFLICT'])
  expect(await change(admin, { version: 2, name: 'renamed' })).toMatchObject({
    changeSavedView: { savedView: { name: 'renamed', version: 3, places: [{ key: 'a' }] } },
  })
  // No longer shared: hers alone.
  await change(analyst, { version: 3, isShared: false })
  expect(await names(other)).not.toContain('renamed')
  expect((await world.ask(analyst, FORGET, { input: { id } })).data).toEqual({
    forgetView: { forgottenId: id, userErrors: [] },
  })
  expect((await world.ask(analyst, NODE, { id })).data).toEqual({ node: null })
})

it('readers save none, nobody saves for another tenant, and all has its limits', async () => {
  const many = Array.from({ length: 2_001 }, (_, n) => ({ key: `${n}`, x: 0, y: 0 }))
  for (const [token, input, code] of [
    [reader, GRAPH, 'FORBIDDEN'],
    [theirs, GRAPH, 'NOT_FOUND'],
    [analyst, { ...GRAPH, name: ' ' }, 'BAD_USER_INPUT'],
    [analyst, { ...GRAPH, name: 'big', address: 'x'.repeat(16_001) }, 'BAD_USER_INPUT'],
    [analyst, { ...GRAPH, name: 'big', places: many }, 'BAD_USER_INPUT'],
    [analyst, { ...GRAPH, name: 'big', places: [{ key: 'x'.repeat(2_001), x: 0, y: 0 }] }, 'BAD_USER_INPUT'],
    [analyst, { ...GRAPH, name: 'big', places: [{ key: 'a', x: 1e9, y: 0 }] }, 'BAD_USER_INPUT'],
    [analyst, GRAPH, 'CONFLICT'],
  ] as const)
    expect(codesOf((await world.ask(token, SAVE, { input })).data)).toEqual([code])
})
