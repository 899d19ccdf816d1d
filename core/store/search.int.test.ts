import { randomUUID } from 'node:crypto'
import { RE2JS } from 're2js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshClickHouse } from '../../e2e/testkit/fresh-clickhouse.ts'
import { seededRandom } from '../../e2e/testkit/seeded-random.ts'
import { parseIp } from '../detect/values/parse-ip.ts'
import { columnOf } from '../event/columns.ts'
import type { Event, Fields, FieldValue } from '../event/event.ts'
import { parseSearch } from '../search/parse-search.ts'
import type { Bound, Pattern, SearchNode } from '../search/search-node.ts'
import { grantScope } from '../tenant/grant-scope.ts'
import { insertEvents } from './insert-events.ts'
import { listEvents } from './queries/list-events.ts'

/** Everything below is the meaning of a search, said a second time in plain TypeScript and held against the SQL. */

const random = seededRandom(20_261_123)
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T

const WORDS = [
  'root',
  'Root',
  'admin',
  'ADMIN',
  'svc-backup',
  'Müller',
  'müller',
  'пользователь',
  'a b',
  'x',
  '100%',
  'a_b',
  'c\\d',
  '',
]
const IPS = [
  '10.0.0.5',
  '10.1.2.3',
  '192.168.1.7',
  '2001:db8::1',
  '2001:db8::ffff:1',
  'fe80::1',
  'unknown',
  '::',
]
const NUMBERS = [0, 1, 22, 80, 443, 4625, 65_535, 70_000, -1, 1.5]
const LINES = [
  'Failed password for root from 10.0.0.5 port 22',
  'powershell.exe -enc SQBFAFgA C:\\Windows\\System32',
  'user=Müller opened "c:/temp/a b.txt"',
  'GET /admin/login?x=1 HTTP/1.1 404',
  'password=hunter2\nsecond line\t100%',
  '',
]
const MESSAGES = [
  'Failed password for root',
  'Failed',
  'second line',
  'not in the line: Root',
  'hunter',
  'Müller opened',
]
const FIELDS = [
  'user.name',
  'process.command_line',
  'source.ip',
  'destination.ip',
  'source.port',
  'event.category',
  'custom.text',
  'custom.list',
  'custom.number',
  'message',
]

function randomValue(field: string): FieldValue {
  const one = (): FieldValue => {
    if (random() < 0.1)
      return pick<FieldValue>([true, pick(NUMBERS), pick(WORDS), [pick(WORDS), pick(WORDS)], [1, 'x']])
    if (field.endsWith('.ip')) return pick(IPS)
    if (field === 'source.port' || field === 'custom.number') return pick(NUMBERS)
    if (field === 'custom.list' || field === 'event.category') return [pick(WORDS), pick(WORDS)]
    return field === 'message' ? pick(MESSAGES) : pick(WORDS)
  }
  return one()
}

const tenantId = randomUUID()
const events: Event[] = Array.from({ length: 400 }, (_, position) => ({
  eventId: randomUUID(),
  tenantId,
  sourceId: randomUUID(),
  site: '',
  payloadId: '018f0000-0000-7000-8000-000000000001',
  position,
  received: Date.now(),
  time: BigInt(Date.now()) * 1_000_000n,
  raw: pick(LINES),
  parser: pick(['json@1', 'raw@1']),
  backfill: false,
  fields: Object.fromEntries(
    FIELDS.filter(() => random() < 0.6).map((field) => [field, randomValue(field)]),
  ) as Fields,
}))

