import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { twoTenants } from '../../e2e/testkit/two-tenants.ts'
import { createOrganization, listOrganizations } from './organizations.ts'
import { listSearches, saveSearch } from './saved-searches.ts'
import { changeSource, ensureSource } from './sources.ts'
import { type Transaction, withScope } from './with-scope.ts'

const SAID = 'a\0b \uD800 "\\u0000\\\\ü😀\u0001'
const HELD = 'a\uFFFDb \uFFFD "\\u0000\\\\ü😀\u0001'

describe('holdableText', () => {
  let world: Awaited<ReturnType<typeof twoTenants>>
  beforeAll(async () => {
    world = await twoTenants()
  })
  afterAll(() => world.close())

  const raw = (ask: (tx: Transaction) => Promise<unknown>) => withScope(world.records, world.ourScope, ask)

  it('keeps text of rows and finds it again', async () => {
    const { tenantId } = world.ours
    const search = { tenantId, name: SAID, query: SAID, range: '24h', savedBy: randomUUID() }
    await saveSearch(world.records, world.ourScope, { ...search, columns: [] })
    await saveSearch(world.records, world.ourScope, { ...search, columns: ['host.name', SAID] })
    expect(await listSearches(world.records, world.ourScope)).toMatchObject([
      { name: HELD, query: HELD, columns: ['host.name', HELD] },
    ])
  })

  it('keeps JSON of rows', async () => {
    const { tenantId } = world.ours
    const { sourceId } = await ensureSource(world.records, world.ourScope, { tenantId, name: SAID })
    const settings = { defaults: { 'a.b': SAID } }
    const { sourceName, ...source } = await changeSource(world.records, world.ourScope, sourceId, {
      settings,
    })
    expect([sourceName, source.settings]).toEqual([HELD, { defaults: { 'a.b': HELD } }])
  })

  it('is not passed by outside of a transaction', async () => {
    await createOrganization(world.records, SAID)
    expect(await listOrganizations(world.records)).toContainEqual(expect.objectContaining({ name: HELD }))
  })

  it('takes text, lists and objects of raw statements', async () => {
    const rows = await raw(
      (tx) =>
        tx.$queryRaw`SELECT ${SAID}::text AS one, ${[SAID, 'x']}::text[] AS many, ${{ [SAID]: [SAID] }}::jsonb AS json`,
    )
    expect(rows).toEqual([{ one: HELD, many: [HELD, 'x'], json: { [HELD]: [HELD] } }])
  })

  it('leaves all other values alone', async () => {
    const values = {
      bytes: new Uint8Array([0, 0xd8, 0, 255]),
      at: new Date(1_795_000_000_123),
      count: 2n ** 63n - 1n,
    }
    const rows = await raw(
      (tx) => tx.$queryRaw`SELECT ${values.bytes}::bytea AS bytes, ${values.at}::timestamptz AS at,
        ${values.count}::bigint AS count, ${'12.50'}::numeric::text AS exact, ${null}::text AS nothing`,
    )
    expect(rows).toEqual([{ ...values, exact: '12.50', nothing: null }])
  })
})
