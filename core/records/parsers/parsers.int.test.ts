import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { twoTenants } from '../../../e2e/testkit/two-tenants.ts'
import { grantScope, type TenantScope } from '../../tenant/grant-scope.ts'
import { createOrganization } from '../organizations.ts'
import { createTenant } from '../tenants.ts'
import { listParsers } from './list-parsers.ts'
import type { ParserOwner } from './parser-version.ts'
import { parsersInForce, parserVersions } from './parsers-in-force.ts'
import { saveParser } from './save-parser.ts'

const SAVED_BY = '018f0000-0000-7000-8000-000000000001'

describe('parsers that people wrote', () => {
  let world: Awaited<ReturnType<typeof twoTenants>>
  /** A tenant of another organization. */
  let strangerScope: TenantScope
  let our: ParserOwner
  let all: ParserOwner

  beforeAll(async () => {
    world = await twoTenants()
    const { records, ours } = world
    const { organizationId } = await createOrganization(records, 'Osprey')
    const stranger = { organizationId, slug: 'stranger', name: 'Stranger', code: 'ST', hue: 3 }
    strangerScope = grantScope([(await createTenant(records, stranger)).tenantId])
    our = { tenantId: ours.tenantId }
    all = { organizationId: ours.organizationId }
  })
  afterAll(() => world.close())

  function save(owner: ParserOwner, name: string, definition?: string, basedOn?: number) {
    const scope = 'tenantId' in owner ? world.ourScope : world.bothScope
    return saveParser(world.records, scope, { owner, name, definition, basedOn, savedBy: SAVED_BY })
  }

  /** What reads the lines of the tenants in scope. */
  async function inForce(scope: TenantScope): Promise<(string | undefined)[]> {
    const ids = (await parsersInForce(world.records, scope)).map(({ versionId }) => versionId)
    const versions = await parserVersions(world.records, scope, ids)
    return ids.map((id) => versions.find(({ versionId }) => versionId === id)?.definition)
  }

  it('keeps every version, the newest in force, for its tenant only', async () => {
    await save(our, 'door-lock', 'first', 0)
    await save(our, 'door-lock', 'second', 1)
    expect(await inForce(world.ourScope)).toEqual(['second'])
    expect(await inForce(world.theirScope)).toEqual([])
    const kept = await listParsers(world.records, world.ourScope, 'door-lock')
    expect(kept.map(({ version, definition }) => [version, definition])).toEqual([
      [2, 'second'],
      [1, 'first'],
    ])
    expect(await listParsers(world.records, world.theirScope)).toEqual([])
    const [newest] = kept
    expect(await parserVersions(world.records, world.theirScope, [newest?.versionId ?? ''])).toEqual([])
  })

  it('tells who saved from an old version', async () => {
    await save(our, 'badge', 'first', 0)
    await expect(save(our, 'badge', 'other', 0)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(save(our, 'nothing')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('reads the lines of all tenants of an organization where they have none of that name', async () => {
    await save(all, 'gate', 'for all')
    await save(our, 'gate', 'ours')
    expect(await inForce(world.theirScope)).toEqual(['for all'])
    expect(await inForce(world.ourScope)).toContain('ours')
    expect(await inForce(world.ourScope)).not.toContain('for all')
    expect(await inForce(strangerScope)).toEqual([])
    expect(await listParsers(world.records, strangerScope)).toEqual([])
    await save(our, 'gate')
    expect(await inForce(world.ourScope)).toContain('for all')
    await save(all, 'gate')
    expect(await inForce(world.theirScope)).toEqual([])
  })

  it('starts again after it was retired', async () => {
    await save(our, 'turnstile', 'first', 0)
    await save(our, 'turnstile')
    await expect(save(our, 'turnstile', 'again', 1)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect((await save(our, 'turnstile', 'again', 0)).version).toBe(3)
  })
})
