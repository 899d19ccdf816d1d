import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LEASE_MS, type OpenSlices, watchOpenSlices } from './watch-open-slices.ts'

const MINUTE = 60_000
let watched: OpenSlices
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  watched.close()
  vi.useRealTimers()
})

function watch(ask: () => Promise<boolean>) {
  watched = watchOpenSlices(ask, () => Date.now())
  return watched
}

test('does not believe what nobody has said', async () => {
  const { mayBeOpen } = watch(async () => false)
  expect(mayBeOpen()).toBe(true)
  await vi.advanceTimersByTimeAsync(0)
  expect(mayBeOpen()).toBe(false)
})

test('believes an answer for as long as the lease lasts, counted from before the question', async () => {
  let takes = 100
  const { mayBeOpen } = watch(async () => {
    await new Promise((resolve) => setTimeout(resolve, takes))
    return false
  })
  mayBeOpen()
  takes = 10 * LEASE_MS
  await vi.advanceTimersByTimeAsync(LEASE_MS - 1)
  expect(mayBeOpen()).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(mayBeOpen()).toBe(true)
})

test('sees a slice being opened within the lease, and that it is done', async () => {
  let isOpen = false
  const { mayBeOpen } = watch(async () => isOpen)
  mayBeOpen()
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(mayBeOpen()).toBe(false)
  isOpen = true
  await vi.advanceTimersByTimeAsync(LEASE_MS)
  expect(mayBeOpen()).toBe(true)
  isOpen = false
  await vi.advanceTimersByTimeAsync(LEASE_MS)
  expect(mayBeOpen()).toBe(false)
})

test('looks for as long as statements come, and no longer', async () => {
  const ask = vi.fn(async () => false)
  const { mayBeOpen } = watch(ask)
  mayBeOpen()
  for (let minute = 0; minute < 10; minute++) {
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect(mayBeOpen()).toBe(false)
  }
  await vi.advanceTimersByTimeAsync(10 * MINUTE)
  const asked = ask.mock.calls.length
  await vi.advanceTimersByTimeAsync(10 * MINUTE)
  expect(ask.mock.calls.length).toBe(asked)
  expect(mayBeOpen()).toBe(true)
})

test('goes on asking where nobody answers', async () => {
  const { mayBeOpen } = watch(() => Promise.reject(new Error('away')))
  expect(mayBeOpen()).toBe(true)
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(mayBeOpen()).toBe(true)
})

test('looks no more once it is closed', async () => {
  const ask = vi.fn(async () => false)
  const { mayBeOpen, close } = watch(ask)
  mayBeOpen()
  close()
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(ask).toHaveBeenCalledTimes(1)
})
