import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runVerb } from '../e2e/testkit/run-verb.ts'
import { ownRules } from '../rules/read-rule-folder.ts'
import { detectVerb } from './detect.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nightjar-detect-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const run = (args: string[], input = '') => runVerb(detectVerb, args, input)

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
  for (const wrong of [
    ['--output', 'tabel'],
    ['--level', 'grave'],
    ['--format', 'nope'],
    ['--zone', '999'],
  ]) {
    expect(await run(['--rules', ownRules, ...wrong], sudo)).toMatchObject({ code: 2, out: '' })
  }
})

test('--help explains how rules without id are named', async () => {
  const { code, out } = await run(['--help'])
  expect(code).toBe(0)
  expect(out).toContain('file#n')
})

describe('several inputs', () => {
  test('are told apart by file; folders stand for what is below them, hidden files left out', async () => {
    const logs = join(folder, 'logs')
    await mkdir(join(logs, 'deep'), { recursive: true })
    await writeFile(join(folder, 'x.yml'), rule('{ x: 1 }'))
    await writeFile(join(logs, 'a.json'), '[{"x":0},\n {"x":1}]')
    await writeFile(join(logs, 'deep', 'b.log.gz'), gzipSync('{"x":1}\n'))
    await writeFile(join(logs, '.hidden'), '{"x":1}\n')
    const args = ['--rules', join(folder, 'x.yml'), '--as-is']
    const found = await run([...args, logs, '-'], '{"x":2}\n{"x":1}\n')
    expect(
      found.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { file: join(logs, 'a.json'), index: 1, rules: ['x.yml#0'] },
      { file: join(logs, 'deep', 'b.log.gz'), index: 0, rules: ['x.yml#0'] },
      { file: '-', index: 1, rules: ['x.yml#0'] },
    ])
    expect(found).toMatchObject({ code: 0, err: '' })
  })

  test('one that breaks is told, the others are judged, and the exit code is 1', async () => {
    const broken = join(folder, 'broken.gz')
    await writeFile(broken, gzipSync('{"x":1}\n').subarray(0, 15))
    await writeFile(join(folder, 'good.log'), '{"x":1}\n')
    const args = ['--rules', join(folder, 'x.yml'), '--as-is', broken, join(folder, 'good.log')]
    const { code, out, err } = await run(args)
    expect(code).toBe(1)
    expect(out).toContain('good.log')
    expect(err).toMatch(/broken\.gz: unexpected end of file/)
    expect(await run([...args, '--quiet'])).toMatchObject({ code: 1, err: '' })
  })
})

describe('which rules', () => {
  const choose = async (...args: string[]) => {
    const dir = join(folder, 'choice')
    await mkdir(join(dir, 'windows'), { recursive: true })
    const of = (name: string, more: string) =>
      writeFile(join(dir, `${name}.yml`), `id: ${name.replace('/', '-')}\n${more}\n${rule('{ x: 1 }')}`)
    await of('a', 'level: high\nstatus: stable\ntags: [attack.t1059.001]')
    await of('windows/b', 'level: low\nstatus: test\ntags: [attack.t1059]')
    await of('c', 'tags: [attack.t10590]')
    const { out, code } = await run(['--rules', dir, '--as-is', ...args], '{"x":1}\n')
    return code === 0 ? JSON.parse(out).rules : code
  }

  test.each([
    [[], ['a', 'c', 'windows-b']],
    [
      ['--level', 'medium'],
      ['a', 'c'],
    ],
    [
      ['--status', 'stable,test'],
      ['a', 'windows-b'],
    ],
    [
      ['--tag', 'attack.t1059'],
      ['a', 'windows-b'],
    ],
    [['--tag', 'attack.T1059.001'], ['a']],
    [
      ['--rule', 'a', '--rule', 'windows'],
      ['a', 'windows-b'],
    ],
    [['--exclude', 'windows/b.yml,c'], ['a']],
    [['--level', 'critical'], 2],
  ])('%j', async (args, ids) => {
    expect(await choose(...args)).toEqual(ids)
  })

  test('--skip-broken goes on without those that do not load, and says so', async () => {
    const dir = join(folder, 'half')
    await mkdir(dir, { recursive: true })
    await writeFile(join(dir, 'good.yml'), rule('{ x: 1 }'))
    await writeFile(join(dir, 'bad.yml'), rule('{ x|foo: 1 }'))
    const refused = await run(['--rules', dir, '--as-is'], '{"x":1}\n')
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.err).toContain('--skip-broken')
    const found = await run(['--rules', dir, '--as-is', '--skip-broken'], '{"x":1}\n')
    expect(found).toMatchObject({ code: 0, out: '{"index":0,"rules":["good.yml#0"]}\n' })
    expect(found.err).toMatch(/^nightjar detect: 1 errors in .*\n.*half\/bad\.yml:4:10: /)
    expect(await run(['--rules', join(dir, 'bad.yml'), '--skip-broken'])).toMatchObject({ code: 2, out: '' })
  })

  test('correlations are said to be left out', async () => {
    const correlation =
      'title: C\ncorrelation: { type: event_count, rules: [T], timespan: 1h, condition: { gte: 3 } }\n'
    const text = `${rule('{ x: 1 }').replace('title: T', 'title: T\nname: T')}---\n${correlation}`
    await mkdir(join(folder, 'counted'))
    await writeFile(join(folder, 'counted', 'c.yml'), text)
    const { code, err } = await run(['--rules', join(folder, 'counted'), '--as-is'], '{"x":1}\n')
    expect(code).toBe(0)
    expect(err).toContain('1 correlations are left out: they are not evaluated yet')
  })

  test('a status that there is not is answered with what was meant, and no mistake steers the terminal', async () => {
    expect((await run(['--rules', folder, '--status', 'tset'])).err).toContain('did you mean test?')
    expect((await run(['--rules', join(folder, '\u001b[31m')])).err).toContain('\\x1b[31m')
  })

  test('--placeholders says what |expand stands for', async () => {
    await writeFile(join(folder, 'expand.yml'), rule("{ x|expand: '%admins%' }"))
    await writeFile(join(folder, 'lists.yaml'), 'admins: [anna, bob]\none: 1\n')
    await writeFile(join(folder, 'wrong.yaml'), '- admins\n')
    const args = ['--rules', join(folder, 'expand.yml'), '--as-is', '--placeholders']
    const { out } = await run([...args, join(folder, 'lists.yaml')], '{"x":"bob"}\n')
    expect(out).toBe('{"index":0,"rules":["expand.yml#0"]}\n')
    expect(await run([...args, join(folder, 'wrong.yaml')])).toMatchObject({ code: 2, out: '' })
  })
})