function randomSearch(depth: number): string {
  const kind = random()
  if (depth > 0 && kind < 0.45) {
    const [left, right] = [randomSearch(depth - 1), randomSearch(depth - 1)]
    if (kind < 0.15) return `(${left} or ${right})`
    if (kind < 0.3) return `(${left} and ${right})`
    return `not (${left})`
  }
  const field = pick([...FIELDS, 'nightjar.parser', 'raw', 'missing'])
  const number = pick(NUMBERS)
  return pick<() => string>([
    () =>
      pick([
        'root',
        'failed',
        'pass*',
        '*word',
        'power*.exe',
        '"for root from"',
        '-enc',
        'müller',
        'MÜLLER',
        'hunter?',
        '10.0.0.5',
        '100%',
        'c:\\\\windows',
        'http/1.1',
        'second',
      ]),
    () =>
      `${field}:${pick(['root', 'ADMIN', 'svc-*', '*min', 'm?ller', 'МУЛЛ*', 'ПОЛЬЗ*', '""', '"a b"', 'a_b', '100%', '*', 'c\\\\d', 'r*t', 'json@1', '44*'])}`,
    () => `${field}:${number < 0 ? `"${number}"` : number}`,
    () => `${field} ${pick(['>', '>=', '<', '<='])} ${Math.abs(number)}`,
    () => `${field}:[${pick(['a', '5', '*'])} TO ${pick(['s', '500', '*'])}}`,
    () =>
      `${field}:${pick(['10.0.0.0/8', '192.168.1.7/32', '2001:db8::/32', '::/0', '0.0.0.0/0', 'fe80::/10'])}`,
    () => `${field}:${pick(IPS.filter((ip) => ip !== '::'))}`,
    () => `${field}:${pick(['/^ro+t$/', '/mi/', '/[0-9]{2}/', '/м/', '/a.b/'])}`,
    () => `${field}:(root or admin and not x)`,
  ])()
}

let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
beforeAll(async () => {
  clickhouse = await freshClickHouse()
  await insertEvents(clickhouse.store, randomUUID(), events)
})
afterAll(() => clickhouse.drop())

const searches = Array.from({ length: 200 }, (_, index) => randomSearch(index % 4))

it('finds what the same search finds in plain TypeScript', { timeout: 120_000 }, async () => {
  let found = 0
  for (const text of searches) {
    const parsed = parseSearch(text)
    if (!parsed.ok || parsed.tree === undefined) throw new Error(`${text}: ${JSON.stringify(parsed)}`)
    const { tree } = parsed
    const range = { from: 0n, to: 2n ** 62n }
    const page = await listEvents(
      clickhouse.store,
      grantScope([tenantId]),
      { range, search: tree },
      { first: 1000 },
    )
    const positions = page.events.map((event) => event.position).sort((a, b) => a - b)
    const expected = events.filter((event) => matches(tree, event)).map((event) => event.position)
    expect(positions, text).toEqual(expected)
    found += positions.length
  }
  expect(found).toBeGreaterThan(500)
})

it('shows nothing of a tenant outside of the scope, whatever is searched', async () => {
  for (const text of ['not missing:x', 'root or not root', 'raw:*']) {
    const parsed = parseSearch(text)
    const search = parsed.ok ? parsed.tree : undefined
    const range = { from: 0n, to: 2n ** 62n }
    const page = await listEvents(
      clickhouse.store,
      grantScope([randomUUID()]),
      { range, search },
      { first: 10 },
    )
    expect(page.events).toEqual([])
  }
})

function matches(node: SearchNode, event: Event): boolean {
  switch (node.kind) {
    case 'and':
      return node.nodes.every((child) => matches(child, event))
    case 'or':
      return node.nodes.some((child) => matches(child, event))
    case 'not':
      return !matches(node.node, event)
    case 'words':
      return prose(event).some((text) => hasWords(node.pattern, text))
    case 'is':
      if (node.field === 'raw')
        return node.pattern.length === 0 ? event.raw === '' : hasWords(node.pattern, event.raw)
      if (
        node.field === 'message' &&
        typeof event.fields.message === 'string' &&
        event.fields.message !== ''
      ) {
        return node.pattern.length > 0 && hasWords(node.pattern, event.fields.message)
      }
      return valuesOf(event, node.field).some((text) => isValue(node.field, node.pattern, text))
    case 'exists':
      return valuesOf(event, node.field).length > 0
    case 'range':
      return valuesOf(event, node.field).some((text) => inRange(text, node.low, node.high))
    case 'network':
      return valuesOf(event, node.field).some((text) => inNetwork(node.network, text))
    case 'regex': {
      const regex = RE2JS.compile(node.regex, RE2JS.CASE_INSENSITIVE | RE2JS.DOTALL)
      return valuesOf(event, node.field ?? 'raw').some((text) => regex.matcher(text).find())
    }
  }
}

