import { randomUUID } from 'node:crypto'
import { createClient } from '@clickhouse/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshClickHouse } from '../../e2e/testkit/fresh-clickhouse.ts'
import { readRules } from '../detect/rule/read-rules.ts'
import { rulesToClickHouse } from '../detect/to-clickhouse/rules-to-clickhouse.ts'
import type { Event, Fields } from '../event/event.ts'
import { parsePipeline } from '../search/parse-pipeline.ts'
import { parseSearch } from '../search/parse-search.ts'
import { grantScope } from '../tenant/grant-scope.ts'
import { insertEvents } from './insert-events.ts'
import { analyseEvents } from './queries/analyse-events.ts'
import { countEvents } from './queries/count-events.ts'
import { eventFacets } from './queries/event-facets.ts'
import { fieldValues } from './queries/field-values.ts'
import { listEvents } from './queries/list-events.ts'

/** What docs/storage.md says to write in a migration, for a field of each type. */
const MOVES = [
  ['process.name', 'process_name', "LowCardinality(String) DEFAULT fields['process.name']"],
  ['url.domain', 'url_domain', "String DEFAULT fields['url.domain']"],
  ['source.port', 'source_port', "Nullable(UInt16) DEFAULT toUInt16OrNull(fields['source.port'])"],
  ['client.ip', 'client_ip', "IPv6 DEFAULT toIPv6OrDefault(fields['client.ip'])"],
  ['tags', 'tags', "Array(LowCardinality(String)) DEFAULT arrayFilter(word -> word != '', [fields['tags']])"],
] as const

/** As docs/storage.md has it. */
function movesLists(field: string): string {
  return `ALTER TABLE events UPDATE unfit = toJSONString(mapUpdate(JSONExtract(unfit, 'Map(String, Array(String))'),
    CAST(mapFilter((name, texts) -> name = '${field}', odd), 'Map(String, Array(String))'))) WHERE mapContains(odd, '${field}')`
}

const ours = randomUUID()
const theirs = randomUUID()
const scope = grantScope([ours])
const range = { from: 0n, to: 1_000n }
const FIELDS: Fields = {
  'process.name': 'Curl.exe',
  'url.domain': 'example.net',
  'source.port': 443,
  'client.ip': '10.0.0.7',
  tags: ['vpn', 'lab'],
  'other.field': 'stays',
}

let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>

/** A table as it was before the fields had columns, a row in it, the migration, and a row as they are written now. */
beforeAll(async () => {
  clickhouse = await freshClickHouse()
  const { url, user, password, database } = clickhouse.connection
  const client = createClient({ url, username: user, password, database })
  await client.command({ query: 'ALTER TABLE events DROP INDEX has_client_ip' })
  // What the graph makes of the columns came later than they did.
  await client.command({ query: 'DROP VIEW edges_of_events' })
  for (const [, column] of MOVES) await client.command({ query: `ALTER TABLE events DROP COLUMN ${column}` })
  const { tags, ...others } = FIELDS
  const texts = Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value)]))
  const row = { event_time: '1970-01-01 00:00:00.000000001', received: Date.now(), retention_class: 1_000 }
  await client.insert({
    table: 'events',
    format: 'JSONEachRow',
    values: [ours, theirs].map((tenant_id) => ({
      ...{
        ...row,
        tenant_id,
        event_id: randomUUID(),
        raw: 'before',
        fields: texts,
        odd: { tags },
        unfit: '',
      },
      kinds: 'source.port\u001fn\u001e',
    })),
  })
  for (const [field, column, definition] of MOVES) {
    await client.command({ query: `ALTER TABLE events ADD COLUMN IF NOT EXISTS ${column} ${definition}` })
    await client.command({ query: `${movesLists(field)} SETTINGS mutations_sync = 1` })
  }
  await client.close()
  const after = [ours, theirs].map(
    (tenantId, position): Event => ({
      ...{ eventId: randomUUID(), tenantId, sourceId: tenantId, payloadId: tenantId, position, site: '' },
      ...{ received: Date.now(), time: 2n, raw: 'after', parser: 'json@1', backfill: false, fields: FIELDS },
    }),
  )
  await insertEvents(clickhouse.store, randomUUID(), after)
})
afterAll(() => clickhouse.drop())

