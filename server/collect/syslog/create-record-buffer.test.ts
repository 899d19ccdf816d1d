import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { UnavailableError } from '#core/errors'
import type { Segment } from '#core/queues/payload'
import { createRecordBuffer } from './create-record-buffer.ts'

const source = {
  tenantId: 'tenant',
  sourceId: 'source',
  site: 'hall',
  format: 'auto',
  zoneMinutes: 60,
  settings: {},
  retentionClass: 90,
}

function noop(): void {}

/** A gather that waits while away, until told to go on or to give up; notes what it took and what was said about it. */
function setUp() {
  const taken: Segment[] = []
  const said: string[] = []
  const state = { away: false, goOn: noop, giveUp: noop }
  const over = new Promise<void>((resolve, reject) => {
    state.goOn = resolve
    state.giveUp = () => reject(new UnavailableError('away'))
  })
  const buffer = createRecordBuffer({
    source,
    gather: {
      async take(segment) {
        if (state.away) await over
        taken.push(segment)
        return { payloadIds: ['payload'], repeated: false }
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
    const { buffer, taken, said, state } = setUp()
    state.away = true
    const line = Buffer.alloc(60_000, 'x')
    let pushed = 0
    for (; !buffer.isFull(); pushed++) buffer.push(line)
    expect(pushed * line.length).toBeLessThan(8 * 1024 * 1024 + line.length)
    const resumed = vi.fn()
    buffer.whenRoom(resumed)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(buffer.isFull()).toBe(true)
    expect(resumed).not.toHaveBeenCalled()
    state.goOn()
    await vi.advanceTimersByTimeAsync(0)
    expect(resumed).toHaveBeenCalledOnce()
    expect(buffer.isFull()).toBe(false)
    expect(taken.flatMap(({ records }) => records)).toHaveLength(pushed)
    expect(said.at(-1)).toBe(`accepted ${pushed}`)
  })

  it('waits for what it holds when it closes, but not for ever', async () => {
    const { buffer, said, state } = setUp()
    state.away = true
    buffer.push(Buffer.from('one'))
    const closed = vi.fn()
    const closing = buffer.close().then(closed)
    await vi.advanceTimersByTimeAsync(4_999)
    expect(closed).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await closing
    expect(said).toEqual([])
    state.giveUp()
    await vi.advanceTimersByTimeAsync(0)
    expect(said).toEqual(['failed', 'lost 1'])
  })
})
