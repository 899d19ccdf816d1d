import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { twoTenants } from '../../e2e/testkit/two-tenants.ts'
import { createMembership } from './memberships.ts'
import { resolveSession } from './sessions.ts'

describe('resolveSession', () => {
  const ada = { id: randomUUID(), name: 'Ada', email: 'ada@x.example' }
  let world: Awaited<ReturnType<typeof twoTenants>>
  let program: pg.Client

  beforeAll(async () => {
    world = await twoTenants()
    program = new pg.Client({ connectionString: world.appUrl })
    await program.connect()
    await program.query('INSERT INTO users (id, name, email) VALUES ($1, $2, $3)', [
      ada.id,
      ada.name,
      ada.email,
    ])
    const { ours, bothScope, records } = world
    await createMembership(records, bothScope, { tenantId: ours.tenantId, userId: ada.id, role: 'analyst' })
  })
  afterAll(async () => {
    await program.end()
    await world.close()
  })

  async function startSession(ends: string): Promise<string> {
    const token = randomUUID()
    await program.query(
      'INSERT INTO sessions (id, user_id, token, expires_at, updated_at) VALUES ($1, $2, $3, now() + $4, now())',
      [randomUUID(), ada.id, token, ends],
    )
    return token
  }

  it('tells who has signed in, and where she belongs', async () => {
    const { records, ours } = world
    expect(await resolveSession(records, await startSession('1 hour'))).toEqual({
      person: ada,
      memberships: [
        {
          ...{ tenantId: ours.tenantId, slug: 'ours', name: ours.name, code: ours.code, hue: ours.hue },
          ...{ role: 'analyst', organization: 'Harrier Security' },
        },
      ],
    })
  })

  it('knows no session that has ended, was deleted, or never was', async () => {
    const { records } = world
    expect(await resolveSession(records, await startSession('-1 second'))).toBeUndefined()
    const token = await startSession('1 hour')
    await program.query('DELETE FROM sessions WHERE token = $1', [token])
    expect(await resolveSession(records, token)).toBeUndefined()
    expect(await resolveSession(records, `' OR true --`)).toBeUndefined()
  })

  it('leaves nothing open behind it', async () => {
    const token = await startSession('1 hour')
    await program.query('BEGIN')
    await program.query('SELECT * FROM resolve_session($1)', [token])
    const { rows } = await program.query(
      "SELECT current_setting('nightjar.user', true) AS u, current_setting('nightjar.tenants', true) AS t",
    )
    expect(rows).toEqual([{ u: '', t: '' }])
    expect((await program.query('SELECT 1 FROM tenants')).rowCount).toBe(0)
    await program.query('ROLLBACK')
  })
})
