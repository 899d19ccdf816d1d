import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { twoTenants } from '../../e2e/testkit/two-tenants.ts'
import { createOrganization, listOrganizations } from './organizations.ts'
import { createTenant, getTenants, listTenants, tenantsBySlug } from './tenants.ts'

describe('tenants', () => {
  let world: Awaited<ReturnType<typeof twoTenants>>
  beforeAll(async () => {
    world = await twoTenants()
  })
  afterAll(() => world.close())

  it('shows those in scope', async () => {
    expect(await getTenants(world.records, world.ourScope)).toEqual([world.ours])
    expect(await getTenants(world.records, world.bothScope)).toEqual([world.ours, world.theirs])
  })

  it('finds by slug, and nothing by a slug that lists others', async () => {
    expect(await tenantsBySlug(world.records, ['theirs', 'unknown'])).toEqual([world.theirs])
    expect(await tenantsBySlug(world.records, ['unknown,theirs'])).toEqual([])
    expect(await tenantsBySlug(world.records, [])).toEqual([])
  })

  it('lists those of one organization', async () => {
    const other = await createOrganization(world.records, 'Other')
    expect(await listTenants(world.records, world.ours.organizationId)).toEqual([world.ours, world.theirs])
    expect(await listTenants(world.records, other.organizationId)).toEqual([])
    expect((await listOrganizations(world.records)).map(({ name }) => name)).toEqual([
      'Harrier Security',
      'Other',
    ])
  })

  it.each(['', 'Upper', 'a b', '-a', '018f0000-0000-7000-8000-000000000001'])(
    'refuses the slug %j',
    (slug) => {
      const { organizationId } = world.ours
      const tenant = { organizationId, slug, name: 'X', code: 'XX', hue: 0 }
      expect(() => createTenant(world.records, tenant)).toThrow(/A slug has/)
    },
  )

  it('refuses what is taken', async () => {
    const { organizationId } = world.ours
    const tenant = { organizationId, slug: 'ours', name: 'X', code: 'XX', hue: 0 }
    await expect(createTenant(world.records, tenant)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(createOrganization(world.records, 'Harrier Security')).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })
})
