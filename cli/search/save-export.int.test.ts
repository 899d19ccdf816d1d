import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { RANGE } from '../../e2e/testkit/fill-with-logins.ts'
import { type LoginWorld, loginWorld } from '../../e2e/testkit/login-world.ts'
import { searchVerb } from '../search.ts'

let world: LoginWorld
let folder: string
let token: string
beforeAll(async () => {
  world = await loginWorld()
  folder = await mkdtemp(join(tmpdir(), 'nightjar-export-'))
  token = world.tokens.ours
})
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true, force: true })
})

async function search(...args: string[]): Promise<{ code: number; said: string }> {
  let said = ''
  const stderr = new Writable({
    write(chunk, _encoding, done) {
      said += chunk
      done()
    },
  })
  const io = { stdin: Readable.from([]), stdout: new Writable(), stderr }
  const common = [
    '--url',
    `${world.origin}/graphql`,
    '--token',
    token,
    '--from',
    RANGE.from,
    '--to',
    RANGE.to,
  ]
  return { code: await searchVerb([...common, ...args], io), said }
}

it('writes the events of the tenant into a new file, and into no other', async () => {
  const file = join(folder, 'roots.csv')
  const args = ['--tenant', 'ours', '--export', file, '--columns', 'user, whose.name', 'user:root']
  expect(await search(...args)).toEqual({ code: 0, said: '' })
  expect(await readFile(file, 'utf8')).toBe(`user,whose.name\r\n${'root,ours\r\n'.repeat(5)}`)
  const again = await search(...args)
  expect(again).toMatchObject({ code: 1, said: expect.stringContaining('EEXIST') })

  const whole = join(folder, 'whole.ndjson')
  expect((await search('--tenant', 'ours', '--export', whole, '--limit', '3')).code).toBe(0)
  const lines = (await readFile(whole, 'utf8')).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line).tenant)).toEqual(['ours', 'ours', 'ours'])
})

it.each([
  [['--tenant', 'theirs', '--export', 'x'], 1, 'no tenant theirs'],
  [['--tenant', 'ours', '--export', 'x', 'user:('], 2, 'nightjar search:'],
  [['--tenant', 'ours', '--export', 'x', '--limit', '2000000'], 2, '1000000'],
  [['--tenant', 'ours', '--columns', 'user'], 2, '--columns goes with --export'],
])('%j ends with %i', async (args, code, message) => {
  expect(await search(...args)).toMatchObject({ code, said: expect.stringContaining(message) })
})
