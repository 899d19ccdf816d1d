import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshClickHouse } from '../../../e2e/testkit/fresh-clickhouse.ts'
import type { Event, FieldValue, Scalar } from '../../event/event.ts'
import { insertEvents } from '../../store/insert-events.ts'
import { createMatcher } from '../match/create-matcher.ts'
import { readRules } from '../rule/read-rules.ts'
import { readLogSources } from '../sources/read-log-sources.ts'
import { matchedPositions } from './matched-positions.testkit.ts'

/** Random rules over random events, both seeded, live and on the engine: the same events must match. */

const random = seeded(20_261_126)
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
const chance = (share: number) => random() < share
const some = <T>(most: number, make: () => T): T[] =>
  Array.from({ length: 1 + Math.floor(random() * most) }, make)

const { families, errors } = readLogSources(
  `
product: [alpha, alef]
when:
  - { alpha.channel: '*' }
  - { event.module: alpha }
complete: { alpha.channel: '*', event.code: '*' }
prefixes: [alpha.data.]
fields:
  Code: event.code
  Ip: [source.ip, alpha.ip]
  Port: [source.port, alpha.port]
  Cmd: [alpha.cmd, process.command_line]
  Kind: event.category
  Text: message
  User: [user.name, alpha.user]
categories:
  start: { when: { alpha.channel: Start, event.code: ['1', '2'] }, fields: { User: [alpha.user, user.name] } }
  stop: { when: [{ alpha.channel: Stop }, { event.category: stopped }] }
services:
  front: { when: { alpha.channel: [Front, front-2] } }
---
product: beta
when: { event.module: beta }
categories:
  start: { when: { event.action: begun }, fields: { Cmd: beta.cmd } }
services:
  back: { when: { event.provider: back } }
`,
  'sources.yml',
)

const WORDS = [
  ...[
    'root',
    'Root',
    'ROOT.exe',
    'a',
    'A b',
    'ab',
    'a*b',
    'a?b',
    '100%',
    'a_b',
    'c\\d',
    'C:\\Users\\*\\x',
    "o'k",
  ],
  ...[
    '',
    ' ',
    'null',
    'true',
    'TRUE',
    '0',
    '00',
    '42',
    '4.20e1',
    ' 42 ',
    '-7',
    '+7',
    '5.',
    '.5',
    '1e999',
    '0x1f',
  ],
  ...['Straße', 'STRASSE', 'İstanbul', 'istanbul', 'ΟΔΟΣ', 'οδος', 'οδοσ', 'Kelvin', 'kelvin', 'Мир', 'мИР'],
  ...[
    '😀',
    'x😀y',
    'é',
    'e\u0301',
    '\u00a042\u00a0',
    'ab\ncd',
    'AB\r\nCD\n',
    '\n',
    'tab\there',
    'nul\u0000byte',
  ],
  ...[
    '-enc x',
    '/enc x',
    '–enc x',
    'cm9vdA==',
    'xxcm9vdAxx',
    'r\u0000o\u0000o\u0000t\u0000',
    'ſ',
    'ﬀ',
    'Ꙁ',
    '𐐀',
    '𐐨',
  ],
]
const IPS = [
  ...[
    '10.0.0.5',
    '10.200.3.4',
    '010.000.000.005',
    '192.168.1.7',
    '256.1.1.1',
    '10.0.0',
    '10.0.0.5.6',
    ' 10.0.0.5 ',
  ],
  ...[
    '2001:db8::1',
    '2001:DB8::1',
    '2001:db8:0:0:0:0:0:1',
    'fe80::1%eth0',
    '::ffff:10.0.0.5',
    '::FFFF:a00:5',
    '::',
  ],
  ...[
    '::1',
    '::10.0.0.5',
    '1:2:3:4:5:6:7:8',
    '1::2:0:0:3',
    '1:0:0:2::3',
    '64:ff9b::10.0.0.5',
    '00001::',
    ':::',
    '1::2::3',
  ],
  ...[
    'fe80::1%a b',
    '10.0.0.5%eth0',
    '::ffff:010.0.0.5',
    '1:2:3:4:5:6:10.0.0.5',
    '::ffff:10.0.0.5.',
    'unknown',
    '-',
  ],
]
const NUMBERS = [
  0, 1, 7, 42, 443, 65_535, 65_536, 70_000, -7, 0.5, 1e21, 4_294_967_296, 9_007_199_254_740_991, -0,
]
const TIMES = [
  ...[
    '2024-02-29',
    '2023-02-29',
    '2024-12-30T23:59:59Z',
    '2024-12-30 23:59:59.123456789+00:30',
    '2021-01-03T00:30Z',
  ],
  ...[
    '1601-01-01T00:00:00Z',
    '0000-01-01T00:00+05:00',
    '9999-12-31T23:59:59-05:00',
    '2299-12-31T23:59-00:01',
  ],
  ...[
    '1900-01-01T00:00:00+0100',
    '2024-13-01',
    '2024-00-10',
    '2024-06-31',
    '2024-06-30T24:00:00Z',
    '2024-06-30T23:60Z',
  ],
  ...[
    '2024-06-30T23:59:60Z',
    '2024-06-30T23:59:00,5 Z',
    '2024-06-30T12:00+24:00',
    '2024-06-30T12:00',
    '2000-02-29T12:00:00',
  ],
]

