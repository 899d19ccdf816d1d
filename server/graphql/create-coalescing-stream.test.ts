import { describe, expect, it, vi } from 'vitest'
import { createCoalescingStream } from './create-coalescing-stream.ts'

interface Change {
  id: string
  count: number
}

function setup(limit?: number) {
  const onStop = vi.fn()
  return {
    onStop,
    ...createCoalescingStream<Change>({ keyOf: ({ id }) => id, onStop, ...(limit && { limit }) }),
  }
}

describe('createCoalescingStream', () => {
  it('hands a value to a reader who waits', async () => {
    const { push, stream } = setup()
    const next = stream.next()
    push({ id: 'a', count: 1 })
    expect(await next).toEqual({ done: false, value: { id: 'a', count: 1 } })
  })

  it('keeps the last of equal keys for a slow reader, in the order they came', async () => {
    const { push, stream } = setup()
    push({ id: 'a', count: 1 })
    push({ id: 'b', count: 1 })
    push({ id: 'a', count: 2 })
    expect((await stream.next()).value).toEqual({ id: 'a', count: 2 })
    expect((await stream.next()).value).toEqual({ id: 'b', count: 1 })
  })

  it('lets the oldest go beyond its limit', async () => {
    const { push, stream } = setup(2)
    for (const id of ['a', 'b', 'c']) push({ id, count: 1 })
    expect((await stream.next()).value.id).toBe('b')
  })

  it('lets a waiting reader go at once and tells so once', async () => {
    const { push, stream, onStop } = setup()
    const next = stream.next()
    await stream.return?.()
    await stream.return?.()
    push({ id: 'a', count: 1 })
    expect(await next).toEqual({ done: true, value: undefined })
    expect(await stream.next()).toEqual({ done: true, value: undefined })
    expect(onStop).toHaveBeenCalledOnce()
  })
})
