import { expect, it } from 'vitest'
import { createReadTogether } from './read-together.ts'

it('is finished when parts are there that were asked for at the same time, before or after', async () => {
  const { read, finished } = createReadTogether()
  const waiting: (() => void)[] = []
  const done: string[] = []
  const part = (name: string) =>
    read(() => new Promise<void>((resolve) => waiting.push(resolve))).then(() => void done.push(name))
  const parts = [part('first')]
  const all = finished().then(() => void done.push('all'))
  parts.push(part('second'))
  const failing = read(() => Promise.reject(new Error('away')))
  await expect(failing).rejects.toThrow('away')
  for (const end of waiting) {
    expect(done).not.toContain('all')
    await new Promise((resolve) => setTimeout(resolve, 5))
    end()
  }
  await Promise.all([...parts, all])
  expect(done).toEqual(['first', 'second', 'all'])
})
