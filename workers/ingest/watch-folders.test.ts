import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { watchFolders } from './watch-folders.ts'

const NEVER = 3_600_000
let home: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'nightjar-watch-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  await mkdir(join(home, 'rules'))
})

function watching(pollMs = NEVER) {
  let changes = 0
  const watch = watchFolders({ onChange: () => changes++, quietMs: 100, pollMs })
  onTestFinished(watch.close)
  return { watch, changes: () => changes }
}

it('tells once of what thousands of files go through together', async () => {
  const { watch, changes } = watching()
  watch.follow([join(home, 'rules')])
  for (let n = 0; n < 2_000; n++) await writeFile(join(home, 'rules', `${n}.yml`), 'x')
  await expect.poll(changes, { timeout: 10_000 }).toBeGreaterThan(0)
  await sleep(300)
  const so = changes()
  expect(so).toBeLessThan(5)
  await rm(join(home, 'rules', '7.yml'))
  await expect.poll(changes).toBe(so + 1)
})

it('tells of a file that another is renamed over, and not of its neighbours', async () => {
  const { watch, changes } = watching()
  watch.follow([], join(home, 'rules.yml'))
  await writeFile(join(home, 'other.yml'), 'x')
  await sleep(300)
  expect(changes()).toBe(0)
  await rename(join(home, 'other.yml'), join(home, 'rules.yml'))
  await expect.poll(changes).toBe(1)
})

it('lets go of folders that it is not to follow any more', async () => {
  const { watch, changes } = watching()
  watch.follow([join(home, 'rules')])
  watch.follow([])
  await writeFile(join(home, 'rules', 'a.yml'), 'x')
  await sleep(300)
  expect(changes()).toBe(0)
})

it('looks by the clock where nothing can be watched', async () => {
  const { watch, changes } = watching(50)
  watch.follow([join(home, 'gone')])
  await expect.poll(changes).toBeGreaterThan(2)
})
