import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Segment } from '#core/queues/payload'
import { createGather } from './create-gather.ts'

const ids = { tenantId: 'tenant', sourceId: 'source', site: '', format: 'auto', zoneMinutes: 0 }
const segment = (records: number, text = 'line'): Segment => ({
  ...{ ...ids, backfill: false, received: 0 },
  records: Array.from({ length: records }, (_, at) => Buffer.from(`${text} ${at}`)),
})

/** Seals at once; what was sealed stands in `sealed` as numbers of records per segment. */
function recording() {
  const sealed: number[][][] = []
  const keys: unknown[] = []
  let next = 1
  const gather = createGather(async (payloads, key) => {
    keys.push(key)
    sealed.push(payloads.map((segments) => segments.map(({ records }) => records.length)))
    return { payloadIds: payloads.map(() => `payload ${next++}`), repeated: false }
  }, 100)
  return { gather, sealed, keys }
}

describe('createGather', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('seals small segments together, no later than the wait', async () => {
    const { gather, sealed } = recording()
    const [one, two] = [gather.take(segment(1)), gather.take(segment(2))]
    await vi.advanceTimersByTimeAsync(99)
    expect(sealed).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(sealed).toEqual([[[1, 2]]])
    expect(await Promise.all([one, two])).toEqual(
      Array(2).fill({ payloadIds: ['payload 1'], repeated: false }),
    )
  })

  it('seals a big segment alone and at once, cut where it is too big for one payload', async () => {
    const { gather, sealed } = recording()
    const small = gather.take(segment(1))
    expect((await gather.take(segment(45_000))).payloadIds).toEqual(['payload 1', 'payload 2', 'payload 3'])
    expect(sealed).toEqual([[[20_000], [20_000], [5_000]]])
    await vi.advanceTimersByTimeAsync(100)
    expect((await small).payloadIds).toEqual(['payload 4'])
  })

  it('seals a segment with a key alone, however small', async () => {
    const { gather, sealed, keys } = recording()
    const small = gather.take(segment(1))
    const key = { tenantId: 'tenant', key: 'key' }
    expect((await gather.take(segment(2), key)).payloadIds).toEqual(['payload 1'])
    expect(sealed).toEqual([[[2]]])
    await vi.advanceTimersByTimeAsync(100)
    await small
    expect(keys).toEqual([key, undefined])
  })

  it('puts only segments of one retention class into a payload', async () => {
    const { gather, sealed } = recording()
    const classes = [30, 90, 30, undefined]
    const taken = classes.map((retentionClass, at) => gather.take({ ...segment(at + 1), retentionClass }))
    await vi.advanceTimersByTimeAsync(100)
    expect(sealed).toEqual([[[1, 3]], [[2]], [[4]]])
    expect((await Promise.all(taken)).map(({ payloadIds }) => payloadIds)).toEqual([
      ['payload 1'],
      ['payload 2'],
      ['payload 1'],
      ['payload 3'],
    ])
  })

  it('does not wait longer once the payload is full, of records or of bytes', async () => {
    const { gather, sealed } = recording()
    await Promise.all([gather.take(segment(4_000)), gather.take(segment(4_000)), gather.take(segment(4_000))])
    expect(sealed).toEqual([[[4_000, 4_000, 4_000]]])
    const wide = 'x'.repeat(3 * 1024 * 1024)
    await Promise.all([1, 2, 3].map(() => gather.take(segment(1, wide))))
    expect(sealed[1]).toEqual([[1, 1, 1]])
  })

  it('tells everyone of a payload that could not be sealed, and goes on', async () => {
    let broken = true
    const gather = createGather(async (payloads) => {
      if (broken) throw new Error('away')
      return { payloadIds: payloads.map(() => 'payload'), repeated: false }
    }, 100)
    const outcomes = Promise.allSettled([gather.take(segment(1)), gather.take(segment(1))])
    await vi.advanceTimersByTimeAsync(100)
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    broken = false
    const next = gather.take(segment(1))
    await gather.flush()
    expect((await next).payloadIds).toEqual(['payload'])
  })
})
