import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { twoTenants } from '../../e2e/testkit/two-tenants.ts'
import { createApiToken, listApiTokens, resolveApiToken, revokeApiToken } from './api-tokens.ts'
import {
  createIngestToken,
  listIngestTokens,
  resolveIngestToken,
  revokeIngestToken,
} from './ingest-tokens.ts'
import {
  changeSource,
  createSource,
  ensureSource,
  listSources,
  listSyslogSources,
  type Source,
  setSyslogPort,
} from './sources.ts'

describe('sources and tokens', () => {
  let world: Awaited<ReturnType<typeof twoTenants>>
  let ourSource: Source
  let theirSource: Source

  beforeAll(async () => {
    world = await twoTenants()
    const { records, ourScope, theirScope, ours, theirs } = world
    const shape = { name: 'web', site: 'plant', format: 'nginx', zoneMinutes: 60 }
    ourSource = await createSource(records, ourScope, { tenantId: ours.tenantId, ...shape })
    theirSource = await createSource(records, theirScope, { tenantId: theirs.tenantId, ...shape, site: 'hq' })
  })
  afterAll(() => world.close())

  it('lists the sources in scope', async () => {
    expect(await listSources(world.records, world.ourScope)).toEqual([ourSource])
    expect(await listSources(world.records, world.bothScope)).toHaveLength(2)
  })

  it('makes a source where it is missing and leaves one that exists as it is', async () => {
    const { records, ourScope, ours } = world
    const found = await ensureSource(records, ourScope, {
      tenantId: ours.tenantId,
      name: 'web',
      format: 'json',
    })
    expect(found).toEqual(ourSource)
    const again = createSource(records, ourScope, { tenantId: ours.tenantId, name: 'web' })
    await expect(again).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('changes what is said of a source, and tells the doors', async () => {
    const { records, ourScope, theirScope, ours } = world
    const { tenantId } = ours
    const { sourceId } = await createSource(records, ourScope, { tenantId, name: 'plc' })
    const settings = { zone: 'Europe/Berlin', year: 2024, defaults: { 'host.name': 'plc-1' } }
    const changed = await changeSource(records, ourScope, sourceId, { format: 'door-lock', settings })
    expect(changed).toMatchObject({ sourceName: 'plc', format: 'door-lock', settings })
    const { secret } = await createIngestToken(records, ourScope, { tenantId, sourceId, name: 'shipper' })
    expect(await resolveIngestToken(records, secret)).toMatchObject({ format: 'door-lock', settings })
    const foreign = changeSource(records, theirScope, sourceId, { format: 'auto' })
    await expect(foreign).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await resolveIngestToken(records, secret))?.format).toBe('door-lock')
  })

  it('writes nothing into a tenant outside of the scope', () => {
    const { records, ourScope, theirs } = world
    expect(() => createSource(records, ourScope, { tenantId: theirs.tenantId, name: 'x' })).toThrow(
      RangeError,
    )
  })

  it('opens syslog doors for the sources that have a port', async () => {
    const { records, ourScope, theirScope } = world
    expect(await listSyslogSources(records)).toEqual([])
    await setSyslogPort(records, ourScope, { sourceId: ourSource.sourceId, port: 5514 })
    expect(await listSyslogSources(records)).toEqual([{ ...ourSource, syslogPort: 5514, port: 5514 }])
    const taken = setSyslogPort(records, theirScope, { sourceId: theirSource.sourceId, port: 5514 })
    await expect(taken).rejects.toMatchObject({ code: 'CONFLICT' })
    const foreign = setSyslogPort(records, ourScope, { sourceId: theirSource.sourceId, port: 5515 })
    await expect(foreign).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await setSyslogPort(records, ourScope, { sourceId: ourSource.sourceId, port: undefined })
    expect(await listSyslogSources(records)).toEqual([])
  })

  it('resolves an ingest token to its source until it is revoked, and keeps no secret', async () => {
    const { records, ourScope, theirScope, ours } = world
    const { tenantId } = ours
    const { sourceId } = ourSource
    const { token, secret } = await createIngestToken(records, ourScope, {
      tenantId,
      sourceId,
      name: 'shipper',
    })
    const grant = {
      ...{ tokenId: token.tokenId, tenantId, sourceId, sourceName: 'web' },
      ...{ site: 'plant', format: 'nginx', zoneMinutes: 60, settings: {} },
    }
    expect(secret).toMatch(/^nji_[\w-]{43}$/)
    expect(secret.startsWith(token.prefix)).toBe(true)
    expect(await resolveIngestToken(records, secret)).toEqual(grant)
    expect((await listIngestTokens(records, ourScope))[0]?.lastUsedAt).toBeInstanceOf(Date)
    expect(await listIngestTokens(records, theirScope)).toEqual([])
    expect(await resolveApiToken(records, secret)).toBeUndefined()

    const owner = new pg.Client({ connectionString: world.ownerUrl })
    await owner.connect()
    await owner.query('ALTER TABLE ingest_tokens NO FORCE ROW LEVEL SECURITY')
    const { rows } = await owner.query('SELECT ingest_tokens::text AS row FROM ingest_tokens WHERE id = $1', [
      token.tokenId,
    ])
    await owner.query('ALTER TABLE ingest_tokens FORCE ROW LEVEL SECURITY')
    await owner.end()
    expect(rows).toHaveLength(1)
    expect(rows[0].row).not.toContain(secret.slice(token.prefix.length))

    expect(await revokeIngestToken(records, theirScope, token.tokenId)).toBeUndefined()
    expect(await resolveIngestToken(records, secret)).toEqual(grant)
    expect((await revokeIngestToken(records, ourScope, token.tokenId))?.revokedAt).toBeInstanceOf(Date)
    expect(await resolveIngestToken(records, secret)).toBeUndefined()
  })

  it('makes no token for a foreign source', async () => {
    const { records, ourScope, ours } = world
    const creating = createIngestToken(records, ourScope, {
      ...{ tenantId: ours.tenantId, sourceId: theirSource.sourceId, name: 'x' },
    })
    await expect(creating).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('resolves an API token to its tenant and role until it is revoked', async () => {
    const { records, ourScope, theirScope, ours } = world
    const { tenantId } = ours
    const { token, secret } = await createApiToken(records, ourScope, {
      tenantId,
      name: 'bot',
      role: 'analyst',
    })
    expect(await resolveApiToken(records, secret)).toMatchObject({
      ...{ tokenId: token.tokenId, name: 'bot', tenantId, role: 'analyst' },
      membership: { slug: 'ours', organization: 'Harrier Security', role: 'analyst' },
    })
    expect(await listApiTokens(records, theirScope)).toEqual([])
    expect(await revokeApiToken(records, theirScope, token.tokenId)).toBeUndefined()
    expect(await revokeApiToken(records, ourScope, token.tokenId)).toBeDefined()
    expect(await resolveApiToken(records, secret)).toBeUndefined()
  })

  it.each(['', 'nji_', 'nji_\0', `nji_${'x'.repeat(1_000_000)}`, `nja_${'A'.repeat(43)}`, randomUUID()])(
    'knows no token %#',
    async (secret) => {
      expect(await resolveIngestToken(world.records, secret)).toBeUndefined()
      expect(await resolveApiToken(world.records, secret)).toBeUndefined()
    },
  )
})
