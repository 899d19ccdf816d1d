import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { UnavailableError } from '../errors.ts'
import { createGate } from './create-gate.ts'

/** Work that ends when told so. */
function work() {
  let resolve: (value: string) => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const done = new Promise<string>((yes, no) => {
    resolve = yes
    reject = no
  })
  return {
    run: vi.fn(() => done),
    resolve: (value: string) => resolve(value),
    reject: (e: Error) => reject(e),
  }
}

describe('createGate', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  const open = () => createGate({ atOnce: 2, mostWaiting: 2, patienceMs: 1_000 })

  it('lets so many work at once and the next when one is done, in order of coming', async () => {
    const gate = open()
    const works = [work(), work(), work(), work()]
    const passing = works.map(({ run }) => gate.pass(run))
    await vi.advanceTimersByTimeAsync(0)
    expect(works.map(({ run }) => run.mock.calls.length)).toEqual([1, 1, 0, 0])
    works[1]!.resolve('one')
    expect(await passing[1]).toBe('one')
    expect(works.map(({ run }) => run.mock.calls.length)).toEqual([1, 1, 1, 0])
    works[0]!.reject(new Error('broken'))
    await expect(passing[0]).rejects.toThrow('broken')
    expect(works.map(({ run }) => run.mock.calls.length)).toEqual([1, 1, 1, 1])
    works[2]!.resolve('two')
    works[3]!.resolve('three')
    expect(await Promise.all(passing.slice(2))).toEqual(['two', 'three'])
    const free = [work(), work()]
    for (const { run } of free) void gate.pass(run)
    await vi.advanceTimersByTimeAsync(0)
    expect(free.map(({ run }) => run.mock.calls.length)).toEqual([1, 1])
  })

  it('sends away who comes while too many wait, and who waits too long', async () => {
    const gate = open()
    const busy = [work(), work()]
    for (const { run } of busy) void gate.pass(run)
    const late = [work(), work()]
    const waiting = late.map(({ run }) => gate.pass(run).catch((error: unknown) => error))
    await expect(gate.pass(work().run)).rejects.toBeInstanceOf(UnavailableError)
    await vi.advanceTimersByTimeAsync(1_000)
    for (const answer of await Promise.all(waiting)) expect(answer).toBeInstanceOf(UnavailableError)
    busy[0]!.resolve('')
    await vi.advanceTimersByTimeAsync(0)
    expect(late.every(({ run }) => run.mock.calls.length === 0)).toBe(true)
    await expect(gate.pass(async () => 'free again')).resolves.toBe('free again')
  })
})
