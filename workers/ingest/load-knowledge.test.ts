import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { createKnowledgeLoader } from './load-knowledge.ts'
import type { Ruling } from './ruling.ts'

let home: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'nightjar-knowledge-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
})

async function put(file: string, text: string): Promise<void> {
  await mkdir(join(home, file, '..'), { recursive: true })
  await writeFile(join(home, file), text)
}

const loader = () =>
  createKnowledgeLoader(
    { folders: [join(home, 'first')], file: join(home, 'rules.yml') },
    pino({ level: 'silent' }),
  )

const rule = (id: string, level = 'medium') =>
  `{ title: ${id}, id: ${id}, level: ${level}, logsource: { service: s }, detection: { a: [${id}], condition: a } }`
const filter = (id: string, word: string) =>
  `{ title: ${id}, id: ${id}, logsource: { service: s }, filter: { rules: any, b: [${word}], condition: not b } }`

const found = (ruling: Ruling | undefined, raw: string) =>
  ruling?.match({ fields: {}, raw }).map(({ id, level }) => `${id} ${level}`)

it('lets filters of any folder concern the rules of all, and those of a tenant its own view of them', async () => {
  await put('first/one.yml', rule('one'))
  await put('first/two.yml', rule('two'))
  await put('second/filter.yml', filter('f', 'known'))
  await put('ours/filter.yml', filter('g', 'allowed'))
  await put('rules.yml', 'folders: [{ path: second }]\ntenants: { a: { rules: ours }, b: {} }')
  const { ruling, tenants } = await loader()()
  for (const who of [ruling, tenants.get('b')]) {
    expect(found(who, 'one two')).toEqual(['one medium', 'two medium'])
    expect(found(who, 'one known')).toEqual([])
    expect(found(who, 'one allowed')).toEqual(['one medium'])
  }
  expect(found(tenants.get('a'), 'one two')?.sort()).toEqual(['one medium', 'two medium'])
  expect(found(tenants.get('a'), 'one known')).toEqual([])
  expect(found(tenants.get('a'), 'one allowed')).toEqual([])
})

it('takes the rule of the later folder and its policy', async () => {
  await put('first/one.yml', rule('one', 'low'))
  await put('second/one.yml', rule('one', 'high'))
  await put('rules.yml', 'folders: [{ path: second, shadow: {} }]')
  const { ruling, counts } = await loader()()
  expect(found(ruling, 'one')).toEqual(['one high'])
  expect(ruling.isShadow('one')).toBe(true)
  expect(counts).toEqual({ on: 0, shadow: 1, off: 0, unread: 0 })
})

it('never compiles the rules of all again for the sake of a tenant', async () => {
  await put('first/one.yml', rule('one'))
  await put('ours/mine.yml', rule('mine'))
  await put('rules.yml', 'tenants: { a: { rules: ours } }')
  const load = loader()
  const before = await load()
  expect(await load()).toBe(before)
  await put('ours/mine.yml', rule('mine', 'high'))
  const after = await load()
  expect(after.matcher).toBe(before.matcher)
  expect(found(after.tenants.get('a'), 'mine')).toEqual(['mine high'])
  expect(after.tenants.get('a')?.version).not.toBe(before.tenants.get('a')?.version)
  expect(after.ruling.version).toBe(before.ruling.version)
  await put('first/two.yml', rule('two'))
  expect((await load()).ruling.version).not.toBe(before.ruling.version)
})

it('throws for a folder or a file that is missing, and has its knowledge still when they are back', async () => {
  await put('first/one.yml', rule('one'))
  const load = loader()
  await expect(load()).rejects.toThrow('rules.yml cannot be read')
  await put('rules.yml', 'folders: [{ path: gone }]')
  await expect(load()).rejects.toThrow(/The folder of rules .*gone cannot be read/)
  await put('gone/two.yml', rule('two'))
  expect((await load()).counts.on).toBe(2)
})
