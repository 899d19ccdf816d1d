import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { readRulesConfig } from '../../rules/read-rules-config.ts'
import { keepRulesFile } from './keep-rules-file.ts'

const RULE = 'title: T\nlogsource: { product: x }\ndetection: { a: { f: v }, condition: a }\n'
let home: string
let sigma: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'nightjar-home-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  sigma = join(home, 'checkout')
  await mkdir(join(sigma, 'rules'), { recursive: true })
  await writeFile(join(sigma, 'rules', 'a.yml'), RULE)
})

const keep = (options: { sigma?: string; chosen?: string } = {}) =>
  keepRulesFile({ home, chosen: undefined, sigma: undefined, ...options })

it('is no file without a folder to add, and the chosen one when there is one', async () => {
  expect(await keep()).toBeUndefined()
  const chosen = join(home, 'mine.yml')
  await writeFile(chosen, 'folders: [{ path: checkout }]')
  expect(await keep({ chosen })).toBe(chosen)
})

it('is found by the next start, with the folder in it once', async () => {
  const file = join(home, 'rules.yml')
  expect(await keep({ sigma })).toBe(file)
  expect(await keep()).toBe(file)
  expect(await keep({ sigma })).toBe(file)
  expect(await readRulesConfig(file)).toMatchObject({
    folders: [{ path: sigma, on: { level: 'medium', status: 'test' }, shadow: { level: 'informational' } }],
  })
})

it('keeps what people wrote', async () => {
  const file = join(home, 'rules.yml')
  await writeFile(file, '# ours\ntenants:\n  kestrel: { off: [a] } # noisy\n')
  await keep({ sigma })
  expect(await readFile(file, 'utf8')).toMatch(
    /^# ours\ntenants:\n {2}kestrel: \{ off: \[ ?a ?\] \} # noisy\n/,
  )
  expect((await readRulesConfig(file)).folders).toHaveLength(1)
})

it('is an error for a folder that is missing, holds no rules, or went away since', async () => {
  await expect(keep({ sigma: join(home, 'gone') })).rejects.toThrow('there is no such folder')
  await mkdir(join(home, 'other'))
  await writeFile(join(home, 'other', 'compose.yml'), 'services: {}\n')
  await expect(keep({ sigma: join(home, 'other') })).rejects.toThrow(
    'no *.yml file below it holds a SIGMA rule',
  )
  await expect(keep({ sigma, chosen: join(home, 'mine.yml') })).rejects.toThrow('NIGHTJAR_RULES_FILE is set')
  await keep({ sigma })
  await rm(sigma, { recursive: true })
  await expect(keep()).rejects.toThrow(`rules.yml names folders that are not there: ${sigma}`)
})
