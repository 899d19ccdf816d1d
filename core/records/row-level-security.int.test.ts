import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { twoTenants } from '../../e2e/testkit/two-tenants.ts'
import { raiseAlerts } from './alerts/raise-alerts.ts'
import { annotateEvent } from './annotations/annotate-event.ts'
import { createApiToken } from './api-tokens.ts'
import { addDroppedFile } from './dropped-files/add-dropped-file.ts'
import { createIngestToken } from './ingest-tokens.ts'
import { createMembership } from './memberships.ts'
import { saveParser } from './parsers/save-parser.ts'
import { saveSearch } from './saved-searches.ts'
import { saveView } from './saved-views/save-view.ts'

const GUARDED = [
  'tenants',
  'memberships',
  'sources',
  'dropped_files',
  'ingest_tokens',
  'parser_versions',
  'saved_searches',
  'event_annotations',
  'saved_views',
  'api_tokens',
  'alerts',
  'alert_contributions',
] as const

/** Statements without any WHERE, as the program's role: what a forgotten clause would do. */
describe('row-level security', () => {
  let world: Awaited<ReturnType<typeof twoTenants>>
  let program: pg.Client

  beforeAll(async () => {
    world = await twoTenants()
    const { records } = world
    program = new pg.Client({ connectionString: world.appUrl })
    await program.connect()
    const userId = '018f0000-0000-7000-8000-000000000001'
    await program.query('INSERT INTO users (id, name, email) VALUES ($1, $2, $3)', [
      userId,
      'Ada',
      'ada@x.example',
    ])
    for (const [tenant, scope] of [
      [world.ours, world.ourScope] as const,
      [world.theirs, world.theirScope] as const,
    ]) {
      const { tenantId } = tenant
      // Its source comes with it.
      const file = { tenantId, name: 'a.log', bytes: 1, droppedBy: userId }
      const { fileId: sourceId } = await addDroppedFile(records, scope, file)
      await createIngestToken(records, scope, { tenantId, sourceId, name: 'shipper' })
      await createApiToken(records, scope, { tenantId, name: 'bot', role: 'reader' })
      await createMembership(records, scope, { tenantId, userId, role: 'analyst' })
      const search = {
        tenantId,
        name: 'roots',
        query: 'user.name:root',
        range: '24h',
        columns: [],
        savedBy: userId,
      }
      await saveSearch(records, scope, search)
      const event = { eventId: userId, time: 1n, received: Date.now(), sourceId }
      await annotateEvent(records, scope, { tenantId, event, kind: 'pin', text: '', by: userId }, 30)
      await saveView(records, scope, {
        ...{ tenantId, kind: 'graph', name: 'roots', address: '', places: [], shared: true, savedBy: userId },
      })
      await saveParser(records, scope, {
        ...{ owner: { tenantId }, name: 'door-lock', definition: '{}', basedOn: 0, savedBy: userId },
      })
      await raiseAlerts(records, scope, {
        payloadId: '018f0000-0000-7000-8000-00000000000a',
        now: 0,
        groups: [
          {
            ...{
              ruleId: 'r',
              ruleTitle: 'R',
              ruleDescription: undefined,
              level: 'high',
              attack: [],
              backfill: false,
            },
            ...{ entity: { site: '', kind: 'ip', value: '10.0.0.5' }, count: 1, firstSeen: 1n, lastSeen: 2n },
          },
        ],
      })
    }
  })

  afterAll(async () => {
    await program.end()
    await world.close()
  })

  async function inTenant<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
    await program.query('BEGIN')
    try {
      await program.query("SELECT set_config('nightjar.tenants', $1, true)", [tenantId])
      return await work()
    } finally {
      await program.query('ROLLBACK')
    }
  }

  it.each(GUARDED)('shows no row of %s without a scope', async (table) => {
    expect((await program.query(`SELECT * FROM ${table}`)).rowCount).toBe(0)
  })

  it.each(GUARDED)('shows only our rows of %s', async (table) => {
    const column = table === 'tenants' ? 'id' : 'tenant_id'
    const { rows } = await inTenant(world.ours.tenantId, () =>
      program.query(`SELECT ${column} AS t FROM ${table}`),
    )
    expect(rows).toEqual([{ t: world.ours.tenantId }])
  })

  it.each(GUARDED)('changes only our rows of %s', async (table) => {
    const column = table === 'tenants' ? 'id' : 'tenant_id'
    const changed = await inTenant(world.ours.tenantId, () =>
      program.query(`UPDATE ${table} SET ${column} = ${column}`).catch((error: Error) => error.message),
    )
    // Contributions and versions may not be changed at all.
    if (table === 'alert_contributions' || table === 'parser_versions')
      expect(changed).toMatch(/permission denied/)
    else expect(changed).toMatchObject({ rowCount: 1 })
  })

  it('lets nobody write a row into a foreign tenant', async () => {
    const { ours, theirs } = world
    const inserting = () =>
      program.query("INSERT INTO sources (tenant_id, id, name) VALUES ($1, gen_random_uuid(), 'planted')", [
        theirs.tenantId,
      ])
    await expect(inTenant(ours.tenantId, inserting)).rejects.toThrow(/row-level security/)
    const moving = () => program.query('UPDATE alerts SET tenant_id = $1', [theirs.tenantId])
    await expect(inTenant(ours.tenantId, moving)).rejects.toThrow(/row-level security/)
  })

  it('forgets the scope at the end of the transaction', async () => {
    await inTenant(world.ours.tenantId, () => program.query('SELECT 1'))
    expect((await program.query('SELECT * FROM alerts')).rowCount).toBe(0)
  })

  it('binds the owner of the tables too', async () => {
    const owner = new pg.Client({ connectionString: world.ownerUrl })
    await owner.connect()
    expect((await owner.query('SELECT * FROM alerts')).rowCount).toBe(0)
    await owner.end()
  })
})
