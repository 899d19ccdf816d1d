import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { membershipsOf } from '../../e2e/testkit/memberships-of.ts'
import { twoTenants } from '../../e2e/testkit/two-tenants.ts'
import { createMembership } from './memberships.ts'
import { findPersonByEmail, getPeople } from './people.ts'

describe('memberships', () => {
  const ada = { id: randomUUID(), name: 'Ada', email: 'ada@x.example' }
  const bob = { id: randomUUID(), name: 'Bob', email: 'bob@x.example' }
  let world: Awaited<ReturnType<typeof twoTenants>>

  beforeAll(async () => {
    world = await twoTenants()
    const program = new pg.Client({ connectionString: world.appUrl })
    await program.connect()
    for (const { id, name, email } of [ada, bob]) {
      await program.query('INSERT INTO users (id, name, email) VALUES ($1, $2, $3)', [id, name, email])
    }
    await program.end()
  })
  afterAll(() => world.close())

  it('tells a person where she belongs, and only her', async () => {
    const { records, ours, theirs, bothScope } = world
    expect(await membershipsOf(world, ada.id)).toEqual([])
    await createMembership(records, bothScope, { tenantId: theirs.tenantId, userId: ada.id, role: 'admin' })
    await createMembership(records, bothScope, { tenantId: ours.tenantId, userId: ada.id, role: 'reader' })
    await createMembership(records, bothScope, { tenantId: theirs.tenantId, userId: bob.id, role: 'analyst' })
    expect(await membershipsOf(world, ada.id)).toMatchObject([
      { slug: 'ours', role: 'reader', organization: 'Harrier Security' },
      { slug: 'theirs', role: 'admin' },
    ])
    expect(await membershipsOf(world, bob.id)).toMatchObject([{ slug: 'theirs', role: 'analyst' }])
  })

  it('changes the role of a member', async () => {
    const { records, ours, ourScope } = world
    await createMembership(records, ourScope, { tenantId: ours.tenantId, userId: ada.id, role: 'analyst' })
    expect((await membershipsOf(world, ada.id))[0]).toMatchObject({ slug: 'ours', role: 'analyst' })
  })

  it('gives no role in a tenant outside of the scope', () => {
    const { records, theirs, ourScope } = world
    const joining = () =>
      createMembership(records, ourScope, { tenantId: theirs.tenantId, userId: ada.id, role: 'admin' })
    expect(joining).toThrow(RangeError)
  })

  it('finds people', async () => {
    expect(await getPeople(world.records, [bob.id, randomUUID()])).toEqual([bob])
    expect(await findPersonByEmail(world.records, 'Ada@X.example')).toEqual(ada)
    expect(await findPersonByEmail(world.records, 'nobody@x.example')).toBeUndefined()
  })
})
