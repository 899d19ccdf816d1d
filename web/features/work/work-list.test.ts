import { beforeEach, expect, it } from 'vitest'
import { createWorkList } from './work-list.ts'

let now = 0
beforeEach(() => {
  now = 0
})
const shown = (list: ReturnType<typeof createWorkList>) =>
  list.read().map(({ title, state, note }) => ({ title, state, note }))

it('keeps what lasted, and what failed however fast; forgets what was over in a blink', () => {
  const list = createWorkList(() => now)
  const [quick, slow, wrong] = [list.start('quick', ''), list.start('slow', ''), list.start('wrong', '')]
  quick.end('done', 'there')
  wrong.end('failed', 'refused')
  now = 1000
  slow.tell('1 MB')
  expect(shown(list)[0]).toEqual({ title: 'slow', state: 'running', note: '1 MB' })
  slow.end('done', '2 MB')
  expect(shown(list)).toEqual([
    { title: 'slow', state: 'done', note: '2 MB' },
    { title: 'wrong', state: 'failed', note: 'refused' },
  ])
})

it('cancels once, and what comes afterwards changes nothing', () => {
  const list = createWorkList(() => now)
  const work = list.start('export', '')
  now = 5000
  list.cancel(1)
  expect(work.signal.aborted).toBe(true)
  work.end('failed', 'aborted')
  expect(shown(list)).toEqual([{ title: 'export', state: 'cancelled', note: 'Cancelled' }])
  list.forget(1)
  expect(shown(list)).toEqual([])
})

it('forgets nothing that runs, and keeps the latest that ended', () => {
  const list = createWorkList(() => now)
  list.start('runs', '')
  list.forget(1)
  for (let n = 0; n < 30; n++) list.start(`wrong ${n}`, '').end('failed', '')
  expect(list.read()).toHaveLength(21)
  expect(list.read().map(({ title }) => title)).toContain('runs')
  expect(list.read().at(-1)?.title).toBe('wrong 29')
})

it('tells whoever watches', () => {
  const list = createWorkList(() => now)
  let told = 0
  const stop = list.watch(() => told++)
  list.start('one', '')
  expect(told).toBe(1)
  stop()
  list.start('two', '')
  expect(told).toBe(1)
})
