import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Event, Fields } from '#core/event/event'
import { raiseAlerts } from '#core/records/alerts/raise-alerts'
import { ensureSource } from '#core/records/sources'
import { insertDetections } from '#core/store/insert-detections'
import { insertEvents } from '#core/store/insert-events'
import { type GraphqlWorld, graphqlWorld } from '../../../e2e/testkit/graphql-world.ts'
import { encodeGlobalId } from '../global-id.ts'

const NOON = Date.UTC(2026, 0, 31, 12)
const at = (seconds: number) => BigInt(NOON + seconds * 1_000) * 1_000_000n
const RANGE = { from: '2026-01-31T11:00:00Z', to: '2026-01-31T13:00:00Z' }
const RULE = '22222222-2222-4222-8222-222222222222'

let world: GraphqlWorld
let ours: string
let theirs: string
let alert: string

type Line = readonly [name: string, seconds: number, fields: Fields]

/** What happened on one host, the same in both tenants. */
const lines: readonly Line[] = [
  [
    'failed login',
    0,
    { 'host.name': 'ws-9', 'user.name': 'anna', 'event.severity': 40, 'source.ip': '10.0.0.9' },
  ],
  [
    'found',
    60,
    { 'host.name': 'ws-9', 'user.name': 'anna', 'event.severity': 70, 'dns.question.name': 'c2.example' },
  ],
  ['same domain', 90, { 'host.name': 'web', 'dns.question.name': 'C2.example', 'event.severity': 10 }],
  ['same user', 102, { 'host.name': 'web', 'user.name': 'anna' }],
  ['another', 120, { 'host.name': 'db', 'user.name': 'bo' }],
]

function eventOf(
  whose: 'ours' | 'theirs',
  [name, seconds, fields]: Line,
  position: number,
  sourceId: string,
): Event {
  const { tenantId } = world[whose]
  const ids = { eventId: idOf(position), tenantId, sourceId, site: 'hub', payloadId: randomUUID(), position }
  const own = { received: NOON, raw: `${name} at ${whose}`, parser: 'test@1', backfill: false }
  return { ...ids, ...own, time: at(seconds), fields }
}
/** Equal in both tenants. */
const idOf = (n: number) => `0190c000-0000-7000-8000-${String(n).padStart(12, '0')}`
const scopeOf = (whose: 'ours' | 'theirs') => (whose === 'ours' ? world.ourScope : world.theirScope)

async function fill(whose: 'ours' | 'theirs'): Promise<string> {
  const { tenantId } = world[whose]
  const scope = scopeOf(whose)
  const { sourceId } = await ensureSource(world.records, scope, { tenantId, name: 'agents', site: 'hub' })
  const { sourceId: steady } = await ensureSource(world.records, scope, { tenantId, name: 'steady' })
  const events = lines.map((line, position) => eventOf(whose, line, position, sourceId))
  const payloadId = randomUUID()
  const found = events[1] as Event
  const entity = { site: 'hub', kind: 'host', value: 'ws-9' }
  const rule = { ruleId: RULE, ruleTitle: `Beacon at ${whose}`, level: 'high', attack: [] } as const
  await insertEvents(world.store, randomUUID(), events)
  await insertDetections(world.store, randomUUID(), [
    {
      ...{
        detectionId: randomUUID(),
        tenantId,
        sourceId,
        payloadId,
        eventId: found.eventId,
        eventTime: found.time,
      },
      ...{ received: NOON, ...rule, entity, backfill: false, shadow: false, ruleSet: 'v1' },
    },
  ])
  const times = { firstSeen: found.time, lastSeen: found.time }
  const group = { ...rule, ruleDescription: undefined, entity, count: 1, ...times, backfill: false }
  const [raised] = await raiseAlerts(world.records, scope, { payloadId, groups: [group], now: NOON })
  // Every minute from three hours before noon on, but for a quarter of an hour; long before the lines above, too.
  const minutes = Array.from({ length: 240 }, (_, n) => n - 180).filter((n) => n < 20 || n >= 35)
  const beats = minutes.map((n, place) => {
    const beat: Line = ['beat', n * 60, { 'host.name': 'steady', 'event.category': ['host'] }]
    return eventOf(whose, beat, 1_000 + place, steady)
  })
  await insertEvents(world.store, randomUUID(), beats)
  return encodeGlobalId({ type: 'Alert', tenantId, id: raised?.alertId ?? '' })
}

