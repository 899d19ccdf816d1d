import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { twoTenants } from '../../../e2e/testkit/two-tenants.ts'
import { listSources } from '../sources.ts'
import { setTenantRetention } from '../tenants.ts'
import { addDroppedFile, MOST_FILES } from './add-dropped-file.ts'
import { idsOfDroppedFiles } from './ids-of-dropped-files.ts'
import { listDroppedFiles } from './list-dropped-files.ts'
import { beginDroppedFile, noteDroppedFile } from './take-in-dropped-file.ts'

const BY = '018f0000-0000-7000-8000-000000000001'
const OTHER = '018f0000-0000-7000-8000-000000000002'
const DONE = { received: 3, records: 1, members: [{ name: 'a', records: 1 }], problems: [] }

describe('dropped files', () => {
  let world: Awaited<ReturnType<typeof twoTenants>>
  let program: pg.Client

  beforeAll(async () => {
    world = await twoTenants()
    program = new pg.Client({ connectionString: world.appUrl })
    await program.connect()
    await program.query("SELECT set_config('nightjar.tenants', $1, false)", [world.ours.tenantId])
  })
  afterAll(async () => {
    await program.end()
    await world.close()
  })

  const add = (name = 'a.log') =>
    addDroppedFile(world.records, world.ourScope, {
      ...{ tenantId: world.ours.tenantId, name, bytes: 3, droppedBy: BY },
    })
  const list = async (scope = world.ourScope) =>
    (await listDroppedFiles(world.records, scope, { first: 10 })).map(({ fileId }) => fileId)

  it('have a source of their own, taken in once and by who announced them', async () => {
    const file = await add()
    const { tenantId, fileId } = file
    expect(file).toMatchObject({ state: 'waiting', keptDays: 30, records: 0 })
    expect(await listSources(world.records, world.ourScope)).toMatchObject([
      { sourceId: fileId, isScratch: true, retentionDays: 30 },
    ])
    const begin = (droppedBy: string, scope = world.ourScope) =>
      beginDroppedFile(world.records, scope, { tenantId, fileId, droppedBy })
    expect(await begin(OTHER)).toBeUndefined()
    expect(await begin(BY)).toMatchObject({ fileId, state: 'receiving' })
    expect(await begin(BY)).toBeUndefined()
    await noteDroppedFile(world.records, world.ourScope, file, { ...DONE, state: 'read' })
    expect(await listDroppedFiles(world.records, world.ourScope, { first: 1 })).toMatchObject([
      { ...DONE, state: 'read' },
    ])
    expect(await list(world.theirScope)).toEqual([])
    expect(await idsOfDroppedFiles(world.records, world.theirScope, [fileId])).toEqual(new Set())
    expect(await idsOfDroppedFiles(world.records, world.ourScope, [fileId, OTHER])).toEqual(new Set([fileId]))
  })

  it('are broken off when nobody tells of them any more', async () => {
    const { tenantId, fileId } = await add()
    await beginDroppedFile(world.records, world.ourScope, { tenantId, fileId, droppedBy: BY })
    await program.query("UPDATE dropped_files SET touched_at = now() - interval '2 minutes' WHERE id = $1", [
      fileId,
    ])
    const [file] = await listDroppedFiles(world.records, world.ourScope, { first: 1, ids: [fileId] })
    expect(file?.state).toBe('broken_off')
  })

  it('go with their source when their events are gone, with the next one dropped', async () => {
    const old = await add('old.log')
    await program.query("UPDATE dropped_files SET dropped_at = now() - interval '32 days' WHERE id = $1", [
      old.fileId,
    ])
    expect(await list()).toContain(old.fileId)
    await add('new.log')
    expect(await list()).not.toContain(old.fileId)
    const sources = await listSources(world.records, world.ourScope)
    expect(sources.map(({ sourceId }) => sourceId)).not.toContain(old.fileId)
  })

  it('are kept no longer than the tenant keeps its own, and are not without number', async () => {
    const { tenantId } = world.ours
    await setTenantRetention(world.records, world.ourScope, { tenantId, retentionDays: 7 })
    expect((await add()).keptDays).toBe(7)
    const missing = MOST_FILES - (await program.query('SELECT 1 FROM dropped_files')).rows.length
    await program.query(
      `WITH made AS (INSERT INTO sources (tenant_id, id, name) SELECT $1, gen_random_uuid(), 'x' || n FROM generate_series(1, $2::int) n RETURNING id)
       INSERT INTO dropped_files (tenant_id, id, name, bytes, dropped_by) SELECT $1, id, 'x', 1, $3 FROM made`,
      [tenantId, missing, BY],
    )
    await expect(add()).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})
