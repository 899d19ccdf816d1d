import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshClickHouse } from '../../e2e/testkit/fresh-clickhouse.ts'
import { EVENT_COLUMNS } from '../event/columns.ts'
import type { Event, Fields } from '../event/event.ts'
import { grantScope } from '../tenant/grant-scope.ts'
import { connect } from './connection.ts'
import { encodeEvents } from './encode-events.ts'
import { insertEvents } from './insert-events.ts'
import { eventsByIds } from './queries/events-by-ids.ts'
import { payloadStored } from './queries/payload-stored.ts'

const tenantId = randomUUID()
const scope = grantScope([tenantId])
let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
beforeAll(async () => {
  clickhouse = await freshClickHouse()
})
afterAll(() => clickhouse.drop())

function eventsOf(payloadId: string, ...documents: (Fields & { raw?: string })[]): Event[] {
  const received = Date.now()
  return documents.map(({ raw = 'a line', ...fields }, position) => ({
    eventId: randomUUID(),
    tenantId,
    sourceId: randomUUID(),
    site: position % 2 ? 'north' : '',
    payloadId,
    position,
    received,
    time: BigInt(received) * 1_000_000n + BigInt(position * 1001),
    raw,
    parser: 'json@1',
    backfill: position % 3 === 0,
    fields: fields as Fields,
  }))
}

async function storedAgain(events: readonly Event[]): Promise<Event[]> {
  const [first] = events
  if (first) await insertEvents(clickhouse.store, first.payloadId, events)
  return storedOf(events)
}

async function storedOf(events: readonly Event[]): Promise<Event[]> {
  const stored = await eventsByIds(clickhouse.store, scope, events)
  return stored.sort((left, right) => left.position - right.position)
}

describe('events come back as they went in', () => {
  it('with a value in every column', async () => {
    const samples = {
      word: 'Word',
      text: 'some text',
      words: ['a', 'b', ''],
      ip: '10.1.2.3',
      u16: 443,
      u32: 70_000,
      u64: 2 ** 40,
    }
    const all = Object.fromEntries(EVENT_COLUMNS.map(({ field, type }) => [field, samples[type]]))
    const zeros = Object.fromEntries(
      EVENT_COLUMNS.filter(({ type }) => type.startsWith('u')).map(({ field }) => [field, 0]),
    )
    const events = eventsOf(randomUUID(), all, {}, zeros, {
      'source.ip': '2001:db8::ffff:1',
      'destination.ip': 'fe80::1',
    })
    expect(await storedAgain(events)).toEqual(events)
  })

  it('with what no column can hold', async () => {
    const events = eventsOf(
      randomUUID(),
      { 'source.ip': 'unknown', 'destination.ip': '', 'client.ip': '::', 'source.port': 70_000 },
      { 'source.port': -1, 'destination.port': 'http', 'source.bytes': 1.5, 'destination.bytes': true },
      {
        'user.name': ['root', 'admin'],
        'source.ip': ['10.0.0.1', '10.0.0.2'],
        'process.pid': [1, 2],
        message: ['a', 'b'],
      },
      {
        'user.name': '',
        'process.command_line': '',
        message: '',
        'source.domain': false,
        'fe80::1%eth0': 'zone',
      },
      { 'source.ip': 'fe80::1%eth0', 'destination.ip': '010.0.0.1', 'client.ip': '1.2.3', message: 5 },
    )
    const expected = structuredClone(events)
    // A word column gives words back.
    if (expected[3]) expected[3].fields['source.domain'] = 'false'
    expect(await storedAgain(events)).toEqual(expected)
  })

  it('with fields that have no column, of every type', async () => {
    const events = eventsOf(
      randomUUID(),
      {
        'custom.text': 'x',
        'custom.empty': '',
        'custom.number': 1.5,
        'custom.zero': 0,
        'custom.yes': true,
        'custom.no': false,
      },
      { list: ['a', ''], numbers: [1, 2.5, -3], flags: [true, false], mixed: ['1', 1, true], one: ['alone'] },
      {
        __proto__x: 'a',
        constructor: 'b',
        'odd name = , \u{1f600}': 'c',
        'winlog.event_data.LogonType': '3',
      },
    )
    Object.defineProperty(events[2]?.fields, '__proto__', { value: 'own', enumerable: true })
    const stored = await storedAgain(events)
    expect(stored).toEqual(events)
    expect(Object.entries(stored[2]?.fields ?? {})).toContainEqual(['__proto__', 'own'])
  })

  it('with any text', async () => {
    const texts = [
      'a\u0000b',
      'line\n\nbreak\r\ttab',
      'quote \' " ` \\ \\n',
      'ü 漢字 😀',
      ' ',
      '\u00a0',
      '𝟘',
      'x'.repeat(200_000),
    ]
    const events = eventsOf(
      randomUUID(),
      ...texts.map((text) => ({
        raw: `<${text}>`,
        message: text,
        'user.name': text,
        'process.command_line': text,
        any: text,
        'a.list': [text],
      })),
    )
    expect(await storedAgain(events)).toEqual(events)
  })

  it('with lone surrogates replaced', async () => {
    const [event] = eventsOf(randomUUID(), {
      raw: 'a\ud800b',
      message: '\udc00',
      'user.name': '\ud83d',
      'host.name': '\ud83e',
      any: '\udfff',
    })
    const [stored] = await storedAgain(event ? [event] : [])
    expect(stored?.raw).toBe('a\ufffdb')
    expect(stored?.fields).toEqual({
      message: '\ufffd',
      'user.name': '\ufffd',
      'host.name': '\ufffd',
      any: '\ufffd',
    })
  })

  it('with the message inside the raw line, cut at words, and beyond it', async () => {
    const events = eventsOf(
      randomUUID(),
      { raw: 'Ünder <34>sshd: failed für root', message: 'failed für root' },
      { raw: '{"message":"a\\nb"}', message: 'a\nb' },
      { raw: 'prefail', message: 'fail' },
      { raw: '😀x', message: 'x' },
      { raw: 'whole', message: 'whole' },
    )
    expect(await storedAgain(events)).toEqual(events)
    // Rows from before the stretch had a column: it is read out of their lines.
    const client = connect(clickhouse.connection)
    const clear = 'ALTER TABLE events CLEAR COLUMN message_of_line SETTINGS mutations_sync = 1'
    await client.command({ query: clear })
    await client.close()
    expect(await storedOf(events)).toEqual(events)
  })

  it('with times that no clock shows, pulled to the nearest that a column holds', async () => {
    const events = eventsOf(randomUUID(), {}, {}, {})
    const times = [-(10n ** 30n), 10n ** 30n, -1n]
    for (const [index, event] of events.entries()) event.time = times[index] ?? 0n
    const stored = await storedAgain(events)
    expect(stored.map((event) => new Date(Number(event.time / 1_000_000n)).getUTCFullYear())).toEqual([
      1900, 2262, 1970,
    ])
    expect(stored[2]?.time).toBe(-1n)
  })

  it('with field names that hold control characters, which become underscores', async () => {
    const [stored] = await storedAgain(eventsOf(randomUUID(), { 'a\u001fb\u001e': 1 }))
    expect(stored?.fields).toEqual({ a_b_: 1 })
  })
})

