import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runVerb } from '../e2e/testkit/run-verb.ts'
import { ownRules } from '../rules/read-rule-folder.ts'
import { rulesVerb } from './rules.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nightjar-rules-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const run = (args: string[], input = '') => runVerb(rulesVerb, args, input)

const rule = (detection: string, more = '') =>
  `title: T\n${more}logsource: { product: p }\ndetection:\n  ${detection}\n`

async function write(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
  return path
}

test('a verb that is none is answered with what was meant', async () => {
  const { code, err } = await run(['lnit'])
  expect(code).toBe(2)
  expect(err).toContain('did you mean lint?')
  expect(await run(['--help'])).toMatchObject({ code: 0, err: '' })
  for (const verb of ['lint', 'test', 'explain']) {
    expect(await run([verb])).toMatchObject({ code: 2, out: '' })
    expect((await run([verb, '--help'])).out).toContain(`nightjar rules ${verb}`)
    expect((await run([verb, '--strct'])).err).toMatch(/^there is no option --strct/)
  }
})

describe('lint', () => {
  test('shows the line, the place in it and how to mend it', async () => {
    const path = await write('lint/bad.yml', rule("a: { x|foo: '\u001b[2J' }\n  condition: a"))
    const { code, out } = await run(['lint', path])
    expect(code).toBe(1)
    expect(out.split('\n')).toEqual([
      `${path}:4:10: error: x|foo: unknown modifier 'foo'`,
      "     4 |   a: { x|foo: '\\x1b[2J' }",
      '       |          ^',
      expect.stringMatching(/^ {7}mend: .+/),
      '',
      '0 rules: 1 errors, 0 warnings, 0 notes',
      '',
    ])
  })

  test('a long line is shown around the place', async () => {
    const path = await write(
      'long/long.yml',
      rule(`a: { k: 1, ${' '.repeat(5_000)}x|foo: 1 }\n  condition: a`),
    )
    const { out } = await run(['lint', path])
    const [, text, caret] = out.split('\n')
    expect(text?.length).toBeLessThan(120)
    expect(text?.slice(caret?.indexOf('^'))).toMatch(/^foo/)
  })

  test('a correlation is a note, whether its file or its folder is named', async () => {
    const text = `${rule('a: { x: 1 }\n  condition: a', 'name: base\n')}---
title: C
correlation: { type: event_count, rules: [base], timespan: 1h, condition: { gte: 3 } }
`
    const path = await write('counted/c.yml', text)
    for (const named of [path, join(folder, 'counted')]) {
      const { code, out } = await run(['lint', named])
      expect(code).toBe(0)
      expect(out).toContain(`${path}:8:1: note: correlations are read and checked, and not evaluated yet`)
    }
  })

  test('an id used twice is an error over files and over paths', async () => {
    const text = rule('a: { x: 1 }\n  condition: a', 'id: same\n')
    await write('twice/one.yml', text)
    await write('twice/two.yml', text)
    const other = await write('other/three.yml', text)
    const { code, out } = await run(['lint', join(folder, 'twice'), other])
    expect(code).toBe(1)
    expect(out.match(/error: the id same is that of one\.yml:1 already/g)).toHaveLength(2)
    expect(out).toContain('two.yml:1:1')
    expect(out).toContain('three.yml:1:1')
  })

  test('a field that no event has is a warning at its place, which fails only when asked', async () => {
    const source = 'logsource: { product: windows, category: process_creation }'
    const detection = 'detection:\n  a:\n    EventID: 1\n    CommandLin|contains: dump\n  condition: a\n'
    const path = await write('fields/f.yml', `title: T\n${source}\n${detection}`)
    const { code, out } = await run(['lint', path])
    expect(code).toBe(0)
    expect(out).toMatch(/f\.yml:6:5: warning: .*CommandLin \(CommandLine\?\)/)
    expect(await run(['lint', '--strict', path])).toMatchObject({ code: 1 })
  })

  test('a filter that names an unknown rule is a warning', async () => {
    const filter = `${rule('', '').split('detection')[0]}filter:\n  rules: [none]\n  a: { x: 1 }\n  condition: a\n`
    const path = await write('filters/f.yml', `${rule('a: { x: abc }\n  condition: a')}---\n${filter}`)
    expect((await run(['lint', path])).out).toMatch(/f\.yml:\d+:\d+: warning: .*none/)
  })

  test('what makes a rule slow is a note, and fails nothing', async () => {
    await write('slow/not.yml', rule('a: { x: abc }\n  condition: not a'))
    await write('slow/regex.yml', rule("a: { x|re: '^[a-z]+$' }\n  condition: a"))
    await write('slow/short.yml', rule('a: { x|contains: ab }\n  condition: a'))
    const { code, out } = await run(['lint', '--strict', join(folder, 'slow')])
    expect(code).toBe(0)
    expect(out.match(/: note: /g)).toHaveLength(3)
    expect(out).toContain('3 rules: 0 errors, 0 warnings, 3 notes')
  })

  test('SARIF has what code hosts read', async () => {
    const path = await write('sarif/a b.yml', rule('a: { x|foo: 1 }\n  condition: a'))
    await write('sarif/slow.yml', rule('a: { x: abc }\n  condition: not a'))
    const { code, out } = await run([
      'lint',
      '--format',
      'sarif',
      relative(process.cwd(), join(folder, 'sarif')),
    ])
    expect(code).toBe(1)
    const log = JSON.parse(out)
    expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-2.1.0') })
    expect(log.runs).toHaveLength(1)
    const [{ tool, results }] = log.runs
    expect(tool.driver).toMatchObject({ name: 'nightjar', version: expect.stringMatching(/^\d+\.\d+\.\d+/) })
    expect(results).toHaveLength(2)
    for (const { ruleId, ruleIndex, level, message } of results) {
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
      expect(['error', 'warning', 'note']).toContain(level)
      expect(message.text).toMatch(/; /)
    }
    const { artifactLocation, region } = results[0].locations[0].physicalLocation
    expect(region).toEqual({ startLine: 4, startColumn: 10 })
    expect(decodeURIComponent(artifactLocation.uri)).toBe(relative(process.cwd(), path))
    expect(artifactLocation.uri).not.toContain(' ')
    const clean = JSON.parse((await run(['lint', '--format', 'sarif', ownRules])).out)
    expect(clean.runs[0].results.filter(({ level }: { level: string }) => level !== 'note')).toEqual([])
  })
})

