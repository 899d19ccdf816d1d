import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raiseAlerts } from '#core/records/alerts/raise-alerts'
import { createIngestToken, resolveIngestToken } from '#core/records/ingest-tokens'
import { saveParser } from '#core/records/parsers/save-parser'
import { retentionLimits } from '#core/records/retention-limits'
import { ensureSource, listSyslogSources, setSyslogPort } from '#core/records/sources'
import type { SignalMap } from '#core/signals/signals'
import { insertEvents } from '#core/store/insert-events'
import { type GraphqlWorld, graphqlWorld } from '../../../e2e/testkit/graphql-world.ts'
import { encodeGlobalId } from '../global-id.ts'

let world: GraphqlWorld
let admin: string
let reader: string
let theirs: string

beforeAll(async () => {
  world = await graphqlWorld()
  ;[admin, reader, theirs] = await Promise.all([
    world.token('ours', 'admin'),
    world.token('ours', 'reader'),
    world.token('theirs', 'admin'),
  ])
  for (const whose of ['ours', 'theirs'] as const) {
    const scope = whose === 'ours' ? world.ourScope : world.theirScope
    const { tenantId } = world[whose]
    await ensureSource(world.records, scope, { tenantId, name: `web of ${whose}`, site: 'berlin' })
    await raiseAlerts(world.records, scope, {
      payloadId: randomUUID(),
      groups: (['low', 'high'] as const).map((level) => ({
        ...{
          ruleId: level,
          ruleTitle: level,
          ruleDescription: undefined,
          level,
          attack: [],
          backfill: false,
        },
        ...{ entity: { site: '', kind: 'host', value: 'h' }, count: 1, firstSeen: 1n, lastSeen: 1n },
      })),
      now: Date.now(),
    })
  }
})
afterAll(() => world.close())

describe('viewer', () => {
  it('is the token with its tenant', async () => {
    const query = '{ viewer { person { name } apiToken organization manyTenants tenants { slug role } } }'
    expect((await world.ask(reader, query)).data).toEqual({
      viewer: {
        ...{ person: null, apiToken: 'ours reader', organization: 'Harrier Security', manyTenants: false },
        tenants: [{ slug: 'ours', role: 'reader' }],
      },
    })
  })

  it('is null for nobody', async () => {
    expect((await world.ask(undefined, '{ viewer { organization } }')).data).toEqual({ viewer: null })
  })

  it.each(['nja_notatoken', 'x'])('is not told to the token %s', async (token) => {
    const { status, data } = await world.ask(token, '{ viewer { organization } }')
    expect({ status, data }).toEqual({ status: 401, data: undefined })
  })
})

describe('tenants', () => {
  const TENANT =
    '{ id uuid slug name code hue role openAlerts { level count } sources { name site format syslogPort } }'

  it('are those one belongs to', async () => {
    const { data } = await world.ask(reader, `{ tenants ${TENANT} tenant(slug: "ours") { slug } }`)
    const { tenantId } = world.ours
    expect(data).toEqual({
      tenants: [
        {
          ...{ id: encodeGlobalId({ type: 'Tenant', tenantId, id: tenantId }), uuid: tenantId },
          ...{ slug: 'ours', name: 'Ours' },
          ...{ code: 'OU', hue: 1, role: 'reader' },
          openAlerts: [
            { level: 'low', count: 1 },
            { level: 'high', count: 1 },
          ],
          sources: [{ name: 'web of ours', site: 'berlin', format: 'auto', syslogPort: null }],
        },
      ],
      tenant: { slug: 'ours' },
    })
  })

  it('of others are null, like those that do not exist', async () => {
    const { tenantId } = world.theirs
    const [source] = await world
      .ask(theirs, '{ tenant(slug: "theirs") { sources { id } } }')
      .then(({ data }) => (data as { tenant: { sources: { id: string }[] } }).tenant.sources)
    const ids = [encodeGlobalId({ type: 'Tenant', tenantId, id: tenantId }), source?.id]
    for (const id of ids) {
      const query = 'query($id: ID!) { tenant(slug: "theirs") { slug } node(id: $id) { id } }'
      expect(await world.ask(reader, query, { id })).toMatchObject({ data: { tenant: null, node: null } })
      expect((await world.ask(theirs, query, { id })).data).toEqual({
        tenant: { slug: 'theirs' },
        node: { id },
      })
    }
  })

  it('are not for nobody', async () => {
    for (const query of [
      '{ tenants { slug } }',
      '{ tenant(slug: "ours") { slug } }',
      '{ node(id: "x") { id } }',
    ]) {
      const { errors } = await world.ask(undefined, query)
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    }
  })
})

