import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshClickHouse } from '../../e2e/testkit/fresh-clickhouse.ts'
import { matchesSearch } from '../../e2e/testkit/matches-search.ts'
import { seededRandom } from '../../e2e/testkit/seeded-random.ts'
import { type Detection, SEVERITY_LEVELS } from '../event/detection.ts'
import type { Event, Fields, FieldValue } from '../event/event.ts'
import { parseSearch } from '../search/parse-search.ts'
import { grantScope } from '../tenant/grant-scope.ts'
import { insertDetections } from './insert-detections.ts'
import { insertEvents } from './insert-events.ts'
import { listEvents } from './queries/list-events.ts'

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
  '10.0.0.20',
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
  'event.code',
  'winlog.event_data.LogonType',
  'rule.name',
  'EventID',
  'User.Name',
  '@Timestamp',
]
/** Names that stand for others: SIGMA's, vendors', and what rules say of events. */
const OTHER_NAMES = [
  'src_ip',
  'EventID',
  'LogonType',
  'User',
  'CommandLine',
  'rule.name',
  'threat.technique.id',
  'USER.NAME',
  'EVENTID',
  'Raw',
  'RULE.NAME',
]

function randomValue(field: string): FieldValue {
  const one = (): FieldValue => {
    if (random() < 0.1)
      return pick<FieldValue>([true, pick(NUMBERS), pick(WORDS), [pick(WORDS), pick(WORDS)], [1, 'x']])
    if (field.endsWith('.ip')) return pick(IPS)
    if (field === 'source.port' || field === 'custom.number' || field === 'event.code') return pick(NUMBERS)
    if (field === 'custom.list' || field === 'event.category') return [pick(WORDS), pick(WORDS)]
    return field === 'message' ? pick(MESSAGES) : pick(WORDS)
  }
  return one()
}

const HOUR = 3_600_000_000_000n
const now = BigInt(Date.UTC(2026, 2, 18, 10, 20, 30)) * 1_000_000n
const tenantId = randomUUID()
const otherId = randomUUID()
const payloadId = '018f0000-0000-7000-8000-000000000001'

const events: Event[] = Array.from({ length: 400 }, (_, position) => ({
  eventId: randomUUID(),
  tenantId,
  sourceId: randomUUID(),
  site: '',
  payloadId,
  position,
  received: Date.now(),
  time: now - BigInt(Math.floor(random() * 80)) * HOUR + (random() < 0.2 ? 0n : 1n),
  raw: pick(LINES),
  parser: pick(['json@1', 'raw@1']),
  backfill: false,
  fields: Object.fromEntries(
    FIELDS.filter(() => random() < 0.6).map((field) => [field, randomValue(field)]),
  ) as Fields,
}))
/** The same in another tenant: whatever matches there must not show. */
const foreign = events.map((event) => ({ ...event, tenantId: otherId, eventId: randomUUID() }))

function detectionsOf(some: readonly Event[]): Detection[] {
  return some.map((event, index) => ({
    detectionId: randomUUID(),
    tenantId: event.tenantId,
    sourceId: event.sourceId,
    payloadId,
    eventId: event.eventId,
    eventTime: event.time,
    received: event.received,
    ruleId: `rule-${index % 3}`,
    ruleTitle: pick(['root', 'Admin at night', 'svc-backup']),
    level: pick(SEVERITY_LEVELS),
    attack: pick([[], ['T1059'], ['T1059.001', 'TA0002']]),
    entity: { site: '', kind: 'user', value: 'root' },
    backfill: false,
    shadow: false,
    ruleSet: 'v1',
  }))
}
const detections = detectionsOf(events.filter(() => random() < 0.3))

const TIMES = ['now', 'now-1h', 'now/d', 'now-1d/d', 'now-20h/h', '2026-03-17', '2026-03-18T03:20', '2026-03']