const FIELDS = [
  ...[
    'alpha.channel',
    'event.code',
    'event.module',
    'event.action',
    'event.provider',
    'event.category',
    'event.outcome',
  ],
  ...[
    'source.ip',
    'alpha.ip',
    'destination.ip',
    'source.port',
    'alpha.port',
    'source.bytes',
    'message',
    'user.name',
  ],
  ...[
    'alpha.user',
    'alpha.cmd',
    'process.command_line',
    'beta.cmd',
    'alpha.data.Free',
    'Free',
    'tags',
    'When',
    'log.level',
  ],
]
const SOURCE_WORDS = [
  'Start',
  'START',
  'Stop',
  'Front',
  'front-2',
  '1',
  '2',
  'alpha',
  'beta',
  'begun',
  'back',
  'stopped',
]

function scalarFor(field: string): Scalar {
  if (chance(0.1)) return pick<Scalar>([true, false, ...NUMBERS])
  if (field === 'When') return chance(0.7) ? pick(TIMES) : pick(WORDS)
  if (field.endsWith('ip')) return chance(0.85) ? pick(IPS) : pick(WORDS)
  if (/port|bytes/.test(field)) return chance(0.7) ? pick(NUMBERS) : pick(['443', '0443', '65536', '', '42 '])
  if (/channel|code|module|action|provider|category/.test(field) && chance(0.8)) return pick(SOURCE_WORDS)
  return chance(0.3) ? some(3, () => pick(WORDS)).join(pick(['', ' ', '\n'])) : pick(WORDS)
}

function valueFor(field: string): FieldValue {
  if (chance(0.15)) return some(chance(0.05) ? 1_100 : 4, () => scalarFor(field))
  return scalarFor(field)
}

function randomEvent(position: number): Event {
  const fields: Record<string, FieldValue> = {}
  for (const field of FIELDS) if (chance(0.45)) fields[field] = valueFor(field)
  const words = some(4, () => pick(WORDS)).join(' ')
  const raw = pick([
    () => words,
    () => `${words} ${String(fields.message ?? '')}`,
    () => JSON.stringify(fields),
    () => `${pick([' ', '\u00a0\n', ''])}<${pick(['a', 'Z', '?', '!', '1', 'ſ'])}>${words}`,
    () => `[${words}]`,
    () => '',
    () => `${'long '.repeat(5_000)}${words}`,
  ])()
  return {
    ...{ eventId: randomUUID(), tenantId, sourceId: tenantId, site: '', payloadId: tenantId, position },
    ...{ received: 1_790_000_000_000, time: 1_790_000_000_000_000_000n + BigInt(position) },
    ...{ raw, parser: 'json@1', backfill: false, fields },
  }
}

