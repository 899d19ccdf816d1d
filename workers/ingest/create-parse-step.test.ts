import { Registry } from 'prom-client'
import { describe, expect, it } from 'vitest'
import type { Event } from '#core/event/event'
import { indexParsers } from '#core/parse/index-parsers'
import { parseLinesOf } from '#core/parse/parse-lines'
import type { SourceSettings } from '#core/parse/source-settings'
import type { Payload } from '#core/queues/payload'
import { arrivalsOf } from './arrival.ts'
import { createNameAllowance } from './create-name-allowance.ts'
import { createParseStep } from './create-parse-step.ts'
import { inChunks, startPipeline } from './run-pipeline.ts'
import { createStageClock } from './stage-clock.ts'

const RECEIVED = Date.UTC(2026, 2, 10, 12)
const parseLines = parseLinesOf(indexParsers())

function payloadOf(lines: readonly (string | Buffer)[], settings?: SourceSettings): Payload {
  const source = {
    tenantId: 'tenant',
    sourceId: 'source',
    site: '',
    format: 'auto',
    zoneMinutes: 0,
    settings,
  }
  const records = lines.map((line) => Buffer.from(line as string))
  return {
    payloadId: '01939c6e-0000-7000-8000-000000000001',
    segments: [{ ...source, backfill: false, received: RECEIVED, records }],
  }
}

const freshPipeline = () =>
  inChunks(
    startPipeline(createStageClock(new Registry()))
      .pipeAll(
        'parse',
        createParseStep(() => parseLines, createNameAllowance(new Set(['message']))),
      )
      .pipe('detect', (event) => ({ event, detections: [] })),
  )

async function eventsOf(...lines: (string | Buffer)[]): Promise<Event[]> {
  const batch = await freshPipeline()(arrivalsOf(payloadOf(lines)))
  expect(batch.dead.size).toBe(0)
  return batch.events
}

const pairs = (separator: string, quote = '') =>
  Array.from({ length: 20_000 }, (_, i) => `k${i}=${quote}1`).join(separator)
const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

describe('a hostile line becomes an event that says why', () => {
  it.each<[string, string, string | undefined]>([
    ['white space', ' \t ', 'blank'],
    ['NUL', 'a\0b', 'nul'],
    ['1 MB without a blank', 'x'.repeat(1_000_000), 'long'],
    ['1 MB of JSON', `{"a":"${'x '.repeat(500_000)}"}`, 'long'],
    ['100-deep JSON', deep(100), 'fields_cut'],
    ['100,000-deep JSON', deep(100_000), 'fields_cut'],
    [
      'deep JSON where a product has a word',
      `{"Level":${deep(100_000)},"EventID":4624,"Channel":"c"}`,
      'fields_cut',
    ],
    ['a name twice', '{"user":"root","user":"anna"}', 'duplicate_names'],
    [
      'a name twice in an envelope',
      `<13>Mar 10 12:00:00 h app: {"user":"root","user":"anna"}`,
      'duplicate_names',
    ],
    ['20,000 fields', `{${Array.from({ length: 20_000 }, (_, i) => `"k${i}":1`).join()}}`, 'fields_cut'],
    ['20,000 pairs', pairs(' '), 'fields_cut'],
    ['20,000 extensions of CEF', `CEF:0|v|p|1|id|name|1|${pairs(' ')}`, 'fields_cut'],
    ['20,000 attributes of LEEF', `LEEF:1.0|v|p|1|id|${pairs('\t')}`, 'fields_cut'],
    ['20,000 parameters of syslog', `<13>1 - h app - - [a@1 ${pairs('" ', '"')}"] x`, 'fields_cut'],
    ['half of a pair of surrogates', '{"msg":"\\ud83d"}', 'lone_surrogate'],
    ['special names', '{"__proto__":{"x":1},"constructor":"y","toString":{"valueOf":1}}', undefined],
    ['our names', '{"nightjar":{"suspected_by":["rule"]},"nightjar.problem":"x"}', 'names_reserved'],
    ['a number that is none', '{"bytes":1e400}', 'values_cut'],
    ['a clock before there were logs', '{"time":"1970-01-01T00:00:12Z"}', 'clock_behind'],
    ['a clock far ahead', '{"time":"2099-01-01T00:00:00Z"}', 'clock_ahead'],
    ['a time that is none', '{"time":"soon"}', 'time_unread'],
    ['a time beyond all clocks', '{"timestamp":1e300}', 'time_unread'],
    ['a time of six digits a year', '{"@timestamp":"+275760-09-13T00:00:00Z"}', 'time_unread'],
    ['more records than a payload may have', `[${'{},'.repeat(200_000)}{}]`, 'not_split'],
  ])('%s', async (_, line, problem) => {
    const [event] = await eventsOf(line)
    expect(event?.raw).toBe(line)
    if (problem !== undefined) expect(event?.fields['nightjar.problem']).toContain(problem)
    expect(event?.fields['error.message']).toBeUndefined()
    expect(Object.keys(event?.fields ?? {}).length).toBeLessThan(1_210)
    expect(event?.time).toBe(BigInt(RECEIVED) * 1_000_000n)
  })

  it('bytes that are not UTF-8, each of which is kept as a character', async () => {
    const bytes = Buffer.from([0x5a, 0xfc, 0x72, 0xed, 0xa0, 0x80])
    const [event] = await eventsOf(bytes)
    expect(Buffer.from(String(event?.raw), 'latin1')).toEqual(bytes)
    expect(event?.fields['nightjar.problem']).toEqual(['not_utf8'])
  })

  it('what an absurd clock said is kept', async () => {
    const [event] = await eventsOf('{"time":"2099-01-01T00:00:00Z"}')
    expect(event?.fields['nightjar.claimed_time']).toBe('2099-01-01T00:00:00.000Z')
  })
})

