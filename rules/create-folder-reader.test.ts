import { mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createFolderReader } from './create-folder-reader.ts'
import { readRuleFolder } from './read-rule-folder.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nightjar-rules-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
})

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true })
  await writeFile(join(folder, file), text)
}

function rule(id: string, value = 'x', field = 'f'): string {
  return `title: T
id: ${id}
logsource: { product: p }
detection:
  a: { '${field}': '${value}' }
  condition: a
`
}

const idsOf = ({ rules }: { rules: { id: string }[] }) => rules.map(({ id }) => id)

describe('a folder of rules', () => {
  it('is read in the order of file names, with all folders below it', async () => {
    await put('b.yml', rule('b'))
    await put('a/z.yaml', rule('z'))
    await put('c.tests.yml', rule('not one'))
    await put('readme.md', rule('not one either'))
    const read = await createFolderReader(folder).read()
    expect(idsOf(read)).toEqual(['z', 'b'])
    expect(read.rules[0]).toMatchObject({ file: 'a/z.yaml', line: 1 })
    expect(read.folders).toEqual([folder, join(folder, 'a')].map((path) => expect.stringContaining(path)))
    expect(read.errors).toEqual([])
  })

  it('gives the second rule of an id an error', async () => {
    await put('a.yml', rule('same'))
    await put('b.yml', rule('same', 'y'))
    const { rules, errors } = await createFolderReader(folder).read()
    expect(rules.map(({ file }) => file)).toEqual(['a.yml'])
    expect(errors).toMatchObject([{ file: 'b.yml', message: 'the id same is that of a.yml:1 already' }])
  })

  it('passes over what begins with a dot, other YAML, and links to folders; files may be links', async () => {
    await put('.git/a.yml', rule('a'))
    await put('.github/b.yml', rule('b'))
    await put('compose.yml', 'services:\n  web: { image: x }\n')
    await put('real/c.yml', rule('c'))
    await symlink(join(folder, 'real'), join(folder, 'around'))
    await symlink(join(folder, 'real', 'c.yml'), join(folder, 'd.yml'))
    await symlink(join(folder, 'nowhere'), join(folder, 'e.yml'))
    await symlink('/dev/zero', join(folder, 'f.yml'))
    const { rules, errors, warnings } = await createFolderReader(folder).read()
    expect(rules.map(({ file }) => file)).toEqual(['d.yml'])
    expect(errors).toMatchObject([{ file: 'real/c.yml', message: expect.stringContaining('d.yml:1') }])
    expect(warnings).toContainEqual(
      expect.objectContaining({ file: 'compose.yml', message: 'the file holds no rule' }),
    )
    expect(warnings.map(({ file }) => file)).not.toContain('.git/a.yml')
  })

  it('that is not there is an error that names it', async () => {
    const gone = join(folder, 'gone')
    await expect(createFolderReader(gone).read()).rejects.toThrow(
      `The folder of rules ${gone} cannot be read (ENOENT)`,
    )
  })
})

describe('reading a folder again', () => {
  it('answers the same when nothing changed, and keeps the rules of files that did not', async () => {
    await put('a.yml', rule('a'))
    await put('b.yml', rule('b'))
    const reader = createFolderReader(folder)
    const first = await reader.read()
    expect(await reader.read()).toBe(first)
    await put('b.yml', rule('b', 'changed'))
    const second = await reader.read()
    expect(second).not.toBe(first)
    expect(second.rules[0]).toBe(first.rules[0])
    expect(second.rules[1]?.text).toContain('changed')
  })

  it('sees a change that keeps size and time, a file renamed into place, a new and a removed one', async () => {
    await put('a.yml', rule('a', 'one'))
    const reader = createFolderReader(folder)
    await utimes(join(folder, 'a.yml'), 1_000, 1_000)
    await reader.read()
    await put('a.yml', rule('a', 'two'))
    await utimes(join(folder, 'a.yml'), 1_000, 1_000)
    expect((await reader.read()).rules[0]?.text).toContain('two')
    await put('.a.yml.swp', rule('a', 'new'))
    await rename(join(folder, '.a.yml.swp'), join(folder, 'a.yml'))
    expect((await reader.read()).rules[0]?.text).toContain('new')
    await put('below/b.yml', rule('b'))
    expect(idsOf(await reader.read())).toEqual(['a', 'b'])
    await rm(join(folder, 'a.yml'))
    expect(idsOf(await reader.read())).toEqual(['b'])
  })

  it('keeps what a file said while it is broken, and no longer than that', async () => {
    await put('a.yml', rule('a', 'good'))
    const reader = createFolderReader(folder)
    await reader.read()
    for (const broken of ['title: T\nlogsource: {', '', `${rule('a', 'bad')}level: loud\n`]) {
      await put('a.yml', broken)
      const { rules, errors } = await reader.read()
      expect(rules).toMatchObject([{ id: 'a', text: expect.stringContaining('good') }])
      expect(errors[0]?.mend).toContain('what the file said before stays in force until then')
    }
    await put('a.yml', rule('b', 'mended'))
    expect(await reader.read()).toMatchObject({ rules: [{ id: 'b' }], errors: [] })
    await put('a.yml', 'title: T\nlogsource: {')
    await rm(join(folder, 'a.yml'))
    expect(await reader.read()).toMatchObject({ rules: [], errors: [] })
  })

  it('reads files with placeholders anew when those change, and no others', async () => {
    await put('a.yml', rule('a'))
    await put('b.yml', rule('b', '%Admins%', 'f|expand'))
    const reader = createFolderReader(folder)
    const first = await reader.read()
    expect([idsOf(first), first.errors.length]).toEqual([['a'], 1])
    const second = await reader.read({ Admins: ['root'] })
    expect([idsOf(second), second.errors]).toEqual([['a', 'b'], []])
    expect(second.rules[0]).toBe(first.rules[0])
    expect(second.templates.map(({ file }) => file)).toEqual(['b.yml'])
    expect(await reader.read({ Admins: ['root'] })).toBe(second)
  })
})

it('tells what rules, filters and correlations a folder has, and applies filters of any of its files', async () => {
  await put('a.yml', rule('a'))
  await put(
    'z/filter.yml',
    `title: F
id: f
logsource: { product: p }
filter: { rules: [a], b: { g: y }, condition: not b }
`,
  )
  await put(
    'z/many.yml',
    `title: Many
id: c
correlation: { type: event_count, rules: [a], group-by: [f], timespan: 1h, condition: { gte: 3 } }
---
title: Lost
id: d
correlation: { type: event_count, rules: [gone], group-by: [f], timespan: 1h, condition: { gte: 3 } }
`,
  )
  const read = await createFolderReader(folder).read()
  expect([read.errors, idsOf(read), read.filters.map(({ id }) => id)]).toEqual([[], ['a'], ['f']])
  const { rules, correlations, errors } = await readRuleFolder(folder)
  expect(correlations.map(({ id }) => id)).toEqual(['c'])
  expect(errors).toMatchObject([{ file: 'z/many.yml', line: 7 }])
  expect(rules[0]?.condition).toEqual({ kind: 'all', of: [read.rules[0]?.condition, expect.anything()] })
})