describe('ingest tokens', () => {
  const CREATE = `mutation($input: CreateIngestTokenInput!) { createIngestToken(input: $input) {
    secret ingestToken { id name prefix createdAt revokedAt source { name site } } userErrors { code message } } }`
  const REVOKE = `mutation($input: RevokeIngestTokenInput!) { revokeIngestToken(input: $input) {
    ingestToken { revokedAt } userErrors { code } } }`
  const LIST = '{ tenant(slug: "ours") { ingestTokens { id } } }'

  interface Created {
    createIngestToken: { secret: string; ingestToken: { id: string; prefix: string } }
  }

  async function create(input: Record<string, unknown> = {}): Promise<Created['createIngestToken']> {
    const { data } = await world.ask(admin, CREATE, {
      input: { tenant: 'ours', source: `source ${randomUUID()}`, name: 'shipper', ...input },
    })
    return (data as Created).createIngestToken
  }

  it('are made for names that Postgres cannot hold as they are', async () => {
    const input = { source: 'a\0b', site: 'c\uD800d', name: 'e\0f' }
    const names = { name: 'e\uFFFDf', source: { name: 'a\uFFFDb', site: 'c\uFFFDd' } }
    expect(await create(input)).toMatchObject({ ingestToken: names, userErrors: [] })
    expect(await create(input)).toMatchObject({ ingestToken: names, userErrors: [] })
  })

  it('open the door until they are revoked, and every process hears of it', async () => {
    const { secret, ingestToken } = await create({ source: 'mail', site: 'bonn', format: 'postfix' })
    expect(ingestToken).toMatchObject({
      name: 'shipper',
      source: { name: 'mail', site: 'bonn' },
      revokedAt: null,
    })
    expect(secret.startsWith(ingestToken.prefix)).toBe(true)
    expect(await resolveIngestToken(world.records, secret)).toMatchObject({ format: 'postfix' })
    const heard = new Promise<SignalMap['tokenRevoked']>((resolve) => {
      world.signals.subscribe('tokenRevoked', resolve)
    })
    const { data } = await world.ask(admin, REVOKE, { input: { id: ingestToken.id } })
    expect(data).toEqual({
      revokeIngestToken: { ingestToken: { revokedAt: expect.any(String) }, userErrors: [] },
    })
    expect(await resolveIngestToken(world.records, secret)).toBeUndefined()
    const { tokenId } = await heard
    expect(encodeGlobalId({ type: 'IngestToken', tenantId: world.ours.tenantId, id: tokenId })).toBe(
      ingestToken.id,
    )
  })

  it('share the source of their name, if they agree about it', async () => {
    const source = `shared ${randomUUID()}`
    await create({ source, site: 'bonn' })
    expect(await create({ source })).toMatchObject({ userErrors: [] })
    expect(await create({ source, site: 'berlin' })).toMatchObject({ userErrors: [{ code: 'CONFLICT' }] })
  })

  it.each([
    [{ name: ' ' }, 'BAD_USER_INPUT'],
    [{ source: 'x'.repeat(101) }, 'BAD_USER_INPUT'],
    [{ format: '../etc' }, 'BAD_USER_INPUT'],
    [{ format: 'postfx' }, 'BAD_USER_INPUT'],
    [{ tenant: 'theirs' }, 'NOT_FOUND'],
    [{ tenant: 'nobody' }, 'NOT_FOUND'],
  ])('are not made of %j', async (input, code) => {
    expect(await create(input)).toMatchObject({ secret: null, userErrors: [{ code }] })
  })

  it('are for admins of the tenant', async () => {
    const { ingestToken } = await create()
    expect((await world.ask(admin, LIST)).data).toMatchObject({
      tenant: { ingestTokens: expect.arrayContaining([{ id: ingestToken.id }]) },
    })
    expect((await world.ask(reader, LIST)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    for (const [token, code] of [
      [reader, 'FORBIDDEN'],
      [theirs, 'NOT_FOUND'],
    ] as const) {
      const made = await world.ask(token, CREATE, { input: { tenant: 'ours', source: 's', name: 'n' } })
      expect(made.data).toMatchObject({ createIngestToken: { secret: null, userErrors: [{ code }] } })
      const revoked = await world.ask(token, REVOKE, { input: { id: ingestToken.id } })
      expect(revoked.data).toMatchObject({ revokeIngestToken: { ingestToken: null, userErrors: [{ code }] } })
      const { data } = await world.ask(token, 'query($id: ID!) { node(id: $id) { id } }', {
        id: ingestToken.id,
      })
      expect(data).toEqual({ node: null })
    }
  })
})

describe('retention', () => {
  const CHANGE = `mutation($input: ChangeTenantInput!) { changeTenant(input: $input) {
    tenant { slug retentionDays } userErrors { code } } }`
  const OF_SOURCE = `mutation($input: ChangeSourceInput!) { changeSource(input: $input) {
    source { retentionDays } userErrors { code } } }`
  const idOf = (whose: 'ours' | 'theirs') => {
    const { tenantId } = world[whose]
    return encodeGlobalId({ type: 'Tenant', tenantId, id: tenantId })
  }

  it('is what the source says, else the tenant, for the doors and for who asks', async () => {
    const { records, ourScope } = world
    const { tenantId } = world.ours
    const { sourceId } = await ensureSource(records, ourScope, { tenantId, name: 'to keep' })
    const { secret } = await createIngestToken(records, ourScope, { tenantId, sourceId, name: 'k' })
    const id = encodeGlobalId({ type: 'Source', tenantId, id: sourceId })
    await setSyslogPort(records, ourScope, { sourceId, port: 45_514 })
    const daysAtDoors = async () => [
      (await resolveIngestToken(records, secret))?.retentionDays,
      (await listSyslogSources(records)).find((source) => source.sourceId === sourceId)?.retentionDays,
    ]
    expect(await daysAtDoors()).toEqual([undefined, undefined])

    const ofTenant = { input: { id: idOf('ours'), retentionDays: 60 } }
    expect((await world.ask(admin, CHANGE, ofTenant)).data).toEqual({
      changeTenant: { tenant: { slug: 'ours', retentionDays: 60 }, userErrors: [] },
    })
    expect(await daysAtDoors()).toEqual([60, 60])
    expect((await world.ask(admin, OF_SOURCE, { input: { id, retentionDays: 7 } })).data).toEqual({
      changeSource: { source: { retentionDays: 7 }, userErrors: [] },
    })
    expect(await daysAtDoors()).toEqual([7, 7])
    expect(await retentionLimits(records, ourScope)).toEqual([
      { tenantId, days: 60, sources: [{ sourceId, days: 7 }] },
    ])
    const theirTenant = world.theirs.tenantId
    expect(await retentionLimits(records, world.theirScope)).toEqual([
      { tenantId: theirTenant, days: undefined, sources: [] },
    ])

    await world.ask(admin, OF_SOURCE, { input: { id, site: 'hall 9' } })
    expect(await daysAtDoors()).toEqual([7, 7])
    await world.ask(admin, OF_SOURCE, { input: { id, retentionDays: null } })
    await world.ask(admin, CHANGE, { input: { id: 'ours', retentionDays: null } })
    expect(await daysAtDoors()).toEqual([undefined, undefined])
    await setSyslogPort(records, ourScope, { sourceId, port: undefined })
  })

  it('hides events at once, of that tenant alone', async () => {
    const received = Date.now() - 3 * 86_400_000
    const range = { from: new Date(received - 60_000), to: new Date(received + 60_000) }
    for (const whose of ['ours', 'theirs'] as const) {
      const { tenantId } = world[whose]
      const payloadId = randomUUID()
      const place = { tenantId, sourceId: randomUUID(), site: '', payloadId, position: 0, received }
      const line = { raw: 'kept', parser: 'raw@1', backfill: false, fields: {} }
      const time = BigInt(received) * 1_000_000n
      await insertEvents(world.store, payloadId, [{ eventId: randomUUID(), time, ...place, ...line }])
    }
    const query = `query($tenant: ID!, $range: TimeRange!) {
      events(tenants: [$tenant], filter: { range: $range }, first: 10) { edges { node { id } } } }`
    const shown = async (token: string, tenant: string) => {
      const { data } = await world.ask(token, query, { tenant, range })
      return (data as { events: { edges: unknown[] } }).events.edges.length
    }
    expect([await shown(admin, 'ours'), await shown(theirs, 'theirs')]).toEqual([1, 1])
    await world.ask(admin, CHANGE, { input: { id: idOf('ours'), retentionDays: 2 } })
    await expect.poll(() => shown(admin, 'ours')).toBe(0)
    expect(await shown(theirs, 'theirs')).toBe(1)
    await world.ask(admin, CHANGE, { input: { id: idOf('ours'), retentionDays: null } })
    await expect.poll(() => shown(admin, 'ours')).toBe(1)
  })

  it.each([0, 366, -1])('is not %i days', async (retentionDays) => {
    const { data } = await world.ask(admin, CHANGE, { input: { id: idOf('ours'), retentionDays } })
    expect(data).toEqual({ changeTenant: { tenant: null, userErrors: [{ code: 'BAD_USER_INPUT' }] } })
  })

  it('is changed by admins of the tenant', async () => {
    for (const [token, whose, code] of [
      [reader, 'ours', 'FORBIDDEN'],
      [admin, 'theirs', 'NOT_FOUND'],
    ] as const) {
      const { data } = await world.ask(token, CHANGE, { input: { id: idOf(whose), retentionDays: 2 } })
      expect(data).toEqual({ changeTenant: { tenant: null, userErrors: [{ code }] } })
    }
  })
})

describe('changeSource', () => {
  const CHANGE = `mutation($input: ChangeSourceInput!) { changeSource(input: $input) {
    source { name site format zone year defaults } userErrors { code field } } }`

  async function sourceId(whose: 'ours' | 'theirs'): Promise<string> {
    const scope = whose === 'ours' ? world.ourScope : world.theirScope
    const { tenantId } = world[whose]
    const source = await ensureSource(world.records, scope, { tenantId, name: `to change of ${whose}` })
    return encodeGlobalId({ type: 'Source', tenantId, id: source.sourceId })
  }

  it('says how to read its lines, changes what is named and keeps the rest', async () => {
    const id = await sourceId('ours')
    const definition = 'name: door-lock\npattern: { json: all }\nsamples: ["{}"]'
    const owner = { tenantId: world.ours.tenantId }
    const saved = { owner, name: 'door-lock', definition, basedOn: undefined, savedBy: randomUUID() }
    await saveParser(world.records, world.ourScope, saved)
    const input = { id, format: 'door-lock', zone: 'Europe/Berlin', defaults: { 'host.name': 'plc-1' } }
    const source = {
      name: 'to change of ours',
      site: '',
      format: 'door-lock',
      zone: 'Europe/Berlin',
      year: null,
    }
    expect((await world.ask(admin, CHANGE, { input })).data).toEqual({
      changeSource: { source: { ...source, defaults: { 'host.name': 'plc-1' } }, userErrors: [] },
    })
    const again = { id, zone: null, year: 2019, site: 'hall 2' }
    expect((await world.ask(admin, CHANGE, { input: again })).data).toMatchObject({
      changeSource: {
        source: { ...source, site: 'hall 2', zone: null, year: 2019, defaults: { 'host.name': 'plc-1' } },
      },
    })
  })

  it.each([
    ['a zone that is none', { zone: 'Europe/Nowhere' }, ['zone']],
    ['a year that no log has', { year: 12 }, ['year']],
    ['fields without a name', { defaults: { '': 'x' } }, ['defaults', '']],
    ['values that are none', { defaults: { a: {} } }, ['defaults', 'a']],
    ['a format that is no name', { format: '../x' }, ['format']],
  ])('refuses %s', async (_, change, path) => {
    const input = { id: await sourceId('ours'), ...change }
    expect((await world.ask(admin, CHANGE, { input })).data).toEqual({
      changeSource: { source: null, userErrors: [{ code: 'BAD_USER_INPUT', field: ['input', ...path] }] },
    })
  })

  it('refuses a parser that there is not, or that another tenant wrote', async () => {
    const owner = { tenantId: world.theirs.tenantId }
    const saved = { owner, name: 'their-lock', definition: '{}', basedOn: undefined, savedBy: randomUUID() }
    await saveParser(world.records, world.theirScope, saved)
    for (const [format, message] of [
      ['postfx', 'There is no parser postfx: did you mean postfix?'],
      ['their-lock', 'There is no parser their-lock: save one of that name first, or write auto'],
    ]) {
      const answer = await world.ask(admin, CHANGE.replace('code field', 'code field message'), {
        input: { id: await sourceId('ours'), format },
      })
      const userErrors = [{ code: 'BAD_USER_INPUT', field: ['input', 'format'], message }]
      expect(answer.data).toEqual({ changeSource: { source: null, userErrors } })
    }
  })

  it('is for admins of its tenant', async () => {
    for (const [token, id, code] of [
      [reader, await sourceId('ours'), 'FORBIDDEN'],
      [admin, await sourceId('theirs'), 'NOT_FOUND'],
    ] as const) {
      const answer = await world.ask(token, CHANGE, { input: { id, format: 'auto' } })
      expect(answer.data).toMatchObject({ changeSource: { source: null, userErrors: [{ code }] } })
    }
  })
})