describe('test', () => {
  test('our own rules do as the events beside them want', async () => {
    const { code, out } = await run(['test', '--strict', ownRules])
    expect(out).toMatch(/^\d+ rules, \d+ events: 0 failed, 0 errors, 0 rule files without events\n$/)
    expect(code).toBe(0)
  })

  test('says what failed and which test of the rule differed', async () => {
    await write('tests/a.yml', rule('a: { x|startswith: ab }\n  b: { y: 1 }\n  condition: a and not b'))
    await write(
      'tests/a.tests.yml',
      'matches:\n  - { x: abc }\n  - { x: xyz }\n  - { x: abc, y: 1 }\nignores:\n  - x: abd\n',
    )
    await write('tests/untested.yml', rule('a: { x: 1 }\n  condition: a'))
    const { code, out } = await run(['test', '--as-is', join(folder, 'tests')])
    expect(code).toBe(1)
    expect(out).toMatch(
      /a\.tests\.yml:3: T: must match and does not\n.*xyz.*\n {4}x\|startswith: 'ab' {2}← x = xyz\n/,
    )
    expect(out).toMatch(/a\.tests\.yml:4: T: must match and does not\n.*\n {4}y: '1' {2}← y = 1\n/)
    expect(out).toMatch(/a\.tests\.yml:6: T: must not match and does\n.*abd/)
    expect(out).toContain('2 rules, 4 events: 3 failed, 0 errors, 1 rule files without events')
  })

  test('one file of rules; rules without events fail only when asked', async () => {
    const path = join(folder, 'tests', 'untested.yml')
    expect(await run(['test', path])).toMatchObject({ code: 0 })
    const { code, out } = await run(['test', '--strict', path])
    expect(code).toBe(1)
    expect(out).toContain('untested.yml: lacks events')
  })

  test('a path that is not there is wrong use', async () => {
    for (const verb of ['test', 'lint']) {
      expect(await run([verb, join(folder, 'absent')])).toMatchObject({ code: 2, out: '' })
      expect(await run([verb, ownRules, '--sources', join(folder, 'absent')])).toMatchObject({
        code: 2,
        out: '',
      })
    }
  })

  test.each([
    ['no: lists', /:1:1: .*matches/],
    ['matches: [1]\nignores: [x]', /a\.tests\.yml:1:11: /],
    ['matches: [\n', /a\.tests\.yml:2:1: /],
    ['', /a\.tests\.yml:1:1: the file holds no event/],
  ])('a file of events that is none is an error with its place: %j', async (text, error) => {
    await write('events/a.yml', rule('a: { x: 1 }\n  condition: a'))
    await write('events/a.tests.yml', text)
    const { code, out } = await run(['test', join(folder, 'events')])
    expect(code).toBe(1)
    expect(out).toMatch(error)
  })
})