describe('how findings are told', () => {
  const event = (command: string) =>
    `{"@timestamp":"2026-03-10T12:00:00Z","Computer":"WS1","User":"anna","CommandLine":${JSON.stringify(command)}}\n`
  const args = async () => {
    const text = `id: r1\nlevel: high\ntags: [attack.t1003]\n${rule('{ CommandLine|contains: dump }')}`
    await writeFile(join(folder, 'dump.yml'), text)
    return ['--rules', join(folder, 'dump.yml'), '--as-is', '--output']
  }

  test('--full says when, where, who and what', async () => {
    const { out } = await run([...(await args()), 'ndjson', '--full'], event('dump it'))
    expect(JSON.parse(out)).toEqual({
      index: 0,
      rules: ['r1'],
      time: '2026-03-10T12:00:00.000Z',
      host: 'WS1',
      user: 'anna',
      detections: [
        {
          rule: 'r1',
          title: 'T',
          level: 'high',
          tags: ['attack.t1003'],
          evidence: { field: 'CommandLine', value: 'dump it' },
        },
      ],
    })
  })

  test('a table has a row for each detection, and no log line steers the terminal', async () => {
    const { out } = await run([...(await args()), 'table'], event('dump \u001b[2Jit') + event('other'))
    const [head, row, ...more] = out.trimEnd().split('\n')
    expect(head).toMatch(/^TIME +LEVEL +RULE +HOST +USER +EVIDENCE$/)
    expect(row).toMatch(/^2026-03-10 12:00:00 {2}high +T +WS1 +anna +CommandLine=dump \\x1b\[2Jit$/)
    expect(row?.indexOf('T ')).toBe(head?.indexOf('RULE'))
    expect(more).toEqual([])
  })

  test('a summary counts by level and rule, with first and last time', async () => {
    const late = event('dump').replace('T12', 'T13')
    const { out } = await run([...(await args()), 'summary'], late + event('dump') + event('other'))
    expect(out).toMatch(
      /^high: 2 detections of 1 rules\n +2 {2}T +2026-03-10T12:00:00 \.\. 2026-03-10T13:00:00\n/,
    )
    expect(out).toMatch(/2 detections in 3 events of 1 input \(.* MB\), .* s, .* events\/s\n$/)
    const none = await run([...(await args()), 'summary'], event('other'))
    expect(none.out).toMatch(/^No rule matched\.\n0 detections in 1 events/)
  })

  test('a terminal sees colours and the progress, which is gone at the end', async () => {
    const terminal = () =>
      Object.assign(new PassThrough(), { isTTY: true, hasColors: () => true, columns: 130 })
    const [stdout, stderr] = [terminal(), terminal()]
    const out = stdout.setEncoding('utf8').toArray()
    const err = stderr.setEncoding('utf8').toArray()
    async function* slowly() {
      for (let i = 0; i < 4; i++) {
        await new Promise((done) => setTimeout(done, 60))
        yield Buffer.from(event(i === 0 ? `dump ${'x'.repeat(500)}` : 'other'))
      }
    }
    const code = await detectVerb([...(await args()), 'table'], {
      stdin: Readable.from(slowly()),
      stdout,
      stderr,
    })
    stdout.end()
    stderr.end()
    expect(code).toBe(0)
    const row = (await out).join('').split('\n')[1]
    expect(row).toContain('\u001b[31mhigh')
    expect(row?.length).toBeLessThan(130 + '\u001b[31m\u001b[0m'.length)
    expect(row?.endsWith('…')).toBe(true)
    const progress = (await err).join('')
    expect(progress).toMatch(/\d+\.\d MB {2}\d events {2}\d+\/s {2}1 detections/)
    expect(progress.endsWith('\r\u001b[2K')).toBe(true)
  })
})

test('a reader that leaves ends the work without failure', async () => {
  await writeFile(join(folder, 'x.yml'), rule('{ x: 1 }'))
  let taken = 0
  const stdout = new Writable({
    write(_chunk, _encoding, done) {
      taken += 1
      done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
    },
  })
  let asked = 0
  async function* endless() {
    for (;;) {
      asked += 1
      yield Buffer.from('{"x":1}\n'.repeat(1_000))
    }
  }
  const io = { stdin: Readable.from(endless()), stdout, stderr: new PassThrough() }
  expect(await detectVerb(['--rules', join(folder, 'x.yml'), '--as-is'], io)).toBe(0)
  expect(taken).toBe(1)
  expect(asked).toBeLessThan(100)
})
