import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { supervise } from './supervise.ts'

async function ending(signal: AbortSignal): Promise<string[]> {
  const logs = await mkdtemp(join(tmpdir(), 'nightjar-logs-'))
  onTestFinished(() => rm(logs, { recursive: true, force: true }))
  const said: string[] = []
  const child = supervise('no-such-verb', process.env, logs, (message) => void said.push(message), signal)
  await expect(child.ready).rejects.toThrow('no-such-verb ended (2) before it was ready')
  await child.stop()
  return said
}

test('a process that dies is started again, unless everything is to stop', async () => {
  expect(await ending(new AbortController().signal)).toEqual([
    expect.stringContaining('is started again: see'),
  ])
  expect(await ending(AbortSignal.abort())).toEqual([])
})