describe('explain', () => {
  const path = () =>
    write(
      'explain/r.yml',
      rule('a: { x|contains: [ab, cd], z: 1 }\n  b: { y: 1 }\n  condition: a and not b', 'id: r1\n'),
    )

  test('marks each test, names its field and shows the value, escaped', async () => {
    const { code, out } = await run(['explain', await path(), '-', '--as-is'], '{"x":"\\u001b[31mcd"}')
    expect(code).toBe(0)
    expect(out.split('\n')).toEqual([
      'T  r1  medium',
      '✗ does not fire: the condition does not hold, because of',
      "    z: '1'  ← no such field",
      '',
      '✗ all of',
      '  ✗ a: all of',
      '    ✓ any of',
      "      ✗ x|contains: 'ab'  ← x = \\x1b[31mcd",
      "      ✓ x|contains: 'cd'  ← x = \\x1b[31mcd",
      "    ✗ z: '1'  ← no such field",
      '  ✓ not',
      '    ✗ b',
      "      ✗ y: '1'  ← no such field",
      '',
    ])
    const fired = await run(['explain', await path(), '-', '--as-is'], '{"x":"cd","z":1}')
    expect(fired.out).toMatch(/^T {2}r1 {2}medium\n✓ fires: /)
  })

  test('says when the event comes from another log source', async () => {
    const rule = join(ownRules, 'windows', 'rclone-copy.yml')
    const line =
      '<86>Mar 10 12:00:00 app01 sudo[811]: bob : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/bash'
    expect((await run(['explain', rule, '-'], line)).out).toContain(
      'of another log source than product windows',
    )
  })

  test('chooses an event by its line, and asks when there are several', async () => {
    const events = await write('explain/events.json', '{"x":"ab","z":1}\n\n{"x":"no"}\n')
    const explain = async (...args: string[]) =>
      run(['explain', await path(), events, '--as-is', '--json', ...args])
    expect(JSON.parse((await explain('--line', '1')).out)).toMatchObject({
      rule: 'r1',
      matches: true,
      routed: true,
    })
    expect(JSON.parse((await explain('--line', '2')).out)).toMatchObject({ rule: 'r1', matches: false })
    expect((await explain()).err).toContain('choose one with --line')
    expect((await explain('--line', '3')).err).toContain('there is no event 3')
    for (const wrong of [[], ['--line', '3'], ['--line', '0']]) {
      expect(await explain(...wrong)).toMatchObject({ code: 2, out: '' })
    }
  })

  test('a long list shows what made it true', async () => {
    const words = Array.from({ length: 500 }, (_, i) => `w${i}x`)
    const long = await write('explain/long.yml', rule(`a: { x: [${words}] }\n  condition: a`))
    const { out } = await run(['explain', long, '-', '--as-is'], '{"x":"w400x"}')
    expect(out).toContain("✓ x: 'w400x'")
    expect(out).toContain('… 499 more')
    expect(out.split('\n').length).toBeLessThan(10)
  })

  test('a rule that does not load, and an event that is not there, exit with 2', async () => {
    const broken = await write('explain/broken.yml', rule('a: { x|foo: 1 }\n  condition: a'))
    expect((await run(['explain', broken, '-'], 'x')).err).toMatch(/broken\.yml:4:10/)
    expect(await run(['explain', await path(), join(folder, 'absent')])).toMatchObject({ code: 2, out: '' })
    expect(await run(['explain', await path(), '-'], '')).toMatchObject({ code: 2, out: '' })
  })
})
