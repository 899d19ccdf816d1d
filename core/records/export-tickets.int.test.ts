import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { twoTenants } from '../../e2e/testkit/two-tenants.ts'
import { keepExportTicket, takeExportTicket } from './export-tickets.ts'

let world: Awaited<ReturnType<typeof twoTenants>>
beforeAll(async () => {
  world = await twoTenants()
})
afterAll(() => world.close())

const holder = randomUUID()
const question = { tenants: ['x'], filter: { query: 'user.name:root' } }
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000)

it('is handed out once, to its holder', async () => {
  const { records } = world
  const secret = await keepExportTicket(records, { holder, question, expiresAt: inMinutes(5) })
  expect(await takeExportTicket(records, { secret, holder: randomUUID() })).toBeUndefined()
  const takes = await Promise.all([1, 2, 3].map(() => takeExportTicket(records, { secret, holder })))
  expect(takes.filter((taken) => taken !== undefined)).toEqual([question])
  expect(await takeExportTicket(records, { secret, holder })).toBeUndefined()
})

it.each(['', 'x', 'A'.repeat(43), `${'A'.repeat(42)}'`, 'A'.repeat(10_000)])(
  'is not found by %j',
  async (secret) => {
    expect(await takeExportTicket(world.records, { secret, holder })).toBeUndefined()
  },
)

it('grows too old, and is swept away by the next one', async () => {
  const { records } = world
  const old = await keepExportTicket(records, { holder, question, expiresAt: inMinutes(-1) })
  expect(await takeExportTicket(records, { secret: old, holder })).toBeUndefined()
  await keepExportTicket(records, { holder, question, expiresAt: inMinutes(5) })
  const owner = new pg.Client({ connectionString: world.ownerUrl })
  await owner.connect()
  await owner.query("SELECT set_config('nightjar.backup', 'on', false)")
  const { rows } = await owner.query('SELECT expires_at FROM export_tickets')
  expect(rows.every(({ expires_at }) => expires_at.getTime() > Date.now())).toBe(true)
  expect(rows).toHaveLength(1)
  await owner.end()
})

it('shows to a forgotten clause no row', async () => {
  await keepExportTicket(world.records, { holder, question, expiresAt: inMinutes(5) })
  const program = new pg.Client({ connectionString: world.appUrl })
  await program.connect()
  await program.query("SELECT set_config('nightjar.tenants', $1, false)", [world.ours.tenantId])
  expect((await program.query('SELECT * FROM export_tickets')).rowCount).toBe(0)
  expect((await program.query('DELETE FROM export_tickets')).rowCount).toBe(0)
  await program.end()
})
