import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { BodyTooLargeError, openInbox } from './inbox.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nightjar-inbox-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('hands a file over and removes it, also when its use fails', async () => {
  const inbox = await openInbox(folder, 100)
  const read = await inbox.withFile('in line ', Readable.from([Buffer.from('streamed')]), (path) =>
    readFile(path, 'utf8'),
  )
  expect(read).toBe('in line streamed')
  const failing = inbox.withFile('', Readable.from([]), () => Promise.reject(new Error('no')))
  await expect(failing).rejects.toThrow('no')
  expect(await readdir(folder)).toEqual([])
})

it('takes no more than it may', async () => {
  const inbox = await openInbox(folder, 5)
  const large = inbox.withFile('', Readable.from([Buffer.from('1234'), Buffer.from('56')]), () =>
    Promise.resolve(),
  )
  await expect(large).rejects.toThrow(BodyTooLargeError)
  expect(await readdir(folder)).toEqual([])
})

it('clears what a killed process left', async () => {
  await writeFile(join(folder, 'left'), 'behind')
  await openInbox(folder, 5)
  expect(await readdir(folder)).toEqual([])
})
