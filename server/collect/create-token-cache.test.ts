import { describe, expect, it } from 'vitest'
import { createTokenCache } from './create-token-cache.ts'

const GRANT = {
  tokenId: 'token',
  tenantId: 'tenant',
  sourceId: 'source',
  site: '',
  format: 'auto',
  zoneMinutes: 0,
  settings: {},
  retentionClass: 90,
}

function counting() {
  const asked: string[] = []
  let time = 0
  const open = new Set(['good'])
  const cache = createTokenCache(
    async (secret) => {
      asked.push(secret)
      if (secret === 'away') throw new Error('away')
      return open.has(secret) ? GRANT : undefined
    },
    () => time,
  )
  function pass(ms: number): void {
    time += ms
  }
  return { cache, asked, open, pass }
}

describe('createTokenCache', () => {
  it('asks once for what a secret opens, and again after ten seconds', async () => {
    const { cache, asked, pass } = counting()
    await Promise.all([cache.resolve('good'), cache.resolve('good')])
    pass(9_999)
    expect(await cache.resolve('good')).toEqual(GRANT)
    expect(asked).toEqual(['good'])
    pass(1)
    await cache.resolve('good')
    expect(asked).toEqual(['good', 'good'])
  })

  it('forgets at once when told so', async () => {
    const { cache, open } = counting()
    await cache.resolve('good')
    open.delete('good')
    expect(await cache.resolve('good')).toEqual(GRANT)
    cache.forget()
    expect(await cache.resolve('good')).toBeUndefined()
  })

  it('is not pushed out by guesses, and does not remember an outage', async () => {
    const { cache, asked } = counting()
    await cache.resolve('good')
    for (let guess = 0; guess < 10_050; guess++) await cache.resolve(`guess ${guess}`)
    await cache.resolve('good')
    expect(asked.filter((secret) => secret === 'good')).toHaveLength(1)
    await expect(cache.resolve('away')).rejects.toThrow()
    await expect(cache.resolve('away')).rejects.toThrow()
    expect(asked.filter((secret) => secret === 'away')).toHaveLength(2)
  })
})
