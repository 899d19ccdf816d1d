import { Readable, Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { listMemberships } from '#core/records/memberships'
import { findPersonByEmail } from '#core/records/people'
import { twoTenants } from '../e2e/testkit/two-tenants.ts'
import { tenantVerb } from './tenant.ts'

let world: Awaited<ReturnType<typeof twoTenants>>

beforeAll(async () => {
  world = await twoTenants()
  vi.stubEnv('NIGHTJAR_POSTGRES_URL', world.appUrl)
})

afterAll(async () => {
  vi.unstubAllEnvs()
  await world.close()
})

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const texts = { out: '', err: '' }
  const into = (name: 'out' | 'err') =>
    new Writable({
      write(chunk, _, done) {
        texts[name] += chunk
        done()
      },
    })
  const code = await tenantVerb(args, { stdin: Readable.from([]), stdout: into('out'), stderr: into('err') })
  return { code, ...texts }
}

const NEW = ['create', '--organization', 'Plover Watch', '--admin', 'first@plover.example']

test('the first tenant brings its organization and an admin with a password of her own', async () => {
  const made = await run(...NEW, '--slug', 'heron', '--name', 'Heron Dairy')
  expect(made).toMatchObject({ code: 0, err: '' })
  const { password, tenantId } = JSON.parse(made.out)
  expect(password).toHaveLength(16)
  const person = await findPersonByEmail(world.records, 'first@plover.example')
  expect(await listMemberships(world.records, person?.id ?? '')).toEqual([
    expect.objectContaining({
      tenantId,
      slug: 'heron',
      code: 'HE',
      role: 'admin',
      organization: 'Plover Watch',
    }),
  ])
})

test('a second tenant joins the organization; who has an account keeps it', async () => {
  const made = await run(...NEW, '--slug', 'stork', '--name', 'Stork Freight', '--code', 'SF', '--hue', '4')
  expect(made.code).toBe(0)
  expect(JSON.parse(made.out)).not.toHaveProperty('password')
  const person = await findPersonByEmail(world.records, 'first@plover.example')
  const memberships = await listMemberships(world.records, person?.id ?? '')
  expect(memberships.map(({ slug }) => slug)).toEqual(['heron', 'stork'])
})

test('a slug that is taken is refused, whoever has it', async () => {
  await expect(run(...NEW, '--slug', 'theirs', '--name', 'Mine')).rejects.toThrow('slug theirs')
})

test('what is missing is asked for', async () => {
  expect(await run(...NEW)).toMatchObject({
    code: 2,
    err: expect.stringContaining('Usage: nightjar tenant create'),
  })
})