const RULE_FIELDS = [
  ...[
    'Code',
    'Ip',
    'Ip',
    'Port',
    'Cmd',
    'Cmd',
    'Kind',
    'Text',
    'Text',
    'User',
    'Free',
    'When',
    'When',
    'tags',
  ],
  ...[
    'source.ip',
    'destination.ip',
    'source.bytes',
    'process.command_line',
    'Missing',
    'event.outcome',
    'log.level',
  ],
]
const NETWORKS = [
  ...[
    '10.0.0.0/8',
    '10.0.0.5',
    '10.0.0.4/31',
    '0.0.0.0/0',
    '192.168.1.7/32',
    '::/0',
    '::ffff:0:0/96',
    '::ffff:10.0.0.0/104',
  ],
  ...['2001:db8::/32', 'fe80::/10', '::1/128', '::/96', '::/128', '1::/16'],
]
const REGEXES = [
  ...[
    'a.b',
    '^root$',
    '^ab$',
    'b$',
    'b.c',
    '(?i)straße',
    '[[:upper:]]',
    '\\bcd\\b',
    '\\d{2}',
    'x|y',
    '^$',
    '(a+)+$',
    '.',
  ],
  ...[
    '\\x{1F600}',
    '\\pL',
    'İ',
    'k',
    'ς$',
    's',
    '(?s:b.c)',
    '[^a-z]',
    '\\s',
    '^.$',
    'exe',
    '(?m)^cd$',
    '\\.exe',
    'a\\*b',
    '\\QC:\\Users\\E',
  ],
]

const quoted = (value: unknown) => (typeof value === 'string' ? JSON.stringify(value) : String(value))

function pattern(): string {
  const word = pick(WORDS)
  const characters = [...word]
  const inner = chance(0.5)
    ? characters.slice(Math.floor(random() * 2), 1 + Math.floor(random() * 6)).join('')
    : word
  return pick([
    () => inner,
    () => inner.toUpperCase(),
    () => inner.toLowerCase(),
    () => `*${inner}`,
    () => `${inner}*`,
    () => `?${[...inner].slice(1).join('')}`,
    () => `*${[...inner].slice(0, 2).join('')}*${[...inner].slice(2).join('')}`,
    () => `${[...inner].slice(0, -1).join('')}?`,
    () => inner.replaceAll('*', '\\*').replaceAll('?', '\\?'),
    () => '*',
    () => '?*',
  ])()
}

function item(): string {
  const field = pick(RULE_FIELDS)
  const list = (make: () => string) => {
    const values = some(chance(0.1) ? 300 : 4, make)
    return values.length === 1 ? values[0] : `[${values.join(', ')}]`
  }
  const text = () => quoted(pattern())
  const all = pick(['', '', '|all'])
  const cased = pick(['', '', '|cased'])
  const than = pick(['lt', 'lte', 'gt', 'gte'])
  return pick([
    () => `${field}: ${list(text)}`,
    () => `${field}${cased}: ${list(text)}`,
    () => `${field}|${pick(['contains', 'startswith', 'endswith'])}${all}${cased}: ${list(text)}`,
    () => `${field}|${pick(['contains', 'startswith', 'endswith'])}: ${list(text)}`,
    () => `${field}|neq: ${list(text)}`,
    () => `${field}: ${list(() => quoted(pick<unknown>([...NUMBERS, true, false, null])))}`,
    () => `${field}: ${pick(['null', "''", '[null, a]'])}`,
    () => `${field}|exists: ${chance(0.5)}`,
    () =>
      `${field}|re${pick(['', '|i', '|m', '|s', '|i|m|s'])}${pick(['', '', '|contains', '|startswith', '|endswith'])}: ${quoted(pick(REGEXES))}`,
    () => `${pick(['Ip', 'Ip', 'source.ip', 'Free'])}|cidr: ${list(() => quoted(pick(NETWORKS)))}`,
    () => `${pick(['Port', 'Free', 'Cmd', 'source.bytes'])}|${than}: ${pick(NUMBERS)}`,
    () =>
      `When|${pick(['minute', 'hour', 'day', 'week', 'month', 'year'])}${pick(['', `|${than}`])}: ${pick([0, 1, 6, 12, 29, 30, 31, 52, 53, 59, 1600, 2024, 9999])}`,
    () =>
      `${field}|fieldref${cased}${pick(['', '|contains', '|startswith', '|endswith'])}: ${pick(RULE_FIELDS)}`,
    () =>
      `${field}|${pick(['base64offset|contains', 'base64|contains', 'wide|contains', 'utf16le|base64offset|contains'])}: ${pick(['root', 'ro', 'r'])}`,
    () => `${field}|windash|contains${all}: ${list(() => quoted(pick(['-enc', ' /enc', '-e -x'])))}`,
  ])()
}

