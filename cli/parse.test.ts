import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseVerb } from './parse.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nightjar-parse-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function run(args: string[], input: Iterable<string | Buffer> = []) {
  const written = { stdout: '', stderr: '' }
  const sink = (name: 'stdout' | 'stderr') =>
    new Writable({
      highWaterMark: 10,
      write(chunk, _, done) {
        written[name] += chunk
        setImmediate(done)
      },
    })
  const code = await parseVerb(args, {
    stdin: Readable.from(input),
    stdout: sink('stdout'),
    stderr: sink('stderr'),
  })
  const events = written.stdout.startsWith('{')
    ? written.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
    : []
  return { code, events, ...written }
}

const FAILED = '<38>Mar 10 12:00:00 web01 sshd[7]: Failed password for root from 10.0.0.7 port 4 ssh2'

describe('nightjar parse', () => {
  it('writes one categorised ECS event for each line, whole times included', async () => {
    const { code, events } = await run([], [`${FAILED}\r\n\n{"time":"2026-03-10T12:00:00.123456Z"}\n`])
    expect(code).toBe(0)
    expect(events).toHaveLength(2)
    expect(events[0]).toMatchObject({
      event: {
        kind: 'event',
        category: ['authentication'],
        outcome: 'failure',
        severity: 30,
        original: FAILED,
      },
      source: { ip: '10.0.0.7', port: 4 },
      user: { name: 'root' },
      nightjar: { parser: 'sshd@1' },
    })
    expect(events[1]['@timestamp']).toBe('2026-03-10T12:00:00.123456Z')
  })

  it('explains which parsers were asked about a line, and why', async () => {
    const { code, stdout } = await run(['--explain'], [`${FAILED}\nno log at \u001b[31mall\n`])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^line 1: <38>Mar 10 .*sshd\[7\]/)
    expect(stdout).toMatch(/^ {2}syslog@\d+ read it: it begins with "<"$/m)
    expect(stdout).toMatch(/^ {4}sshd@\d+ read it: the envelope names the program sshd$/m)
    expect(stdout).toMatch(/^line 2: no log [\s\S]* {2}nobody read it: kept as message\n$/m)
    expect(stdout).not.toContain('\u001b')
    const elb = await run(['--explain'], ['2026-03-10T12:00:00Z x\n'])
    expect(elb.stdout).toMatch(
      /^ {2}aws-cloudfront@\d+ did not .*one of "2", behind a first word of 4 letters and digits stands one of "-"$/m,
    )
  })

  it('reads lines by the header line that came before them', async () => {
    const lines = ['time,src_ip,dst_ip,user_name,action\n2026-03-10T12:00:00Z,192.0.2.1,10.0.0.2,anna,deny\n']
    const { events } = await run([], lines)
    expect(events[1]).toMatchObject({ source: { ip: '192.0.2.1' }, user: { name: 'anna' } })
    const explained = await run(['--explain'], lines)
    expect(explained.stdout).toMatch(/^line 2: [\s\S]* {2}read by csv@\d+\n$/m)
    const { stdout } = await run(['--origins'], lines)
    expect(stdout).toMatch(/^ {2}source\.ip: 192\.0\.2\.1 {2}from 21-29 by csv@\d+$/m)
  })

  it('says of each field which bytes it was read from', async () => {
    const { code, stdout } = await run(['--origins'], [`${FAILED}\n`])
    expect(code).toBe(0)
    const [, start, end] = /^ {2}source\.ip: \S+ {2}from (\d+)-(\d+) by sshd@\d+$/m.exec(stdout) ?? []
    const [, ip] = /^ {2}source\.ip: (\S+)/m.exec(stdout) ?? []
    expect(FAILED.slice(Number(start), Number(end) + 1)).toBe(ip)
    expect(stdout).toMatch(/^ {2}event\.outcome: failure {2}set by sshd@\d+$/m)
    expect(stdout).toMatch(/^ {2}@timestamp: \d+ {2}worked out from [\d-]+ by syslog@\d+$/m)
  })

  it('reads by a parser that a file defines, or says what is wrong with it', async () => {
    const file = join(folder, 'gate.yml')
    await writeFile(file, "name: gate\npattern: { grok: 'door %{INT:door.number:int}' }\nsamples: [door 7]")
    const { events } = await run(['--parser', file], ['door 8\n', `${FAILED}\n`])
    expect(events[0]).toMatchObject({ door: { number: 8 }, nightjar: { parser: 'gate@1' } })
    expect(events[1]).toMatchObject({ nightjar: { parser: expect.stringMatching(/^sshd@/) } })
    await writeFile(file, "name: gate\npattern: { grok: 'door %{INTT:n}' }\nsamples: [door 7]")
    const broken = await run(['--parser', file])
    expect(broken).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/gate\.yml:2: .*did you mean INT/),
    })
    expect(await run(['--parser', file, '--format', 'json'])).toMatchObject({ code: 2 })
    expect(await run(['--parser', join(folder, 'none.yml')])).toMatchObject({ code: 2 })
  })

  it('puts lines and characters together again that chunks cut', async () => {
    const bytes = Buffer.from('{"msg":"zażółć\u2028x"}\n{"msg":"last"}')
    const { events } = await run(
      ['-'],
      [...bytes].map((byte) => Buffer.from([byte])),
    )
    expect(events.map((event) => event.message)).toEqual(['zażółć\u2028x', 'last'])
  })

  it('reads a file, in the format and zone it is told', async () => {
    const file = join(folder, 'a.log')
    await writeFile(file, '2026-03-10 x\n')
    expect((await run([file])).events[0].nightjar.parser).toBe('raw@1')
    await writeFile(file, '{"@timestamp":"2026-03-10T12:00:00","ecs":{"version":"8"}}\n')
    const { events } = await run(['--format', 'json', '--zone', '60', file])
    expect(events[0]).toMatchObject({
      '@timestamp': '2026-03-10T11:00:00.000Z',
      nightjar: { parser: 'json@1' },
    })
  })

  it.each([
    ['an unknown format', ['--format', 'nope']],
    ['an unknown flag', ['--nope']],
    ['a missing file', ['/no/such/file']],
    ['a folder', [tmpdir()]],
    ['two files', ['a', 'b']],
    ['a zone that is none', ['--zone', '9999']],
  ])('answers 2 to %s, and writes no event', async (_, args) => {
    const { code, stdout, stderr } = await run(args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).not.toBe('')
  })

  it('explains itself', async () => {
    const { code, stdout } = await run(['--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('windows-evtx')
  })

  it('stops quietly when its reader goes away', async () => {
    let seen = 0
    const stdout = new Writable({
      highWaterMark: 1,
      write(_, __, done) {
        seen++
        done(seen === 3 ? Object.assign(new Error('gone'), { code: 'EPIPE' }) : null)
      },
    })
    const stdin = Readable.from(
      (function* () {
        while (true) yield `${FAILED}\n`
      })(),
    )
    expect(await parseVerb([], { stdin, stdout, stderr: stdout })).toBe(0)
    expect(seen).toBe(3)
  })
})
