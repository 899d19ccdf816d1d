import { setImmediate as tick } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createTenantLoad } from './create-tenant-load.ts'

describe('createTenantLoad', () => {
  it('puts a quiet tenant before a noisy one, and a shared payload where its quietest goes', () => {
    const load = createTenantLoad(async () => new Map())
    for (let count = 0; count < 50; count++) expect(load.add(['noisy'])).toBe(count)
    expect(load.add(['quiet'])).toBe(0)
    expect(load.add(['noisy', 'quiet'])).toBe(1)
    expect(load.add(['noisy'])).toBe(51)
  })

  it('counts again what is stored, at most once a second', async () => {
    let time = 0
    let reads = 0
    const stored = new Map([['noisy', 300]])
    const load = createTenantLoad(
      async () => {
        reads++
        return new Map(stored)
      },
      () => time,
    )
    load.add(['noisy'])
    await tick()
    expect(load.add(['noisy'])).toBe(301)
    stored.clear()
    time = 1_000
    load.add(['noisy'])
    await tick()
    expect(load.add(['noisy'])).toBeLessThan(10)
    expect(reads).toBe(2)
  })

  it('goes on with what it knows while the store is away', async () => {
    const load = createTenantLoad(
      () => Promise.reject(new Error('away')),
      () => 0,
    )
    load.add(['noisy'])
    await tick()
    expect(load.add(['noisy'])).toBe(1)
  })
})