describe('a payload', () => {
  it('is there once, however often it is inserted', async () => {
    const payloadId = randomUUID()
    const events = eventsOf(payloadId, {}, {}, {})
    await insertEvents(clickhouse.store, payloadId, events)
    await insertEvents(clickhouse.store, payloadId, events)
    await Promise.all([
      insertEvents(clickhouse.store, payloadId, events),
      insertEvents(clickhouse.store, payloadId, events),
    ])
    expect(await payloadStored(clickhouse.store, scope, payloadId)).toEqual({ events: 3, detections: 0 })
    expect(await payloadStored(clickhouse.store, grantScope([randomUUID()]), payloadId)).toEqual({
      events: 0,
      detections: 0,
    })
  })

  it('holds nothing, and nothing is asked of ClickHouse', async () => {
    await expect(insertEvents(clickhouse.store, randomUUID(), [])).resolves.toBeUndefined()
  })
})

describe('the encoder', () => {
  it('writes the same columns as JSONEachRow does', async () => {
    const client = connect(clickhouse.connection)
    await client.command({ query: 'CREATE TABLE by_json AS events' })
    const events = eventsOf(
      randomUUID(),
      ...Array.from({ length: 700 }, (_, n) => ({
        raw: `line ${n}`,
        message: `message \u0000 ${n}`,
        'user.name': `user${n}`,
        'event.category': n % 2 ? ['process', `c${n}`] : [],
        'source.ip': `10.0.${n % 256}.1`,
        'source.port': n,
        'source.bytes': n * 2 ** 33,
        [`key${n}`]: `value ${n} ü`,
        'process.name': n % 3 ? '' : 'x'.repeat(n),
      })),
    )
    const rows = events.map((event) => ({
      tenant_id: event.tenantId,
      event_time: `${event.time / 1_000_000_000n}.${String(event.time % 1_000_000_000n).padStart(9, '0')}`,
      event_id: event.eventId,
      received: (event.received / 1000).toFixed(3),
      retention_class: 1095,
      source_id: event.sourceId,
      site: event.site,
      payload_id: event.payloadId,
      position: event.position,
      parser: event.parser,
      backfill: event.backfill,
      raw: event.raw,
      message_text: event.fields.message,
      user_name: event.fields['user.name'],
      event_category: event.fields['event.category'],
      source_ip: event.fields['source.ip'],
      source_port: event.fields['source.port'],
      source_bytes: event.fields['source.bytes'],
      process_name: event.fields['process.name'],
      fields: Object.fromEntries(Object.entries(event.fields).filter(([name]) => name.startsWith('key'))),
      odd: event.fields['process.name'] === '' ? { 'process.name': [''] } : {},
      kinds: event.fields['process.name'] === '' ? 'process.name\u001fs\u001e' : '',
    }))
    await client.insert({
      table: 'by_json',
      values: rows,
      format: 'JSONEachRow',
      clickhouse_settings: { async_insert: 0 },
    })
    await insertEvents(clickhouse.store, events[0]?.payloadId ?? '', events)
    const digest = async (table: string) => {
      const columns = encodeEvents([], 1)
        .columns.map((name) => `toString(${name})`)
        .join(', ')
      const query = `SELECT count() AS rows, sum(cityHash64(${columns})) AS hash FROM ${table} WHERE payload_id = {payload:UUID}`
      const result = await client.query({
        query,
        format: 'JSONEachRow',
        query_params: { payload: events[0]?.payloadId },
      })
      return (await result.json())[0]
    }
    expect(await digest('events')).toEqual(await digest('by_json'))
    expect(await digest('events')).toMatchObject({ rows: 700 })
    await client.close()
  })

  it('has a column for each of the table that is no alias', async () => {
    const client = connect(clickhouse.connection)
    const query =
      "SELECT name, type FROM system.columns WHERE database = currentDatabase() AND table = 'events' AND default_kind != 'ALIAS' ORDER BY name"
    const result = await client.query({ query, format: 'JSONCompactEachRow' })
    const names = (await result.json<[string, string]>()).map(([name]) => name)
    expect([...encodeEvents([], 1, 1).columns].sort()).toEqual(names)
    await client.close()
  })
})
