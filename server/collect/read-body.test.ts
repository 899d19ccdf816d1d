import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createBudget } from './create-budget.ts'
import { readBody } from './read-body.ts'

const LIMIT = 4 * 1024 * 1024

/** A budget that notes how much is taken. */
function watchedBudget(limit: number) {
  const budget = createBudget(limit)
  const seen = { now: 0, most: 0 }
  return {
    seen,
    take(bytes: number) {
      const isTaken = budget.take(bytes)
      if (isTaken) seen.now += bytes
      seen.most = Math.max(seen.most, seen.now)
      return isTaken
    },
    give(bytes: number) {
      budget.give(bytes)
      seen.now -= bytes
    },
  }
}

function read(body: Buffer, budget = watchedBudget(4 * LIMIT), encoding = 'gzip') {
  return readBody(Readable.from([body]), { encoding, length: undefined, limit: LIMIT, budget })
}

describe('readBody', () => {
  it('turns bombs away before they are unpacked when the budget is spent', async () => {
    const budget = watchedBudget(4 * LIMIT)
    const bomb = gzipSync(Buffer.alloc(LIMIT - 1_000, 'x'))
    const settled: string[] = []
    const reading = Array.from({ length: 20 }, () =>
      read(bomb, budget).then(
        () => settled.push('read'),
        (error) => settled.push(error.reason),
      ),
    )
    await Promise.all(reading)
    expect(settled).toEqual([...Array(17).fill('busy'), 'read', 'read', 'read'])
  })

  it('holds what the bytes need while they are held, and nothing afterwards', async () => {
    const budget = watchedBudget(4 * LIMIT)
    const packed = gzipSync('some lines\n'.repeat(1_000))
    const body = await read(packed, budget)
    expect(body.bytes.toString()).toBe('some lines\n'.repeat(1_000))
    expect(budget.seen).toEqual({ now: packed.length + 11_000, most: packed.length + 11_000 })
    body.release()
    body.release()
    expect(budget.seen.now).toBe(0)
  })

  it('reads several members as one', async () => {
    const budget = watchedBudget(4 * LIMIT)
    const packed = Buffer.concat([gzipSync('one\n'.repeat(500)), gzipSync('two\n'), gzipSync('')])
    const body = await read(packed, budget)
    expect(body.bytes.toString()).toBe(`${'one\n'.repeat(500)}two\n`)
    expect(budget.seen.now).toBe(packed.length + 2_004)
  })

  it.each([
    ['says less than there is', (packed: Buffer) => packed.writeUInt32LE(1, packed.length - 4)],
    ['says more than there is', (packed: Buffer) => packed.writeUInt32LE(100_001, packed.length - 4)],
    ['says more than there can be', (packed: Buffer) => packed.writeUInt32LE(2 ** 32 - 1, packed.length - 4)],
  ])('believes no trailer that %s', async (_name, damage) => {
    const budget = watchedBudget(4 * LIMIT)
    const packed = gzipSync(Buffer.alloc(100_000, 'x'))
    damage(packed)
    await expect(read(packed, budget)).rejects.toMatchObject({ reason: 'malformed' })
    expect(budget.seen.now).toBe(0)
  })

  it.each([
    ['in one member', gzipSync(Buffer.alloc(LIMIT + 1))],
    ['in two', Buffer.concat([gzipSync(Buffer.alloc(LIMIT)), gzipSync('x')])],
  ])('refuses what becomes larger than the limit %s', async (_name, packed) => {
    const budget = watchedBudget(4 * LIMIT)
    await expect(read(packed, budget)).rejects.toMatchObject({ reason: 'too_large' })
    expect(budget.seen.now).toBe(0)
    expect(budget.seen.most).toBeLessThanOrEqual(packed.length + 2 * LIMIT)
  })

  it('takes an empty body for what it is', async () => {
    expect((await read(gzipSync(''))).bytes).toHaveLength(0)
    expect((await read(Buffer.alloc(0), undefined, 'identity')).bytes).toHaveLength(0)
    await expect(read(Buffer.alloc(0))).rejects.toMatchObject({ reason: 'malformed' })
  })
})
