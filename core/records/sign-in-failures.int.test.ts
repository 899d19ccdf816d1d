import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { twoTenants } from '../../e2e/testkit/two-tenants.ts'
import { clientOf } from './create-records.ts'
import { clearSignInFailures, takeSignInTry } from './sign-in-failures.ts'

const MINUTE = 60_000
const START = Date.parse('2026-11-24T09:00:00Z')
const at = (minutes: number) => new Date(START + minutes * MINUTE)

describe('sign-in failures', () => {
  let world: Awaited<ReturnType<typeof twoTenants>>
  beforeAll(async () => {
    world = await twoTenants()
  })
  afterAll(() => world.close())

  const take = (email: string, minutes: number) => takeSignInTry(world.records, email, at(minutes))

  it('are ten in a quarter of an hour, then no try is free until it is over', async () => {
    for (let turn = 0; turn < 10; turn++) expect(await take('ada@x.example', turn)).toBeUndefined()
    expect(await take('ada@x.example', 10)).toBe(5 * 60)
    expect(await take('ADA@X.example', 14)).toBe(60)
    expect(await take('bob@x.example', 14)).toBeUndefined()
    expect(await take('ada@x.example', 15)).toBeUndefined()
  })

  it('do not last longer because somebody goes on trying', async () => {
    for (let turn = 0; turn < 50; turn++) await take('cid@x.example', 0)
    for (let turn = 0; turn < 50; turn++) expect(await take('cid@x.example', 14)).toBe(60)
    for (let turn = 0; turn < 10; turn++) expect(await take('cid@x.example', 15)).toBeUndefined()
    expect(await take('cid@x.example', 15)).toBe(15 * 60)
  })

  it('are counted one by one when many try at once', async () => {
    const tries = await Promise.all(Array.from({ length: 30 }, () => take('dan@x.example', 0)))
    expect(tries.filter((wait) => wait === undefined)).toHaveLength(10)
  })

  it('are forgotten when somebody signs in: hers, and those long ago of others', async () => {
    for (let turn = 0; turn < 11; turn++) await take('eve@x.example', 60)
    await take('fay@x.example', 60)
    await clearSignInFailures(world.records, 'Eve@x.example', at(61))
    expect(await take('eve@x.example', 61)).toBeUndefined()
    const kept = await clientOf(world.records).signInFailure.findMany()
    expect(kept.map(({ since }) => since.getTime() - START).toSorted()).toEqual([60 * MINUTE, 61 * MINUTE])
  })
})
