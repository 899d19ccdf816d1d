import { existsSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

const { signal } = new AbortController()
let folder: string
let lock: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nightjar-lock-'))
  lock = join(folder, 'lock')
})
afterEach(() => rm(folder, { recursive: true }))

it('lets the second wait for the first, even a first that fails', async () => {
  const order: string[] = []
  const first = oneAtATime(lock, signal, async () => {
    await new Promise((resolve) => setTimeout(resolve, 30))
    order.push('first')
    throw new Error('broken')
  })
  const second = oneAtATime(lock, signal, async () => order.push('second'))
  await expect(first).rejects.toThrow('broken')
  await second
  expect(order).toEqual(['first', 'second'])
  expect(existsSync(lock)).toBe(false)
})

it('takes over from a process that is gone', async () => {
  // Above the largest process id there is.
  writeFileSync(lock, '4194305')
  expect(await oneAtATime(lock, signal, async () => 'done')).toBe('done')
})

it('stops waiting when told to', async () => {
  writeFileSync(lock, String(process.pid))
  const control = new AbortController()
  const waiting = oneAtATime(lock, control.signal, async () => 'done')
  control.abort()
  await expect(waiting).rejects.toThrow('aborted')
})
