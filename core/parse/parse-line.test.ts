import { describe, expect, it } from 'vitest'
import { createFields } from './create-fields.ts'
import type { ParseStep } from './create-reader.ts'
import { createParseLine } from './parse-line.ts'
import type { ParseContext, Parser } from './parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const HEAD = '<86>Mar 10 12:00:00 web01'

const stub = (name: string, extra: Partial<Parser>): Parser => ({
  name,
  reads: 'lines of a test',
  version: 3,
  clues: [{ first: 'x' }],
  parse: () => ({ time: undefined, fields: createFields() }),
  samples: ['x'],
  ...extra,
})

describe('createParseLine', () => {
  it('keeps what nobody reads as raw', () => {
    const read = parseLine('??? 42', 'auto', context)
    expect(read).toEqual({ parser: 'raw@1', time: undefined, fields: { message: '??? 42' } })
  })

  it('lets an envelope carry a program, JSON, an access log or another envelope', () => {
    expect(parseLine(`${HEAD} sshd[7]: Invalid user bob from 10.0.0.7`, 'auto', context)).toMatchObject({
      parser: 'sshd@1',
      time: 1_773_144_000_000_000_000n,
      fields: {
        'host.name': 'web01',
        'process.pid': 7,
        'user.name': 'bob',
        'log.syslog.priority': 86,
        message: 'Invalid user bob from 10.0.0.7',
      },
    })
    const json = parseLine(
      `${HEAD} app: {"level":"warn","time":"2026-03-09T00:00:00Z","a":{"b":1}}`,
      'auto',
      context,
    )
    expect(json).toMatchObject({ parser: 'json@1', time: 1_773_014_400_000_000_000n, fields: { 'a.b': 1 } })
    expect(json.fields).not.toHaveProperty('message')
    const access = `${HEAD} nginx: 10.0.0.7 - - [10/Mar/2026:11:59:59 +0000] "GET / HTTP/1.1" 200 5`
    expect(parseLine(access, 'auto', context)).toMatchObject({
      parser: 'access-log@1',
      fields: { 'event.dataset': 'nginx.access', 'host.name': 'web01' },
    })
    expect(
      parseLine(`${HEAD} relay: <86>Mar 10 11:00:00 db01 su: (to root) anna on pts/0`, 'auto', context),
    ).toMatchObject({
      parser: 'su@1',
      fields: { 'host.name': 'db01', 'process.name': 'su' },
    })
  })

  it('gives the message of an envelope whose payload nobody reads', () => {
    expect(parseLine(`${HEAD} dnsmasq[812]: started`, 'auto', context)).toMatchObject({
      parser: 'syslog@1',
      fields: { message: 'started', 'process.name': 'dnsmasq' },
    })
  })

  it('tries the parser that the source names first, and others when it is wrong', () => {
    const line = '{"@timestamp":"2026-03-10T12:00:00Z","ecs":{"version":"8.11"}}'
    expect(parseLine(line, 'auto', context).parser).toBe('ecs@1')
    expect(parseLine(line, 'json', context).parser).toBe('json@1')
    expect(parseLine(line, 'sudo', context).parser).toBe('ecs@1')
    expect(parseLine(line, 'no-such-format', context).parser).toBe('ecs@1')
    const bare = 'anna : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/ls'
    expect(parseLine(bare, 'auto', context).parser).toBe('key-value@1')
    expect(parseLine(bare, 'sudo', context).parser).toBe('sudo@1')
    expect(parseLine(`${HEAD} sudo: ${bare}`, 'sshd', context).parser).toBe('sudo@1')
    expect(parseLine(`${HEAD} dnsmasq: started`, 'sshd', context).parser).toBe('syslog@1')
  })

  it('asks the highest rank first and goes on when it gives up', () => {
    const order: string[] = []
    const giveUp = (name: string) => () => {
      order.push(name)
      return undefined
    }
    const parse = createParseLine([
      stub('low', { rank: -1 }),
      stub('high', { rank: 9, parse: giveUp('high') }),
      stub('middle', { clues: [{ prefix: 'xy' }], parse: giveUp('middle') }),
      stub('elsewhere', { rank: 99, clues: [{ prefix: 'xz' }, { json: ['x'] }], parse: giveUp('elsewhere') }),
    ])
    expect(parse('xyz', 'auto', context).parser).toBe('low@3')
    expect(order).toEqual(['high', 'middle'])
  })

  it('chooses by JSON keys, all of which must be there', () => {
    const parse = createParseLine([
      stub('any', { clues: [{ json: [] }], rank: -1 }),
      stub('pair', { clues: [{ json: ['rare', 'common'] }] }),
    ])
    expect(parse('{"common":1,"rare":2}', 'auto', context).parser).toBe('pair@3')
    expect(parse('{"rare":2}', 'auto', context).parser).toBe('any@3')
    expect(parse('[1]', 'auto', context).parser).toBe('raw@1')
  })

  it('never throws: a line that breaks a parser comes back unread', () => {
    const parse = createParseLine([
      stub('broken', {
        parse: () => {
          throw new Error('oops')
        },
      }),
    ])
    expect(parse('x', 'auto', context)).toEqual({
      parser: 'raw@1',
      time: undefined,
      fields: { message: 'x', 'error.message': 'parser failed: oops' },
    })
  })

  it('gives absurd times as the line has them: whether they are believed is decided later', () => {
    expect(parseLine('{"time":"1969-12-31T23:59:59Z"}', 'auto', context).time).toBe(-1_000_000_000n)
    expect(parseLine('{"time":"9999-01-01T00:00:00Z"}', 'auto', context).time).toBe(
      BigInt(Date.UTC(9999, 0, 1)) * 1_000_000n,
    )
  })

  it('puts the sign for it where half of a pair of surrogates stands, and keeps NULs', () => {
    const read = parseLine('{"msg":"a\\ud800b\\u0000c","list":["\\udfff","d"]}', 'auto', context)
    expect(read.fields).toMatchObject({
      message: 'a\ufffdb\0c',
      list: ['\ufffd', 'd'],
      'nightjar.problem': ['lone_surrogate'],
    })
    expect(parseLine('{"msg":"\\ud83d\\udd12"}', 'auto', context).fields.message).toBe('🔒')
  })
})

describe('the trace', () => {
  it('tells who was asked, why, and who read what', () => {
    const steps: ParseStep[] = []
    const line = `${HEAD} sshd[7]: Accepted publickey for anna from 10.0.0.7 port 51826 ssh2`
    parseLine(line, 'json', context, (step) => steps.push(step))
    expect(steps[0]).toEqual({
      depth: 1,
      parser: expect.stringMatching(/^json@/),
      clue: 'named',
      took: false,
      fields: [],
    })
    expect(steps.filter(({ took }) => took)).toMatchObject([
      { depth: 1, parser: expect.stringMatching(/^syslog@/), clue: expect.anything(), took: true },
      { depth: 2, parser: expect.stringMatching(/^sshd@/), clue: { program: 'sshd' }, took: true },
    ])
    // Nobody is asked without a clue.
    expect(steps.filter(({ clue }) => clue === undefined)).toEqual([])
  })

  it('makes no difference to what is read', () => {
    const line = '{"time":"2026-03-10T12:00:00Z","msg":"x"}'
    expect(parseLine(line, 'auto', context, () => undefined)).toEqual(parseLine(line, 'auto', context))
  })
})