function selection(name: string): string {
  if (chance(0.15)) return `  ${name}:\n${some(4, () => `    - ${quoted(pattern())}`).join('\n')}`
  if (chance(0.1))
    return `  ${name}:\n    ${pick(['"|all"', '"|re"', '"|contains"', '"|cased"', '"|gt"'])}: ${chance(0.6) ? '7' : quoted(pick(['root', 'a', 'exe']))}`
  const map = (indent: string, first: string) => {
    const items = new Map(some(3, item).map((text) => [text.slice(0, text.indexOf(':')), text]))
    return [...items.values()].map((text, i) => `${i === 0 ? first : indent}${text}`).join('\n')
  }
  if (chance(0.2)) return `  ${name}:\n${some(3, () => map('      ', '    - ')).join('\n')}`
  return `  ${name}:\n${map('    ', '    ')}`
}

const SOURCES = [
  ...[
    'product: alpha',
    'product: alpha, category: start',
    'category: start',
    'product: alef, service: front',
    'product: beta',
  ],
  ...[
    'service: back',
    'product: beta, category: start',
    'category: unknown',
    'product: gamma',
    'product: alpha, category: stop, service: front',
  ],
]
const CONDITIONS = [
  ...[
    'a',
    'a',
    'not a',
    'a and b',
    'a or b',
    'a and not b',
    'not a and not b',
    '(a or b) and not c',
    'not (a and b) or c',
  ],
  ...['1 of *', 'all of *', 'not 1 of them', 'a and not 1 of *', 'not (not a or not (b and not c))'],
]

function randomRule(number: number): string {
  return `title: Rule ${number}
logsource: { ${pick(SOURCES)} }
detection:
${['a', 'b', 'c'].map(selection).join('\n')}
  condition: ${pick(CONDITIONS)}`
}

const tenantId = randomUUID()
const events = Array.from({ length: 600 }, (_, position) => randomEvent(position))
const texts = Array.from({ length: 900 }, (_, number) => randomRule(number))
const read = texts.map((text) => readRules(text, 'random.yml'))
const rules = read.flatMap((one) => one.rules)

let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
beforeAll(async () => {
  clickhouse = await freshClickHouse()
  await insertEvents(clickhouse.store, randomUUID(), events)
})
afterAll(() => clickhouse.drop())

it('random rules match the same events in the store as in the stream', { timeout: 240_000 }, async () => {
  expect(errors).toEqual([])
  expect(rules.length).toBeGreaterThan(500)
  const matcher = createMatcher(rules, families)
  const live = new Map(rules.map((rule) => [rule, [] as number[]]))
  for (const event of events) for (const rule of matcher.match(event)) live.get(rule)?.push(event.position)
  const past = await matchedPositions(clickhouse.store, tenantId, rules, families)
  const differing = rules.filter((rule) => String(live.get(rule)) !== String(past.get(rule)))
  expect(differing.map(({ text }) => text)).toEqual([])
  const shares = [...live.values()].map((positions) => positions.length)
  expect(shares.filter((count) => count > 0 && count < events.length).length).toBeGreaterThan(200)
})

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
