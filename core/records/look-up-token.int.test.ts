import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { twoTenants } from '../../e2e/testkit/two-tenants.ts'
import { UnavailableError } from '../errors.ts'
import { createApiToken, resolveApiToken } from './api-tokens.ts'
import { createIngestToken, resolveIngestToken } from './ingest-tokens.ts'
import { lookUpToken } from './look-up-token.ts'
import { createSource } from './sources.ts'
import { getTenants } from './tenants.ts'
import { hashToken } from './token-secret.ts'

const guess = (prefix: string) => `${prefix}${randomBytes(32).toString('base64url')}`

describe('token lookups', () => {
  let world: Awaited<ReturnType<typeof twoTenants>>
  let owner: pg.Client
  let program: pg.Client
  let secrets: { ingest: string; api: string }

  beforeAll(async () => {
    world = await twoTenants()
    owner = new pg.Client({ connectionString: world.ownerUrl })
    program = new pg.Client({ connectionString: world.appUrl })
    await Promise.all([owner.connect(), program.connect()])
    const { records, ourScope, ours } = world
    const { tenantId } = ours
    const { sourceId } = await createSource(records, ourScope, { tenantId, name: 'web' })
    const ingest = await createIngestToken(records, ourScope, { tenantId, sourceId, name: 'shipper' })
    const api = await createApiToken(records, ourScope, { tenantId, name: 'bot', role: 'reader' })
    secrets = { ingest: ingest.secret, api: api.secret }
  })
  afterAll(async () => {
    await Promise.all([owner.end(), program.end()])
    await world.close()
  })

  it('leave connections to others while a flood of guesses hangs, and send the flood away', async () => {
    await owner.query('BEGIN')
    await owner.query('LOCK TABLE ingest_tokens, api_tokens IN ACCESS EXCLUSIVE MODE')
    const flood = Array.from({ length: 50 }, (_, turn) =>
      turn % 2 === 0
        ? resolveIngestToken(world.records, guess('nji_'))
        : resolveApiToken(world.records, guess('nja_')),
    ).map((asked) => asked.catch((error: unknown) => error))
    expect(await getTenants(world.records, world.ourScope)).toEqual([world.ours])
    const sentAway = flood.slice(4)
    for (const answer of await Promise.all(sentAway)) expect(answer).toBeInstanceOf(UnavailableError)
    await owner.query('ROLLBACK')
    expect(await Promise.all(flood.slice(0, 4))).toEqual(Array(4).fill(undefined))
  })

  it('of a token in use do not wait for guesses', async () => {
    const { records } = world
    const grant = await resolveIngestToken(records, secrets.ingest)
    expect(grant).toBeDefined()
    let letGo: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const guesses = Array.from({ length: 4 }, () =>
      lookUpToken(records, hashToken(guess('nji_')), async () => void (await held)),
    )
    expect(await resolveIngestToken(records, secrets.ingest)).toEqual(grant)
    await expect(resolveIngestToken(records, guess('nji_'))).rejects.toBeInstanceOf(UnavailableError)
    letGo()
    await Promise.all(guesses)
  })

  it.each([
    ['ingest', 'resolve_ingest_token'],
    ['api', 'resolve_api_token'],
  ] as const)('of an %s token leave nothing open behind', async (kind, name) => {
    const hash = Buffer.from(hashToken(secrets[kind]))
    await program.query('BEGIN')
    const found = await program.query(`SELECT * FROM ${name}($1)`, [hash])
    expect(found.rows).toMatchObject([{ tenant_id: world.ours.tenantId }])
    for (const table of ['ingest_tokens', 'api_tokens', 'sources', 'tenants'])
      expect((await program.query(`SELECT * FROM ${table}`)).rowCount, table).toBe(0)
    await program.query("SELECT set_config('nightjar.tenants', $1, true)", [world.theirs.tenantId])
    await program.query(`SELECT * FROM ${name}($1)`, [hash])
    expect((await program.query('SELECT id FROM tenants')).rows).toEqual([{ id: world.theirs.tenantId }])
    await program.query('ROLLBACK')
  })

  it('find nothing of a hash that is no token, too long or too short', async () => {
    for (const hash of ['', '00', 'ff'.repeat(100)])
      for (const name of ['resolve_ingest_token', 'resolve_api_token'])
        expect((await program.query(`SELECT * FROM ${name}(decode($1, 'hex'))`, [hash])).rowCount).toBe(0)
  })
})
