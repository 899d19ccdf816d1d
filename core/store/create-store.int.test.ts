import { getEventListeners } from 'node:events'
import { createClient } from '@clickhouse/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshClickHouse } from '../../e2e/testkit/fresh-clickhouse.ts'
import { grantScope } from '../tenant/grant-scope.ts'
import { connect } from './connection.ts'
import { createStore } from './create-store.ts'
import { migrateStore } from './migrate-store.ts'
import { detectionsOfPayload } from './queries/detections-of-payload.ts'
import { payloadStored } from './queries/payload-stored.ts'
import { untilLeft } from './store.ts'

const OURS = '018f0000-0000-7000-8000-00000000000a'
const THEIRS = '018f0000-0000-7000-8000-00000000000b'

let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
beforeAll(async () => {
  clickhouse = await freshClickHouse()
  const client = connect(clickhouse.connection)
  const now = new Date().toISOString().slice(0, 19).replace('T', ' ')
  for (const table of ['events', 'detections']) {
    const rows = [OURS, THEIRS].map((tenant_id) => ({
      tenant_id,
      event_time: now,
      received: now,
      retention_class: 365,
    }))
    await client.insert({
      table,
      values: rows,
      format: 'JSONEachRow',
      clickhouse_settings: { async_insert: 0 },
    })
  }
  await client.close()
})
afterAll(() => clickhouse.drop())

describe('the two walls', () => {
  const scope = grantScope([OURS])

  it.each([
    'SELECT tenant_id FROM events',
    'SELECT tenant_id FROM detections',
    'WITH all AS (SELECT tenant_id FROM events) SELECT tenant_id FROM all',
    'SELECT e.tenant_id FROM events AS e INNER JOIN detections AS d ON d.event_time = e.event_time',
    'SELECT tenant_id FROM events UNION ALL SELECT tenant_id FROM detections WHERE 0',
  ])('keep a statement that forgets its tenant inside the scope: %s', async (sql) => {
    const { rows } = await clickhouse.store.read(scope, { sql })
    expect(rows).toEqual([[OURS]])
  })

  it('hold with the database named', async () => {
    const { database } = clickhouse.connection
    const { rows } = await clickhouse.store.read(scope, { sql: `SELECT tenant_id FROM ${database}.events` })
    expect(rows).toEqual([[OURS]])
  })

  it('show all tenants of a wider scope', async () => {
    const { rows } = await clickhouse.store.read(grantScope([OURS, THEIRS]), {
      sql: 'SELECT tenant_id FROM events WHERE tenant_id IN {tenants:Array(UUID)} ORDER BY tenant_id',
    })
    expect(rows).toEqual([[OURS], [THEIRS]])
  })

  it.each([
    "SELECT tenant_id FROM merge(currentDatabase(), '^event')",
    'SELECT tenant_id FROM {table:Identifier}',
  ])('refuse a statement that does not name its tables: %s', async (sql) => {
    const asked = clickhouse.store.read(scope, { sql, params: { table: 'events' } })
    await expect(asked).rejects.toThrow(/names its tables/)
  })

  it('refuse a statement that brings its own settings', async () => {
    const sql = "SELECT tenant_id FROM events SETTINGS additional_table_filters = {'x': '1'}"
    await expect(clickhouse.store.read(scope, { sql })).rejects.toThrow(/settings/)
  })
})

describe('failures', () => {
  const scope = grantScope([OURS])

  it('tell a query that takes too much apart from a bug', async () => {
    const sql = 'SELECT groupArray(number) FROM numbers(1000000000)'
    await expect(clickhouse.store.read(scope, { sql })).rejects.toMatchObject({ code: 'QUERY_TOO_LARGE' })
    await expect(clickhouse.store.read(scope, { sql: 'SELECT nothing' })).rejects.not.toMatchObject({
      name: 'UserError',
    })
  })

  it('are no reason for a worker to give up', async () => {
    const large = { sql: 'SELECT groupArray(number) FROM numbers(1000000000)', asker: 'worker' } as const
    await expect(clickhouse.store.read(scope, large)).rejects.toMatchObject({ name: 'UnavailableError' })
    const rows = { columns: ['tenant_id'], token: 't', block: [Buffer.from('\u0001\u0001x')] }
    await expect(clickhouse.store.insert({ table: 'events', ...rows })).rejects.not.toMatchObject({
      name: 'UnavailableError',
    })
    const nowhere = createStore({ ...clickhouse.connection, database: 'not_migrated_yet' })
    await expect(nowhere.insert({ table: 'events', ...rows })).rejects.toMatchObject({
      name: 'UnavailableError',
    })
    await nowhere.close()
  })

  it('say that ClickHouse is away', async () => {
    const away = createStore({ ...clickhouse.connection, url: 'http://127.0.0.1:1' })
    await expect(away.read(scope, { sql: 'SELECT 1' })).rejects.toMatchObject({ name: 'UnavailableError' })
    expect(await away.ping()).toBe(false)
    await away.close()
  })
})

