import { randomUUID } from 'node:crypto'
import { createClient } from '@clickhouse/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshClickHouse } from '../../e2e/testkit/fresh-clickhouse.ts'
import type { Detection } from '../event/detection.ts'
import type { Event } from '../event/event.ts'
import { explainSearch } from '../search/explain-search.ts'
import { parseSearch } from '../search/parse-search.ts'
import { eventWhere } from './event-query.ts'
import { insertDetections } from './insert-detections.ts'
import { insertEvents } from './insert-events.ts'

const EVENTS = 20_000
const NOW = BigInt(Date.UTC(2026, 2, 18)) * 1_000_000n
const tenantId = randomUUID()
const hash = (n: number) => n.toString(16).padStart(64, '0')

const events: Event[] = Array.from({ length: EVENTS }, (_, n) => ({
  eventId: randomUUID(),
  tenantId,
  sourceId: randomUUID(),
  site: '',
  payloadId: '018f0000-0000-7000-8000-000000000001',
  position: n,
  received: Date.now(),
  time: NOW + BigInt(n) * 1_000_000_000n,
  raw: `job word${n} done`,
  parser: 'json@1',
  backfill: false,
  fields: {
    'user.name': `user${n}`,
    'host.name': `host${n}`,
    'source.ip': `10.0.${n >> 8}.${n & 255}`,
    'destination.ip': `10.1.${n >> 8}.${n & 255}`,
    'client.ip': `10.2.${n >> 8}.${n & 255}`,
    'file.hash.sha256': hash(n),
    'process.hash.sha256': hash(n),
    'dns.question.name': `n${n}.example`,
    'custom.key': `key${n}`,
    ...(n === 777 ? { 'custom.rare': 'one' } : {}),
    message: n % 2 ? `other text${n}` : 'done',
  },
}))

function detectionOf({ eventId, time, tenantId, sourceId, payloadId, received }: Event): Detection {
  return {
    ...{ detectionId: randomUUID(), tenantId, sourceId, payloadId, eventId, eventTime: time, received },
    ...{ ruleId: 'r', ruleTitle: 'Seldom found', level: 'high', attack: ['T1078'], backfill: false },
    ...{ entity: { site: '', kind: 'user', value: 'user777' }, shadow: false, ruleSet: 'v1' },
  }
}

let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
let client: ReturnType<typeof createClient>
beforeAll(async () => {
  clickhouse = await freshClickHouse()
  await insertEvents(clickhouse.store, randomUUID(), events)
  await insertDetections(clickhouse.store, randomUUID(), [detectionOf(events[777] as Event)])
  const { url, user, password, database } = clickhouse.connection
  client = createClient({ url, username: user, password, database })
})
afterAll(async () => {
  await client.close()
  await clickhouse.drop()
})

/** @returns granules that are read, and all there are */
async function granules(text: string): Promise<[read: number, all: number]> {
  const parsed = parseSearch(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  const range = { from: 0n, to: 2n ** 62n }
  const { condition, params } = eventWhere({ range, search: parsed.tree, now: NOW })
  const answer = await client.query({
    query: `EXPLAIN indexes = 1 SELECT count() FROM events WHERE ${condition}`,
    query_params: { ...params, tenants: [tenantId] },
    use_multipart_params_auto: true,
    format: 'JSONCompact',
  })
  const { data } = await answer.json<[string]>()
  const counts = data.flatMap(([line]) => {
    const match = /Granules: (\d+)\/(\d+)/.exec(line)
    return match ? [[Number(match[1]), Number(match[2])] as const] : []
  })
  const reads = counts.map(([read]) => read)
  return [Math.min(...reads), Math.max(...counts.map(([, all]) => all))]
}

it.each([
  'word777',
  '"job word777 done"',
  'word777 or word7000',
  'message:text777',
  '/ word777 /',
  'raw:/ word777 d/',
  'user.name:USER777',
  'user.name:(user777 or user7000)',
  'host.name:host777',
  'source.ip:10.0.3.9',
  'src_ip:10.0.3.9',
  'destination.ip:10.1.3.9',
  'client.ip:10.2.3.9',
  `file.hash.sha256:${hash(777)}`,
  `process.hash.sha256:${hash(777)}`,
  'dns.question.name:n777.example',
  '@timestamp < 2026-03-18T00:10',
  '@timestamp:2026-03-18T00:10',
  'word777 and custom.key:key777',
  'custom.key:key777 and user.name:user777',
  'custom.key:KEY777',
  'custom.key:(key777 or key7000)',
  'rule.name:"seldom found"',
  'rule.level >= high',
  'rule.name:seldom* or custom.key:key777',
])('%s passes over most rows, and its explanation says so', async (text) => {
  const [read, all] = await granules(text)
  expect(all).toBeGreaterThan(5)
  expect(read).toBeLessThanOrEqual(all / 2)
  const parsed = parseSearch(text)
  expect(parsed.ok && explainSearch(parsed.tree).scans).toBe('some')
})

it.each(['custom.rare:*', 'custom.rare:o*', 'custom.rare >= 1', 'custom.rare:/n/'])(
  '%s passes over rows without the field',
  async (text) => {
    const [read, all] = await granules(text)
    expect(read).toBeLessThanOrEqual(all / 2)
  },
)

it.each([
  '*ord777',
  '/ord777/',
  'user.name:user777*',
  'custom.key:key777*',
  'custom.key >= 5',
  'not custom.key:key777',
  'custom.key:*',
  'not word777',
  'event.code:1',
  'word777 or custom.key:x*',
  'message:/ text777 /',
])('%s does not, and its explanation says so', async (text) => {
  const [read, all] = await granules(text)
  expect(read).toBe(all)
  const parsed = parseSearch(text)
  expect(parsed.ok && explainSearch(parsed.tree).scans).toBe('all')
})