it('keeps lines out of order as they come', async () => {
  const hours = [11, 9, 10]
  const events = await eventsOf(
    ...hours.map((hour) => `{"time":"2026-03-10T${String(hour).padStart(2, '0')}:00:00Z"}`),
  )
  expect(events.map(({ time }) => new Date(Number(time / 1_000_000n)).getUTCHours())).toEqual(hours)
})

it('bounds the names that a tenant invents over all its lines', async () => {
  const lines = Array.from({ length: 300 }, (_, line) => {
    const members = Array.from({ length: 50 }, (_, i) => `"k${line}x${i}":"v${line}x${i}"`)
    return `{"message":"m",${members.join()}}`
  })
  const events = await eventsOf(...lines)
  const names = new Set(events.flatMap(({ fields }) => Object.keys(fields)))
  expect(names.size).toBeGreaterThan(9_900)
  expect(names.size).toBeLessThan(10_010)
  const last = events.at(-1)?.fields
  expect(last).toMatchObject({ message: 'm', 'nightjar.problem': ['fields_folded'] })
  expect(JSON.parse(String(last?.['nightjar.overflow']))).toMatchObject({ k299x49: 'v299x49' })
})

it('lets the names in that came first, of whatever format their lines are', async () => {
  const json = (line: number) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`k${line}x${i}`, i])))
  const lines = Array.from({ length: 300 }, (_, line) =>
    line % 2 === 0 ? json(line) : `<13>Mar 10 12:00:00 h app: ${json(line)}`,
  )
  const folded = (await eventsOf(...lines)).map(({ fields }) => fields['nightjar.overflow'] !== undefined)
  expect(folded).toEqual(lines.map((_, line) => line >= folded.indexOf(true)))
})

it('keeps the order of lines whose segments take turns, each with its own header', async () => {
  const [one, other] = ['time,user,action', 'time,action,user'].map((header) =>
    arrivalsOf(payloadOf([header, '2026-03-10 12:00:00,mira,deny', ''])),
  )
  const arrivals = [...(one ?? [])].flatMap((arrival) => [
    arrival,
    ...[other?.next().value].flatMap((next) => next ?? []),
  ])
  const { events, dropped } = await freshPipeline()(arrivals)
  expect(events.map(({ fields }) => fields['user.name'] ?? fields['event.dataset'])).toEqual([
    'csv.header',
    'csv.header',
    'mira',
    'deny',
  ])
  expect(dropped).toEqual(new Map([['empty', 2]]))
})

it('makes an event of each record of a line, with the same ids every time', async () => {
  const lines = ['{"Records":[{"n":1},{"n":2}]}', 'x', '[{"n":3},{"n":4}]{', '{"n":5}{"n":6}']
  const first = await eventsOf(...lines)
  expect(first.map(({ raw }) => raw)).toEqual([
    '{"n":1}',
    '{"n":2}',
    'x',
    '[{"n":3},{"n":4}]{',
    '{"n":5}',
    '{"n":6}',
  ])
  expect(first.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5])
  expect((await eventsOf(...lines)).map(({ eventId }) => eventId)).toEqual(
    first.map(({ eventId }) => eventId),
  )
})

describe('settings of a source', () => {
  const LOCAL = '<38>Jul 14 10:00:00 web01 sshd[1]: Accepted password for mira from 203.0.113.9 port 1 ssh2'

  async function readBy(line: string, settings?: SourceSettings) {
    const { events } = await freshPipeline()(arrivalsOf(payloadOf([line], settings)))
    const [event] = events
    if (!event) throw new Error('No event')
    return { fields: event.fields, time: new Date(Number(event.time / 1_000_000n)).toISOString() }
  }

  it('name the zone of times without one, in summer and in winter', async () => {
    const zone = { zone: 'Europe/Berlin' }
    expect((await readBy(LOCAL, zone)).time).toBe('2025-07-14T08:00:00.000Z')
    expect((await readBy(LOCAL.replace('Jul', 'Jan'), zone)).time).toBe('2026-01-14T09:00:00.000Z')
    expect((await readBy('{"time":"2025-07-14T10:00:00","msg":"x"}', zone)).time).toBe(
      '2025-07-14T08:00:00.000Z',
    )
  })

  it('name the year of times without one', async () => {
    expect((await readBy(LOCAL)).time).toBe('2025-07-14T10:00:00.000Z')
    expect((await readBy(LOCAL, { year: 2019 })).time).toBe('2019-07-14T10:00:00.000Z')
  })

  it('give fields to events that lack them', async () => {
    const { fields } = await readBy(LOCAL, { defaults: { 'host.name': 'other', 'host.type': 'bastion' } })
    expect(fields).toMatchObject({ 'host.name': 'web01', 'host.type': 'bastion' })
  })
})