beforeAll(async () => {
  world = await graphqlWorld()
  ;[alert] = await Promise.all([fill('ours'), fill('theirs')])
  ours = await world.token('ours')
  theirs = await world.token('theirs')
})
afterAll(() => world.close())

const codeOf = (answer: Awaited<ReturnType<GraphqlWorld['ask']>>) => answer.errors?.[0]?.extensions.code

describe('timeline', () => {
  const QUERY = `query($tenants: [ID!]!, $seed: TimelineSeed!, $range: TimeRange, $lanes: TimelineLaneKind, $first: Int, $pixels: Int) {
    timeline(tenants: $tenants, seed: $seed, range: $range, lanes: $lanes, first: $first, pixels: $pixels) {
      from to interval detail total moreMarks
      lanes { name site tenant { slug } source { name } count severity suspected
        buckets { from count severity } events { raw } }
      marks { lane tenant { slug } ruleTitle level entity { value } from to count event { raw } alert { id ruleTitle } }
      gaps { tenant { slug } source { name } from to }
      stats { rowsRead bytesRead elapsedMs } } }`
  const ask = (token: string, variables: object) =>
    world.ask(token, QUERY, { tenants: ['ours'], ...variables })

  it('of an alert shows what its entity did, with the alert as a mark', async () => {
    const { data, errors } = await ask(ours, { seed: { alert } })
    expect(errors).toBeUndefined()
    expect(data).toMatchObject({
      timeline: {
        ...{ from: '2026-01-31T11:01:00.000Z', to: '2026-01-31T13:01:00.000Z', detail: 'events', total: 2 },
        lanes: [
          {
            ...{ name: 'ws-9', site: 'hub', tenant: { slug: 'ours' }, source: null, count: 2, severity: 70 },
            events: [{ raw: 'failed login at ours' }, { raw: 'found at ours' }],
          },
        ],
        marks: [
          {
            ...{ lane: 0, tenant: { slug: 'ours' }, ruleTitle: 'Beacon at ours', level: 'high', count: 1 },
            ...{ from: '2026-01-31T12:01:00.000Z', event: { raw: 'found at ours' } },
            ...{ entity: { value: 'ws-9' }, alert: { id: alert, ruleTitle: 'Beacon at ours' } },
          },
        ],
        moreMarks: false,
      },
    })
  })

  it('shows many events as counts, and the lanes that are left out as one', async () => {
    const more = Array.from(
      { length: 600 },
      (_, n): Line => ['many', n, { 'host.name': `h${n % 4}`, tags: ['bulk'] }],
    )
    const events = more.map((line, n) => eventOf('ours', line, 5_000 + n, randomUUID()))
    await insertEvents(world.store, randomUUID(), events)
    const seed = { search: 'tags:bulk' }
    const { data } = await ask(ours, { seed, range: RANGE, first: 2, pixels: 30 })
    expect(data).toMatchObject({
      timeline: {
        ...{ detail: 'buckets', interval: 900, total: 600, marks: [] },
        lanes: [
          { name: 'h0', count: 150, events: [], buckets: [{ from: '2026-01-31T12:00:00.000Z', count: 150 }] },
          { name: 'h1', count: 150, events: [] },
          { name: null, site: null, tenant: null, count: 300 },
        ],
      },
    })
  })

  it('marks where a source was silent that otherwise sends', async () => {
    const { data } = await ask(ours, { seed: { search: 'host.name:web' }, range: RANGE, lanes: 'source' })
    expect(data).toMatchObject({
      timeline: {
        lanes: [{ source: { name: 'agents' }, tenant: { slug: 'ours' }, count: 2 }],
        gaps: [
          {
            ...{ tenant: { slug: 'ours' }, source: { name: 'steady' } },
            ...{ from: '2026-01-31T12:19:12.000Z', to: '2026-01-31T12:34:48.000Z' },
          },
        ],
      },
    })
  })

  it('of an entity is bound to its site, where one is given', async () => {
    const entity = { kind: 'user', value: 'ANNA' }
    const total = async (site?: string) =>
      (await ask(ours, { seed: { entity: { ...entity, site } }, range: RANGE })).data
    expect(await total()).toMatchObject({ timeline: { total: 3, stats: { rowsRead: expect.any(Number) } } })
    expect(await total('hub')).toMatchObject({ timeline: { total: 3 } })
    expect(await total('elsewhere')).toMatchObject({ timeline: { total: 0, lanes: [], marks: [] } })
  })

  it('of an entity as the graph names it', async () => {
    const entity = { kind: 'address', value: '10.0.0.9' }
    expect((await ask(ours, { seed: { entity }, range: RANGE })).data).toMatchObject({
      timeline: { total: 1, lanes: [{ events: [{ raw: 'failed login at ours' }] }] },
    })
  })

  it('shows nothing of another tenant', async () => {
    const answer = await ask(theirs, {
      tenants: ['theirs'],
      seed: { search: '' },
      range: RANGE,
      lanes: 'tenant',
    })
    expect(answer.data).toMatchObject({ timeline: { lanes: [{ tenant: { slug: 'theirs' } }] } })
    expect(JSON.stringify(answer.data)).not.toContain('ours')
    expect(codeOf(await ask(theirs, { seed: { search: '' }, range: RANGE }))).toBe('NOT_FOUND')
    const foreign = await ask(theirs, { tenants: ['theirs'], seed: { alert } })
    expect(foreign.data).toEqual({ timeline: null })
  })

  it.each([
    [{ seed: {}, range: RANGE }],
    [{ seed: { search: '', entity: { kind: 'host', value: 'a' } }, range: RANGE }],
    [{ seed: { search: '' } }],
    [{ seed: { entity: { kind: 'constructor', value: 'a' } }, range: RANGE }],
    [{ seed: { entity: { kind: 'host', value: '' } }, range: RANGE }],
    [{ seed: { search: '' }, range: RANGE, first: 51 }],
    [{ seed: { search: '' }, range: RANGE, pixels: 0 }],
    [{ seed: { search: '' }, range: { from: RANGE.to, to: RANGE.from } }],
  ])('refuses %j', async (variables) => {
    expect(codeOf(await ask(ours, variables))).toBe('BAD_USER_INPUT')
  })

  it('says where a search is wrong', async () => {
    expect(codeOf(await ask(ours, { seed: { search: 'user.name:(' }, range: RANGE }))).toBe('QUERY_SYNTAX')
  })
})

