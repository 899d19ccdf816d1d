import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownRules } from '../rules/read-rule-folder.ts'
import { detectVerb } from './detect.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nightjar-detect-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(args: string[], input = '') {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const out = stdout.setEncoding('utf8').toArray()
  const err = stderr.setEncoding('utf8').toArray()
  const code = await detectVerb(args, { stdin: Readable.from([Buffer.from(input)]), stdout, stderr })
  stdout.end()
  stderr.end()
  return { code, out: (await out).join(''), err: (await err).join('') }
}

const rule = (selection: string) =>
  `title: T\nlogsource: { product: p }\ndetection:\n  a: ${selection}\n  condition: a\n`

const sudo = '<86>Mar 10 12:00:00 app01 sudo[811]: bob : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/bash'

test('names the rules of each event that matched, counting non-empty lines', async () => {
  const cleared = '{"EventTime":"2026-03-10 12:00:00","Channel":"Security","SourceName":"x","EventID":1102}'
  const { code, out, err } = await run(['--rules', ownRules], `hello\n\n${sudo}\r\n${cleared}`)
  expect(err).toBe('')
  expect(code).toBe(0)
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { index: 1, rules: [expect.stringMatching(/^[0-9a-f-]{36}$/)] },
    { index: 2, rules: [expect.stringMatching(/^[0-9a-f-]{36}$/)] },
  ])
})

test('a rule without id is its file and document; nothing matched is no failure', async () => {
  await writeFile(join(folder, 'two.yml'), `${rule('{ x: 1 }')}---\n${rule('{ x: 2 }')}`)
  await writeFile(join(folder, 'two.tests.yml'), 'not: a rule')
  await writeFile(join(folder, 'events.json'), '{"x":2}\n{"x":"1"}\n')
  const found = await run(['--rules', folder, join(folder, 'events.json')])
  expect(found).toEqual({
    code: 0,
    err: '',
    out: '{"index":0,"rules":["two.yml#1"]}\n{"index":1,"rules":["two.yml#0"]}\n',
  })
  expect(await run(['--rules', folder, '-'], '{"x":3}\n')).toEqual({ code: 0, out: '', err: '' })
})

test('--as-is knows no parser and no log source', async () => {
  await writeFile(join(folder, 'two.yml'), rule('{ x.y: null, z|exists: true }'))
  const { out } = await run(
    ['--rules', folder, '--as-is'],
    '{"x":{"y":null},"z":null}\n{"z":1,"x":{"y":1}}\n',
  )
  expect(out).toBe('{"index":0,"rules":["two.yml#0"]}\n')
})

test('a rule that does not load, a missing folder or file and wrong use exit with 2 and print no event', async () => {
  await writeFile(join(folder, 'two.yml'), `${rule('{ x|foo: 1 }')}---\n${rule('{ x|gt: a }')}`)
  const broken = await run(['--rules', folder], sudo)
  expect(broken).toMatchObject({ code: 2, out: '' })
  expect(broken.err).toMatch(/two\.yml:4:10: x\|foo: unknown modifier/)
  expect(broken.err).toMatch(/two\.yml:10:14: x\|gt: gt takes a number/)
  expect(await run([])).toMatchObject({ code: 2, out: '' })
  expect(await run(['--rules', join(folder, 'absent')])).toMatchObject({ code: 2, out: '' })
  expect(await run(['--rules', ownRules, join(folder, 'absent')])).toMatchObject({ code: 2, out: '' })
  expect(await run(['--rules', ownRules, '--nonsense'])).toMatchObject({ code: 2, out: '' })
})

test('--help explains how rules without id are named', async () => {
  const { code, out } = await run(['--help'])
  expect(code).toBe(0)
  expect(out).toContain('file#n')
})