/** Of one kind, the lowest first. */
const BOUNDS = {
  numbers: ['0', '5', '22', '443', '500', '70000'],
  texts: ['a', 'm', 'root', 's'],
  addresses: ['::', '10.0.0.5', '10.0.0.6', '192.168.1.7', '2001:db8::1', 'fe80::1'],
}

function boundsOf(field: string): readonly string[] {
  if (/[._]ip$/.test(field)) return BOUNDS.addresses
  return field === 'source.port' ? BOUNDS.numbers : pick(Object.values(BOUNDS))
}

function rangeOf(field: string): string {
  const bounds = boundsOf(field)
  const middle = bounds.length / 2
  const low = pick([...bounds.slice(0, middle), '*'])
  return `${pick(['[', '{'])}${low} TO ${pick([...bounds.slice(middle), '*'])}${pick([']', '}'])}`
}

function randomSearch(depth: number): string {
  const kind = random()
  if (depth > 0 && kind < 0.45) {
    const [left, right] = [randomSearch(depth - 1), randomSearch(depth - 1)]
    if (kind < 0.15) return `(${left} or ${right})`
    if (kind < 0.25) return `(${left} and ${right})`
    if (kind < 0.3) return `(${left} && ${right}) || ${left}`
    return `${pick(['not ', '!', '-', 'NOT '])}(${left})`
  }
  const field = pick([
    ...FIELDS.filter((name) => name !== '@Timestamp'),
    ...OTHER_NAMES,
    'nightjar.parser',
    'raw',
    'missing',
  ])
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
        '/ for root /',
        '/password for (root|eve)/',
        '/^second line/',
        '/^failed$/',
        '/\\s-enc\\s/',
        'raw:/ for .* port /',
      ]),
    () =>
      `${field}:${pick(['root', 'ADMIN', 'svc-*', '*min', 'm?ller', 'МУЛЛ*', 'ПОЛЬЗ*', '""', '"a b"', 'a_b', '100%', '*', 'c\\\\d', 'r*t', 'json@1', '44*'])}`,
    () => `${field}:${number < 0 ? `"${number}"` : number}`,
    () => `${field} ${pick(['>', '>=', '<', '<='])} ${pick(boundsOf(field))}`,
    () => `${field}:${rangeOf(field)}`,
    () => `${field}:${rangeOf(field)}`,
    () =>
      `${field}:${pick(['10.0.0.0/8', '192.168.1.7/32', '2001:db8::/32', '::/0', '0.0.0.0/0', 'fe80::/10'])}`,
    () => `${field}:${pick(IPS.filter((ip) => ip !== '::'))}`,
    () => `${field}:${pick(['/^ro+t$/', '/mi/', '/[0-9]{2}/', '/м/', '/a.b/'])}`,
    () => `${field}:(root or admin and not x)`,
    () => `${field}:(! root)`,
    () => `_exists_:${field}`,
    () => `@timestamp ${pick(['>', '>=', '<', '<='])} ${pick(TIMES)}`,
    () => `@Timestamp:${pick(TIMES)}`,
    () => `@timestamp:[${pick(['*', '2026-03', '2026-03-17', 'now-20h/h'])} TO ${pick(TIMES.slice(0, 3))}}`,
    () => '@timestamp:{2026-03-17 TO 2026-03-18T03:20]',
    () => `rule.name:${pick(['root', 'admin*', '"Admin at night"', '*', '/^svc/'])}`,
    () => `rule.level ${pick(['>', '>=', '<', '<='])} ${pick(SEVERITY_LEVELS)}`,
    () => `rule.${pick(['level:high', 'id:rule-1', 'level:(low or critical)'])}`,
    () => `threat.technique.id:${pick(['T1059', 't1059*', '*', 'TA0002'])}`,
  ])()
}

