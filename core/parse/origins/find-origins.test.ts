import { expect, test } from 'vitest'
import { createChance } from '../../../e2e/testkit/create-chance.ts'
import { parsers } from '../generated/registry.ts'
import { createParseLine } from '../parse-line.ts'
import { findOrigins, type Origins } from './find-origins.ts'
import { createReadText } from './reading.ts'

const read = createReadText(createParseLine(), 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

function originsOf(raw: string): Origins {
  const steps = findOrigins(raw, read)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

function told(raw: string, field: string) {
  const origin = originsOf(raw).fields.get(field)
  return (
    origin && [
      origin.kind,
      origin.parser.split('@')[0],
      ...origin.stretches.map(({ start, end }) => `${start}:${raw.slice(start, end)}`),
    ]
  )
}

const LOGIN = 'Failed password for root from 203.0.113.9 port 22 ssh2'
const SYSLOG = `<38>Mar 10 12:00:00 bastion sshd[22]: ${LOGIN}`

test.each([
  ['source.ip', ['line', 'sshd', '68:203.0.113.9']],
  ['source.port', ['line', 'sshd', '85:22']],
  ['process.pid', ['line', 'syslog', '33:22']],
  ['host.name', ['line', 'syslog', '20:bastion']],
  ['user.name', ['line', 'sshd', '58:root']],
  ['log.syslog.priority', ['line', 'syslog', '1:38']],
  ['log.syslog.severity.code', ['computed', 'syslog', '1:38']],
  ['event.outcome', ['parser', 'sshd']],
  ['@timestamp', ['computed', 'syslog', '4:Mar 10 12:00:00']],
  ['message', ['line', 'sshd', `38:${LOGIN}`]],
])('%s of a line of syslog', (field, origin) => {
  expect(told(SYSLOG, field)).toEqual(origin)
})

test('a value is shown where it was read, whatever else looks the same', () => {
  const raw = '{"time":"2026-03-10T12:00:00Z","a":"0","b":"0","c":{"d":"0","e":["0","1","0"]}}'
  expect(told(raw, 'b')).toEqual(['line', 'json', `${raw.indexOf('"b":"0') + 5}:0`])
  expect(told(raw, 'c.d')).toEqual(['line', 'json', `${raw.indexOf('"d":"0') + 5}:0`])
  const list = raw.indexOf('["0')
  expect(told(raw, 'c.e')).toEqual(['line', 'json', `${list + 2}:0`, `${list + 6}:1`, `${list + 10}:0`])
})

test('escapes of JSON and XML are followed', () => {
  const raw = String.raw`{"time":"2026-03-10T12:00:00Z","path":"C:\\Tools \"x\"\\\u0061b.exe","more":"x"}`
  expect(told(raw, 'path')?.at(-1)).toContain(String.raw`:C:\\Tools \"x\"\\\u0061b.exe`)
})

test('random objects with the same few values: each field points at the value of its own key', () => {
  const { pick, below } = createChance(7)
  const values = ['0', '1', '10', 'a', 'ab', 'x y', 'Ünï', '-', 'a"b', 'C:\\a']
  for (let turn = 0; turn < 60; turn++) {
    const names = Array.from({ length: 2 + below(8) }, (_, i) => `k${String.fromCharCode(97 + i)}`)
    const object = Object.fromEntries(names.map((name) => [name, pick(values)]))
    const raw = JSON.stringify(object)
    const { fields, reading } = originsOf(raw)
    for (const name of names) {
      const origin = fields.get(name)
      if (reading.fields.get(name) !== object[name] || origin?.kind !== 'line') continue
      const begins = raw.indexOf(`"${name}":`) + name.length + 4
      const ends = begins + JSON.stringify(object[name]).length - 2
      for (const { start, end } of origin.stretches) {
        expect([raw, name, start >= begins && end <= ends, start < end]).toEqual([raw, name, true, true])
      }
    }
  }
})

const DECODERS: ((text: string) => string)[] = [
  (text) => text,
  (text) =>
    text.replace(/\\(u[0-9a-f]{4}|.)/gis, (_, code: string) =>
      code.length > 1 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : code,
    ),
  (text) => text.replace(/\\[nrt]/g, ' '),
  (text) =>
    text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))).replace(/&\w+;/g, ' '),
  (text) =>
    text.replace(/%([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
]
const wordsIn = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether the words of the value stand in the text in their order. */
function holds(text: string, value: string): boolean {
  let at = 0
  const low = text.toLowerCase()
  return wordsIn(value).every((word) => {
    const found = low.indexOf(word, at)
    at = found + word.length
    return found >= 0
  })
}

test.each(parsers.map(({ name, samples }) => [name, samples] as const))(
  'samples of %s: the bytes of every field hold its value',
  (_, samples) => {
    for (const raw of samples) {
      const { fields, reading } = originsOf(raw)
      expect([...fields.keys()].sort()).toEqual([...reading.fields.keys()].sort())
      for (const [field, { kind, stretches }] of fields) {
        for (const { start, end } of stretches)
          expect([field, 0 <= start && start < end && end <= raw.length]).toEqual([field, true])
        expect([field, stretches.length > 0]).toEqual([field, kind !== 'parser'])
        if (kind !== 'line') continue
        const text = stretches.map(({ start, end }) => raw.slice(start, end)).join('\n')
        const value = [reading.fields.get(field) ?? ''].flat()
        const isThere = value.every((one) => DECODERS.some((decode) => holds(decode(text), String(one))))
        expect([field, value, text, isThere]).toEqual([field, value, text, true])
      }
    }
  },
)

test('a line that is too long to be tried word by word is read, and said to be so', () => {
  const { isComplete, fields, reading } = originsOf(`{"a":"${'word '.repeat(40_000)}"}`)
  expect([isComplete, reading.parser.split('@')[0]]).toEqual([false, 'json'])
  expect([...fields.values()].every(({ kind }) => kind === 'parser')).toBe(true)
})
