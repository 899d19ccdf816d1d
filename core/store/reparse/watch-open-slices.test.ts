import { expect, test } from 'vitest'
import { LEASE_MS, watchOpenSlices } from './watch-open-slices.ts'

test('believes that nothing is open for as long as the lease lasts, counted from before the question', async () => {
  let at = 0
  let open = false
  let asked = 0
  const mustAsk = watchOpenSlices(
    async () => {
      asked++
      at += 100
      return open
    },
    () => at,
  )
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  expect(mustAsk()).toBe(true)
  await settled()
  expect(mustAsk()).toBe(false)
  at = LEASE_MS - 1
  expect(mustAsk()).toBe(false)
  open = true
  at = LEASE_MS
  expect(mustAsk()).toBe(true)
  await settled()
  expect(mustAsk()).toBe(true)
  await settled()
  open = false
  expect(mustAsk()).toBe(true)
  await settled()
  expect(mustAsk()).toBe(false)
  expect(asked).toBe(4)
})

test('goes on asking where nobody answers', async () => {
  const mustAsk = watchOpenSlices(() => Promise.reject(new Error('away')))
  expect(mustAsk()).toBe(true)
  await new Promise((resolve) => setImmediate(resolve))
  expect(mustAsk()).toBe(true)
})
