import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { createSourcesReader } from './read-sources.ts'
import { createRulebook } from './rulebook.ts'

let home: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'nightjar-rulebook-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
})

async function put(file: string, text: string): Promise<void> {
  await mkdir(join(home, file, '..'), { recursive: true })
  await writeFile(join(home, file), text)
}

const rule = (id: string, level = 'medium') =>
  `{ title: ${id}, id: ${id}, level: ${level}, logsource: { service: s }, detection: { a: [${id}], condition: a } }`

it('has the rules of all and those of the tenant, off or not, and says why; nobody else sees them', async () => {
  await put('all/one.yml', rule('one'))
  await put('all/two.yml', rule('two', 'high'))
  await put('ours/own.yml', rule('own'))
  await put(
    'rules.yml',
    `folders: [{ path: all, on: { level: high } }]
tenants: { a: { rules: ours, on: [one], off: [two], level: { one: critical } }, b: {} }`,
  )
  const read = createSourcesReader({ folders: [], file: join(home, 'rules.yml') })
  const book = createRulebook(await read())
  const told = (slug: string) => [...book(slug)].map(([id, { mode, level }]) => `${id} ${mode} ${level}`)
  expect(told('a')).toEqual(['one on critical', 'two off high', 'own on medium'])
  expect(told('b')).toEqual(['one off medium', 'two on high'])
  expect(told('stranger')).toEqual(told('b'))
  expect(book('a').get('two')?.reason).toBe("The tenant's settings switch it off.")
  expect(book('b').get('one')?.reason).toContain('from level high and status experimental on')
  expect(book('a').get('own')?.reason).toContain('reach what')
})

it('shows a tenant its own filters at work, and nobody else', async () => {
  await put('all/one.yml', rule('one'))
  await put(
    'ours/f.yml',
    '{ title: Known hosts, id: f, logsource: { service: s }, filter: { rules: any, b: [known], condition: not b } }',
  )
  await put('rules.yml', 'folders: [{ path: all }]\ntenants: { a: { rules: ours } }')
  const book = createRulebook(await createSourcesReader({ folders: [], file: join(home, 'rules.yml') })())
  expect(JSON.stringify(book('a').get('one')?.rule.condition)).toContain('filter Known hosts')
  expect(JSON.stringify(book('b').get('one')?.rule.condition)).not.toContain('Known hosts')
})