describe('relatedEvents', () => {
  const QUERY = `query($alert: ID!, $range: TimeRange, $first: Int) { relatedEvents(alert: $alert, range: $range, first: $first) {
    from to events { score reasons event { raw tenant { slug } } } stats { rowsRead } } }`

  it('come with their reasons, the most related first', async () => {
    const { data, errors } = await world.ask(ours, QUERY, { alert })
    expect(errors).toBeUndefined()
    const slug = 'ours'
    expect(data).toMatchObject({
      relatedEvents: {
        ...{ from: '2026-01-31T11:01:00.000Z', to: '2026-01-31T13:01:00.000Z' },
        events: [
          {
            event: { raw: 'failed login at ours', tenant: { slug } },
            reasons: ['same host ws-9', 'same user anna', '60 s before'],
          },
          {
            event: { raw: 'same domain at ours', tenant: { slug } },
            reasons: ['same domain c2.example', '30 s after'],
          },
          {
            event: { raw: 'same user at ours', tenant: { slug } },
            reasons: ['same user anna', '42 s after'],
          },
        ],
      },
    })
  })

  it('stay within what is asked, and with their tenant', async () => {
    const range = { from: '2026-01-31T12:01:30Z', to: '2026-01-31T12:02:00Z' }
    const { data } = await world.ask(ours, QUERY, { alert, range, first: 1 })
    expect(data).toMatchObject({ relatedEvents: { events: [{ event: { raw: 'same domain at ours' } }] } })
    expect((await world.ask(theirs, QUERY, { alert })).data).toEqual({ relatedEvents: null })
    const wrong = { from: range.to, to: range.from }
    expect(codeOf(await world.ask(ours, QUERY, { alert, range: wrong }))).toBe('BAD_USER_INPUT')
  })
})
