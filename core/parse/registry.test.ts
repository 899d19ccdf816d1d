import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createChooser } from './choose-parsers.ts'
import { parsers } from './generated/registry.ts'
import { createLine } from './line.ts'
import { createParseLine } from './parse-line.ts'
import type { ParseContext } from './parser.ts'

const chooser = createChooser(parsers)
const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const folder = new URL('./parsers/', import.meta.url)
const files = readdirSync(folder).filter((file) => file.endsWith('.ts'))

/** Deterministic noise, so that a failure repeats. */
function createNoise(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function randomText(random: () => number, length: number): string {
  let text = ''
  for (let i = 0; i < length; i++)
    text += String.fromCharCode(Math.floor(random() * (random() < 0.9 ? 128 : 65_536)))
  return text
}

const program = (name: string): string | undefined => {
  const clue = parsers.find((parser) => parser.name === name)?.clues.find((one) => 'program' in one)
  return clue && 'program' in clue ? clue.program : undefined
}

const isScalar = (value: unknown): boolean =>
  ['string', 'boolean'].includes(typeof value) || Number.isFinite(value)
const isFieldValue = (value: unknown): boolean =>
  isScalar(value) || (Array.isArray(value) && value.every(isScalar))

describe('the registry', () => {
  it('holds every file of the folder, each with a test beside it', () => {
    const names = files.filter((file) => !file.endsWith('.test.ts')).map((file) => file.slice(0, -3))
    expect(parsers.map(({ name }) => name)).toEqual(names.sort())
    const tested = files.filter((file) => file.endsWith('.test.ts')).map((file) => file.slice(0, -8))
    expect(tested.sort()).toEqual(names)
  })

  it('is written by its generator', () => {
    const text = readFileSync(new URL('./generated/registry.ts', import.meta.url), 'utf8')
    for (const { name } of parsers) expect(text).toContain(`from '../parsers/${name}.ts'`)
  })
})

describe.each(parsers.map((parser) => [parser.name, parser] as const))('%s', (name, parser) => {
  it('has a version, clues and samples', () => {
    expect(parser.version).toBeGreaterThanOrEqual(1)
    expect(parser.clues.length).toBeGreaterThan(0)
    expect(parser.samples.length).toBeGreaterThan(0)
  })

  it.each(parser.samples)('reads its sample: %s', (sample) => {
    const line = createLine(sample, program(name))
    const asked = [...chooser.ofProgram(line), ...chooser.ofText(line)]
    expect(asked.map((one) => one.name)).toContain(name)
    const parsed = parser.parse(line, context)
    expect(Object.keys(parsed?.fields ?? {}).length).toBeGreaterThan(0)
    for (const value of Object.values(parsed?.fields ?? {})) {
      expect(isFieldValue(value)).toBe(true)
      if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
    }
  })

  it('reads the sample in a syslog envelope too', () => {
    for (const sample of parser.samples.filter(() => name !== 'syslog')) {
      const tag = program(name) ?? 'app'
      const read = parseLine(`<13>Mar 10 12:00:00 web01 ${tag}[7]: ${sample}`, 'auto', context)
      expect([read.parser, read.fields['host.name'] !== undefined]).toEqual([
        `${name}@${parser.version}`,
        true,
      ])
    }
  })

  it('survives truncated, mangled and noisy samples', () => {
    const random = createNoise(7)
    for (const sample of parser.samples) {
      for (let i = 0; i < 120; i++) {
        const cut = Math.floor(random() * sample.length)
        const mangled =
          sample.slice(0, cut) + randomText(random, 3) + sample.slice(cut + Math.floor(random() * 9))
        for (const text of [sample.slice(0, cut), sample.slice(cut), mangled, `${sample}${sample}`]) {
          for (const format of ['auto', name]) {
            const read = parseLine(text, format, context)
            expect(read.fields['error.message'] ?? '').not.toMatch(/^parser failed/)
          }
        }
      }
    }
  })

  it('takes time that grows no faster than the line', () => {
    for (const sample of parser.samples) {
      const open = sample.startsWith('{') ? '{"k":"' : sample.slice(0, Math.ceil(sample.length / 2))
      const close = sample.startsWith('{') ? `",${sample.slice(1)}` : ''
      for (const filler of ['a', ' ', '"', '\\', '[', '=', ' : ', ', ', ' from ', '%20', '0.']) {
        const escaped = sample.startsWith('{') ? JSON.stringify(filler).slice(1, -1) : filler
        const cost = (size: number): number => {
          const text = open + escaped.repeat(size / filler.length) + close
          const start = process.cpuUsage().user
          parseLine(text, name, context)
          return process.cpuUsage().user - start
        }
        cost(20_000)
        const small = Math.min(cost(20_000), cost(20_000), cost(20_000))
        const large = Math.min(cost(320_000), cost(320_000))
        // 16 times the line: linear is 16, quadratic 256; tiny times are all noise.
        expect(large).toBeLessThan(Math.max(small, 1_000) * 96)
      }
    }
  })
})

describe('hostile lines', () => {
  const deep = 20_000
  it.each([
    ['nothing', ''],
    ['white space', ' \t\r\n '],
    ['NUL', '\0\0\0'],
    ['a byte order mark', '\uFEFF'],
    ['a lone surrogate', 'Mar 10 12:00:00 h sshd[1]: Failed password for \uD800 from 10.0.0.7 port 1 ssh2'],
    ['deep arrays', `${'['.repeat(deep)}${']'.repeat(deep)}`],
    ['deep objects', `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`],
    ['deep arrays in an object', `{"a":${'['.repeat(deep)}${']'.repeat(deep)}}`],
    ['many keys', `{${Array.from({ length: 50_000 }, (_, i) => `"k${i}":${i}`).join()}}`],
    ['many objects in a list', `{"a":[${Array.from({ length: 50_000 }, (_, i) => `{"k${i}":1}`).join()}]}`],
    ['a long key', `{"${'k'.repeat(1_000_000)}":1}`],
    [
      'special names',
      '{"__proto__":{"x":1},"constructor":{"prototype":{"y":2}},"toString":3,"hasOwnProperty":"z"}',
    ],
    [
      'special names as event data',
      '{"EventID":1,"Channel":"c","SourceName":"Microsoft-Windows-Sysmon","constructor":1,"__proto__":2}',
    ],
    [
      'special names as words',
      '{"EventID":4624,"Channel":"Security","SourceName":"Microsoft-Windows-Security-Auditing","Level":"constructor","Keywords":"toString","LogonType":"valueOf"}',
    ],
    ['special names in sudo', '<13>Mar 10 12:00:00 h sudo: a : constructor=1 ; TTY=x ; COMMAND=y'],
    ['special programs', '<13>Mar 10 12:00:00 h constructor[1]: x'],
    ['a huge number', '{"ts":1e400,"time":-1,"timestamp":99999999999999999999,"a":[1,1e400]}'],
    ['envelopes in envelopes', '<13>Mar 10 12:00:00 h a: '.repeat(200)],
  ])('%s', (_, raw) => {
    for (const format of ['auto', 'no-such-format', ...parsers.map(({ name }) => name)]) {
      const read = parseLine(raw, format, context)
      expect(read.fields['error.message']).toBeUndefined()
      expect(Object.keys(read.fields).length).toBeLessThan(1_100)
      expect(Object.values(read.fields).filter((value) => !isFieldValue(value))).toEqual([])
      expect(() => JSON.stringify(read.fields)).not.toThrow()
    }
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  it('random bytes', () => {
    const random = createNoise(42)
    for (let i = 0; i < 3_000; i++) {
      const raw = randomText(random, Math.floor(random() * 300))
      const read = parseLine((random() < 0.3 ? '<13>' : '') + raw, 'auto', context)
      expect(read.fields['error.message']).toBeUndefined()
    }
  })
})