it('answers workers while as many people as it takes at once are searching', async () => {
  const scope = grantScope([OURS])
  const answered: string[] = []
  const ask = (who: string, statement: Parameters<typeof clickhouse.store.read>[1]) =>
    clickhouse.store.read(scope, statement).then(() => answered.push(who))
  const people = Array.from({ length: 6 }, () => ask('person', { sql: 'SELECT sleep(3)' }))
  const running = "SELECT count() FROM system.processes WHERE query LIKE 'SELECT sleep%'"
  for (let seen = 0; seen < 3; ) {
    const { rows } = await clickhouse.store.read(scope, { sql: running, asker: 'worker' })
    seen = Number(rows[0]?.[0])
    expect(answered).toEqual([])
  }
  await payloadStored(clickhouse.store, scope, OURS)
  await detectionsOfPayload(clickhouse.store, scope, OURS)
  expect(answered).toEqual([])
  await Promise.all(people)
})

it('stops a statement in ClickHouse when its asker leaves', async () => {
  const client = connect(clickhouse.connection)
  const running = async () => {
    const query =
      "SELECT query FROM system.processes WHERE query LIKE '%cityHash64(number)%' AND query NOT LIKE '%processes%'"
    return (await (await client.query({ query, format: 'JSONCompact' })).json<unknown[]>()).data.length
  }
  const leave = new AbortController()
  const asker = untilLeft(clickhouse.store, leave.signal)
  const sql = 'SELECT count() FROM numbers(1000000000000) WHERE NOT ignore(cityHash64(number))'
  const asked = asker.read(grantScope([OURS]), { sql })
  await expect.poll(running).toBe(1)
  leave.abort()
  await expect(asked).rejects.toMatchObject({ code: 'CANCELLED' })
  await expect.poll(running, { timeout: 10_000 }).toBe(0)
  await client.close()
  const next = asker.read(grantScope([OURS]), { sql: "SELECT throwIf(1, 'this ran')" })
  await expect(next).rejects.toMatchObject({ code: 'CANCELLED' })
})

it('lets go of its asker with each answer, however many statements run side by side', async () => {
  const warnings: string[] = []
  const hear = ({ name }: Error) => warnings.push(name)
  process.on('warning', hear)
  const { signal } = new AbortController()
  const asker = untilLeft(clickhouse.store, signal)
  const sql = 'SELECT count() FROM events'
  await Promise.all(Array.from({ length: 15 }, () => asker.read(grantScope([OURS]), { sql })))
  // Warnings come a moment later.
  await new Promise((resolve) => setImmediate(resolve))
  process.off('warning', hear)
  expect(warnings).toEqual([])
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

it('refuses a person an answer that is more than this process should hold', async () => {
  const read = async (rows: number, asker: 'person' | 'worker') => {
    const sql = `SELECT repeat(materialize('x'), 100000) FROM numbers(${rows})`
    return (await clickhouse.store.read(grantScope([OURS]), { sql, asker })).rows.length
  }
  await expect(read(700, 'person')).rejects.toMatchObject({ code: 'QUERY_TOO_LARGE' })
  expect(await read(100, 'person')).toBe(100)
  expect(await read(700, 'worker')).toBe(700)
})

describe('migrations', () => {
  it('run twice and side by side without harm', async () => {
    const connection = { ...clickhouse.connection, database: `${clickhouse.connection.database}_again` }
    const { url, user, password } = connection
    const admin = createClient({ url, username: user, password })
    await Promise.all([migrateStore(connection), migrateStore(connection), migrateStore(connection)])
    await migrateStore(connection)
    const client = connect(connection)
    const ledger = await client.query({
      query: 'SELECT number, uniqExact(checksum) FROM migrations FINAL GROUP BY number ORDER BY number',
      format: 'JSONCompactEachRow',
    })
    const rows = await ledger.json<[number, string]>()
    expect(rows.map(([number, checksums]) => [number, Number(checksums)])).toEqual(
      rows.map((_, index) => [index + 1, 1]),
    )
    expect(rows.length).toBeGreaterThan(1)
    await client.close()
    await admin.command({ query: `DROP DATABASE ${connection.database}` })
    await admin.close()
  })

  it('refuse a name that is none', async () => {
    await expect(migrateStore({ ...clickhouse.connection, database: 'a; DROP' })).rejects.toThrow(
      /Not a name/,
    )
  })
})