async function found(text: string): Promise<bigint> {
  const parsed = parseSearch(text)
  if (!parsed.ok) throw new Error(text)
  return countEvents(clickhouse.store, scope, { range, search: parsed.tree })
}

describe('a field that moved from the map to a column', () => {
  it.each([
    'process.name:curl.exe',
    'process.name:curl*',
    'process.name:/^curl/',
    'url.domain:example.net',
    'source.port:443',
    'src_port >= 400',
    'client.ip:10.0.0.7',
    'client.ip:10.0.0.0/8',
    'tags:vpn',
    'tags:(vpn and lab)',
    'tags:*',
    'other.field:stays',
    'not url.domain:example.org',
  ])('%s finds rows of before and after, of the tenant alone', async (text) => {
    expect(await found(text)).toBe(2n)
  })

  it.each(['not process.name:curl.exe', 'source.port:80', 'not client.ip:10.0.0.0/8', 'not tags:*'])(
    '%s finds neither',
    async (text) => {
      expect(await found(text)).toBe(0n)
    },
  )

  it.each(MOVES)('%s is counted and grouped in both', async (field) => {
    const values = await fieldValues(clickhouse.store, scope, { range }, field, 10)
    expect(values.map(({ count }) => count)).toEqual([FIELDS[field]].flat().map(() => 2n))
    const [facet] = await eventFacets(clickhouse.store, scope, { range }, [field], 10)
    expect(facet?.values).toEqual(values)
    const parsed = parsePipeline(`| stats count by ${field}`)
    const pipes = parsed.ok ? parsed.pipeline.pipes : []
    const { rows } = await analyseEvents(clickhouse.store, scope, { range }, pipes, 10)
    expect(rows.map(([value, count]) => ({ value, count: BigInt(String(count)) }))).toEqual(values)
  })

  it('is met by SIGMA rules, and read back as it was', async () => {
    const { rules } = readRules(
      'title: T\nlogsource: { product: p }\ndetection:\n  a:\n    process.name|startswith: curl\n    source.port: 443\n    client.ip|cidr: 10.0.0.0/8\n    tags: lab\n  condition: a',
      'a.yml',
    )
    const query = { range, rules: rulesToClickHouse(rules, []) }
    const { events } = await listEvents(clickhouse.store, scope, query, { first: 10 })
    expect(events.map(({ raw, fields }) => ({ raw, fields }))).toEqual([
      { raw: 'after', fields: FIELDS },
      { raw: 'before', fields: FIELDS },
    ])
  })
})

it('what a column cannot hold is found in rows of before and after it had a place of its own, of the tenant alone', async () => {
  const unfit = [ours, theirs].map(
    (tenantId, position): Event => ({
      ...{ eventId: randomUUID(), tenantId, sourceId: tenantId, payloadId: tenantId, position, site: '' },
      ...{ received: Date.now(), time: 3n, raw: 'unfit', parser: 'json@1', backfill: false },
      fields: { 'source.ip': 'un"known', 'user.name': ['Ann', 'Bob'] },
    }),
  )
  await insertEvents(clickhouse.store, randomUUID(), unfit)
  const searches = ['source.ip:"un\\"known"', 'user.name:bob', 'user.name:a*', 'user.name:(ann and bob)']
  const counts = () => Promise.all(searches.map(found))
  expect(await counts()).toEqual([1n, 1n, 1n, 1n])
  const { url, user, password, database } = clickhouse.connection
  const client = createClient({ url, username: user, password, database })
  await client.command({ query: 'ALTER TABLE events CLEAR COLUMN unfit SETTINGS mutations_sync = 1' })
  await client.close()
  expect(await counts()).toEqual([1n, 1n, 1n, 1n])
})
