import { Readable, Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { findPersonByEmail } from '#core/records/people'
import { retentionLimits } from '#core/records/retention-limits'
import { createSource } from '#core/records/sources'
import { membershipsOf } from '../e2e/testkit/memberships-of.ts'
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
  expect(await membershipsOf(world, person?.id ?? '')).toEqual([
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
  const memberships = await membershipsOf(world, person?.id ?? '')
  expect(memberships.map(({ slug }) => slug)).toEqual(['heron', 'stork'])
})

test('a slug that is taken is refused, whoever has it', async () => {
  await expect(run(...NEW, '--slug', 'theirs', '--name', 'Mine')).rejects.toThrow('slug theirs')
})

test('retention is said of a tenant and of a source, and taken back', async () => {
  const { records, ours, ourScope, theirScope } = world
  const { tenantId } = ours
  const { sourceId } = await createSource(records, ourScope, { tenantId, name: 'silo' })
  const keep = (...args: string[]) => run('retention', '--tenant', 'ours', ...args)
  expect(await keep('--days', '90')).toMatchObject({ code: 0, err: '' })
  expect(JSON.parse((await keep('--source', 'silo', '--days', '30')).out)).toEqual({
    ...{ tenant: 'ours', source: 'silo', retentionDays: 30 },
  })
  expect(await retentionLimits(records, ourScope)).toEqual([
    { tenantId, days: 90, sources: [{ sourceId, days: 30 }] },
  ])
  expect(await retentionLimits(records, theirScope)).toMatchObject([{ days: undefined, sources: [] }])
  await keep('--source', 'silo', '--days', 'default')
  await keep('--days', 'default')
  expect(await retentionLimits(records, ourScope)).toEqual([{ tenantId, days: undefined, sources: [] }])
  for (const days of ['0', '1.5', 'long', '99999'])
    expect(await keep('--days', days)).toMatchObject({ code: 2, err: expect.stringContaining('1 to 1095') })
  await expect(keep('--source', 'barn', '--days', '3')).rejects.toThrow("no source 'barn'")
})

test('what is missing is asked for', async () => {
  expect(await run(...NEW)).toMatchObject({
    code: 2,
    err: expect.stringContaining('Usage: nightjar tenant create'),
  })
})