let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
beforeAll(async () => {
  clickhouse = await freshClickHouse()
  await insertEvents(clickhouse.store, randomUUID(), [...events, ...foreign])
  await insertDetections(clickhouse.store, randomUUID(), [...detections, ...detectionsOf(foreign)])
})
afterAll(() => clickhouse.drop())

const searches = Array.from({ length: 300 }, (_, index) => randomSearch(index % 4))

it('finds what the same search finds in plain TypeScript', { timeout: 120_000 }, async () => {
  let found = 0
  for (const text of searches) {
    const parsed = parseSearch(text)
    if (!parsed.ok || parsed.tree === undefined) throw new Error(`${text}: ${JSON.stringify(parsed)}`)
    const { tree } = parsed
    const query = { range: { from: 0n, to: 2n ** 62n }, search: tree, now }
    const page = await listEvents(clickhouse.store, grantScope([tenantId]), query, { first: 1000 })
    const expected = events.filter((event) => matchesSearch(tree, event, { now, detections }))
    expect(idsOf(page.events), text).toEqual(idsOf(expected))
    found += page.events.length
  }
  expect(found).toBeGreaterThan(5000)
})

it.each([
  ['source.ip:010.0.0.5', '10.0.0.5'],
  ['source.ip:"::ffff:010.0.0.5"', '10.0.0.5'],
  ['source.ip:2001:DB8:0::0001', '2001:db8::1'],
  ['source.ip:::ffff:10.0.0.5', '10.0.0.5'],
])('%s finds the address, however it is written', async (text, address) => {
  const expected = events.filter(({ fields }) => [fields['source.ip']].flat().includes(address))
  expect(expected.length).toBeGreaterThan(5)
  expect(await search(text)).toEqual(idsOf(expected))
})

it.each([
  ['source.ip:[10.0.0.0 TO 10.255.255.255]', 'source.ip:10.0.0.0/8'],
  ['SOURCE.IP:10.0.0.5', 'source.ip:10.0.0.5'],
  ['src:10.0.0.0/8 or dst:10.0.0.5', 'source.ip:10.0.0.0/8 or destination.ip:10.0.0.5'],
  ['spt:[0 TO 443] or dpt:1', 'source.port:[0 TO 443]'],
  ['EventCode >= 22', 'event.code >= 22'],
  ['User.Name:root', 'user.name:root or USER.NAME:root or User.Name:root'],
  ['RULE.LEVEL:high or Rule.Level>=high', 'rule.level>=high'],
  ['@TIMESTAMP>=now-1d', '@timestamp>=now-1d'],
  ['source.ip>=::ffff:10.0.0.0 source.ip<11.0.0.0', 'source.ip:10.0.0.0/8'],
])('%s finds what %s finds', async (...texts) => {
  const [found, expected] = await Promise.all(texts.map(search))
  expect(expected?.length).toBeGreaterThan(5)
  expect(found).toEqual(expected)
})

async function search(text: string): Promise<string[]> {
  const parsed = parseSearch(text)
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed)}`)
  const query = { range: { from: 0n, to: 2n ** 62n }, search: parsed.tree, now }
  const { events: found } = await listEvents(clickhouse.store, grantScope([tenantId]), query, { first: 1000 })
  return idsOf(found)
}

it('says so where the engine cannot compile an expression', async () => {
  const parsed = parseSearch('/\\pL{1000}/')
  const query = { range: { from: 0n, to: 2n ** 62n }, search: parsed.ok ? parsed.tree : undefined }
  const asked = listEvents(clickhouse.store, grantScope([tenantId]), query, { first: 10 })
  await expect(asked).rejects.toMatchObject({ name: 'UserError', code: 'QUERY_TOO_LARGE' })
})

function idsOf(some: readonly Event[]): string[] {
  return some.map((event) => event.eventId).sort()
}

it('shows nothing of a tenant outside of the scope, whatever is searched', async () => {
  for (const text of ['not missing:x', 'root or not root', 'raw:*', 'rule.name:* or not rule.name:*']) {
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
