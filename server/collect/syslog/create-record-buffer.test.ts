import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { UnavailableError } from '#core/errors'
import type { Segment } from '#core/queues/payload'
import { createRecordBuffer } from './create-record-buffer.ts'

const source = { tenantId: 'tenant', sourceId: 'source', site: 'hall', format: 'auto', zoneMinutes: 60 }

/** A gather that is away until told otherwise; notes what it took and what was said about it. */
function setUp() {
  const taken: Segment[] = []
  const said: string[] = []
  const state = { away: false }
  const buffer = createRecordBuffer({
    source,
    gather: {
      async take(segment) {
        if (state.away) throw new UnavailableError('away')
        taken.push(segment)
        return ['payload']
      },
      flush: async () => undefined,
    },
    accepted: (records) => said.push(`accepted ${records.length}`),
    lost: (records) => said.push(`lost ${records}`),
    failed: () => said.push('failed'),
  })
  return { buffer, taken, said, state }
}

describe('createRecordBuffer', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
  afterEach(() => void vi.useRealTimers())

  it('hands on what came within a moment together, or at once when it is much', async () => {
    const { buffer, taken } = setUp()
    buffer.push(Buffer.from('one'))
    buffer.push(Buffer.from('two'))
    await vi.advanceTimersByTimeAsync(20)
    expect(taken).toMatchObject([
      { ...source, backfill: false, records: [Buffer.from('one'), Buffer.from('two')] },
    ])
    for (let n = 0; n < 2_000; n++) buffer.push(Buffer.from('many'))
    await vi.advanceTimersByTimeAsync(0)
    expect(taken[1]?.records).toHaveLength(2_000)
  })

  it('is full while the queue is away, keeps what it has, and calls when there is room again', async () => {
    vi.useRealTimers()
    const { buffer, taken, said, state } = setUp()
    state.away = true
    const line = Buffer.alloc(60_000, 'x')
    let pushed = 0
    for (; !buffer.isFull(); pushed++) buffer.push(line)
    expect(pushed * line.length).toBeLessThan(8 * 1024 * 1024 + line.length)
    const resumed = new Promise<void>((resolve) => buffer.whenRoom(resolve))
    await expect.poll(() => said).toContain('failed')
    state.away = false
    await resumed
    expect(buffer.isFull()).toBe(false)
    expect(taken.flatMap(({ records }) => records)).toHaveLength(pushed)
    expect(said.at(-1)).toBe(`accepted ${pushed}`)
  })

  it('counts as lost what it cannot get rid of when it closes', async () => {
    const { buffer, said, state } = setUp()
    state.away = true
    buffer.push(Buffer.from('one'))
    const closed = buffer.close()
    await vi.advanceTimersByTimeAsync(4_999)
    expect(said).not.toContain('lost 1')
    await vi.advanceTimersByTimeAsync(1)
    await closed
    expect(said.at(-1)).toBe('lost 1')
  })
})