function prose(event: Event): string[] {
  const { message } = event.fields
  return typeof message === 'string' ? [event.raw, message] : [event.raw]
}

function valuesOf(event: Event, field: string): string[] {
  if (field === 'raw') return [event.raw]
  if (field === 'nightjar.parser') return [event.parser]
  const value = event.fields[field]
  return value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)]
}

function isAscii(text: string): boolean {
  return [...text].every((character) => (character.codePointAt(0) ?? 0) < 0x80)
}

function foldFor(search: string, text: string): string {
  return isAscii(search) ? text.replace(/[A-Z]/g, (capital) => capital.toLowerCase()) : text.toLowerCase()
}

function textOf(pattern: Pattern): string {
  return pattern.map((part) => (typeof part === 'string' ? part : part.text)).join('')
}

function toRegex(pattern: Pattern, any: string, one: string): string {
  const body = pattern.map((part) => {
    if (part === '*') return any
    return part === '?' ? one : foldFor(textOf(pattern), part.text).replace(/[\\^$.|?*+()[\]{}/]/g, '\\$&')
  })
  return body.join('')
}

function isValue(field: string, pattern: Pattern, text: string): boolean {
  const isPlain = pattern.every((part) => typeof part === 'object')
  const wanted = textOf(pattern)
  const [left, right] = [parseIp(wanted), parseIp(text)]
  if (columnOf(field)?.type === 'ip' && isPlain && left && right && text !== '::')
    return left.join() === right.join()
  return new RegExp(`^${toRegex(pattern, '[^]*', '[^]')}$`, 'u').test(foldFor(wanted, text))
}

const WORD = '[0-9A-Za-z\\u{80}-\\u{10ffff}]'

function hasWords(pattern: Pattern, text: string): boolean {
  const wanted = textOf(pattern)
  const isWord = (part: Pattern[number] | undefined, at: number) =>
    typeof part === 'object' && new RegExp(WORD, 'u').test([...part.text].at(at) ?? '')
  const before = isWord(pattern[0], 0) ? `(?<!${WORD})` : ''
  const after = isWord(pattern.at(-1), -1) ? `(?!${WORD})` : ''
  const body = toRegex(pattern, '[^\\t\\n\\f\\r ]*', '[^\\t\\n\\f\\r ]')
  return new RegExp(`${before}${body}${after}`, 'u').test(foldFor(wanted, text))
}

function inRange(text: string, low: Bound | undefined, high: Bound | undefined): boolean {
  const isNumber = (value: string) => /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value)
  const bounds = [low, high].filter((bound) => bound !== undefined)
  const numeric = bounds.every((bound) => isNumber(bound.value))
  if (numeric && !isNumber(text)) return false
  const compare = (bound: Bound) =>
    numeric
      ? Number(text) - Number(bound.value)
      : Buffer.compare(
          Buffer.from(foldFor(bound.value, text)),
          Buffer.from(foldFor(bound.value, bound.value)),
        )
  const above = low === undefined || (low.inclusive ? compare(low) >= 0 : compare(low) > 0)
  return above && (high === undefined || (high.inclusive ? compare(high) <= 0 : compare(high) < 0))
}

function inNetwork(network: string, text: string): boolean {
  const [address = '', length] = network.split('/')
  const bits = (ip: string) =>
    parseIp(ip)
      ?.map((group) => group.toString(2).padStart(16, '0'))
      .join('')
  const isV6 = address.includes(':')
  if (isV6 !== text.includes(':') || text === '::') return false
  const prefix = Number(length) + (isV6 ? 0 : 96)
  return bits(text) !== undefined && bits(text)?.slice(0, prefix) === bits(address)?.slice(0, prefix)
}
