import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createChance } from '../../../e2e/testkit/create-chance.ts'
import { edgesOfEvent } from '../../../e2e/testkit/edges-of-event.ts'
import { freshClickHouse } from '../../../e2e/testkit/fresh-clickhouse.ts'
import { randomGraphEvents } from '../../../e2e/testkit/random-graph-events.ts'
import type { Event } from '../../event/event.ts'
import { grantScope } from '../../tenant/grant-scope.ts'
import { insertDetections } from '../insert-detections.ts'
import { insertEvents } from '../insert-events.ts'
import { detectionLevels } from './detection-levels.ts'
import { countEdgeEvents, edgeEvents } from './edge-events.ts'
import { edgesAmong } from './edges-among.ts'
import { entitiesOfEvents } from './entities-of-events.ts'
import { type EntityKind, type GraphEntity, keyOfEntity } from './entity.ts'
import { entityEdges } from './entity-edges.ts'
import { entityPeers } from './entity-peers.ts'
import { entityPrevalence } from './entity-prevalence.ts'
import { entitySpan } from './entity-span.ts'
import { listNeighbours } from './list-neighbours.ts'
import { neighbourCounts } from './neighbour-counts.ts'
import { questionsOf } from './questions.ts'
import { rareEdges } from './rare-edges.ts'
import { relationOf } from './relations.ts'
import { ruleTitles } from './rule-titles.ts'
import { createTakeStep } from './take-step.ts'
import { endsOf } from './touching.ts'

const NOON = Date.parse('2026-05-04T12:00:00Z')
const DAY = 86_400_000_000_000n
const MINUTE = 60_000_000_000n
const MONDAY = BigInt(NOON) * 1_000_000n - DAY / 2n
const WEEK = { from: MONDAY, to: MONDAY + 7n * DAY }
const TUESDAY = { from: MONDAY + DAY, to: MONDAY + 2n * DAY }
const [ours, theirs, sourceId] = [randomUUID(), randomUUID(), randomUUID()]
const [scope, theirScope, both] = [grantScope([ours]), grantScope([theirs]), grantScope([ours, theirs])]
const of = (kind: EntityKind, value: string, tenantId = ours): GraphEntity => ({ tenantId, kind, value })

/** An edge, counted without a store. */
interface Plain {
  number: number
  subject: GraphEntity
  object: GraphEntity
  events: Event[]
}

let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
let events: Event[]

beforeAll(async () => {
  clickhouse = await freshClickHouse()
  const make = (tenantId: string, seed: number) =>
    randomGraphEvents(createChance(seed), { tenantId, sourceId, received: NOON, rows: 300 })
  events = make(ours, 11)
  // Theirs are the same and one host more: nothing of it may show.
  const foreign = events.map((event) => ({
    ...event,
    tenantId: theirs,
    eventId: randomUUID(),
    payloadId: sourceId,
  }))
  const only = {
    ...foreign[0],
    position: 300,
    eventId: randomUUID(),
    fields: { 'host.name': 'theirs-only', 'user.name': 'mira', 'event.category': ['authentication'] },
  } as Event
  await insertEvents(clickhouse.store, events[0]?.payloadId ?? '', events)
  await insertEvents(clickhouse.store, sourceId, [...foreign, only])
  for (const [tenantId, title] of [
    [ours, 'Odd'],
    [theirs, 'Not for you'],
  ] as const) {
    const { eventId, payloadId, received, time } = tenantId === ours ? (events[0] as Event) : only
    await insertDetections(clickhouse.store, payloadId, [
      {
        ...{ detectionId: randomUUID(), tenantId, sourceId, payloadId, eventId, eventTime: time, received },
        ...{
          ruleId: 'r-1',
          ruleTitle: title,
          level: 'high',
          attack: [],
          backfill: false,
          shadow: false,
          ruleSet: '',
        },
        entity: { site: '', kind: 'host', value: 'ws-1' },
      },
    ])
  }
})
afterAll(() => clickhouse.drop())

function plainEdges({ from, to }: { from: bigint; to: bigint }): Plain[] {
  const edges = new Map<string, Plain>()
  for (const event of events)
    for (const [number, subject, object] of edgesOfEvent(event)) {
      const relation = relationOf(number)
      if (!relation || event.time < from || event.time >= to) continue
      const ends = { subject: of(relation.subject, subject), object: of(relation.object, object) }
      const key = `${number} ${subject} ${object}`
      const edge = edges.get(key) ?? { number, ...ends, events: [] }
      edge.events.push(event)
      edges.set(key, edge)
    }
  return [...edges.values()]
}

/** Entities that a question leads to, told from the edges of a range. */
function answersOf(entity: GraphEntity, name: string, range = WEEK): Set<string> {
  const question = questionsOf(entity.kind).find((one) => one.name === name)
  const key = keyOfEntity(entity)
  return new Set(
    plainEdges(range).flatMap((edge) =>
      (question?.ways ?? []).flatMap(({ relation, side }) => {
        if (relation !== edge.number || keyOfEntity(edge[side]) !== key) return []
        return keyOfEntity(side === 'subject' ? edge.object : edge.subject)
      }),
    ),
  )
}

const everyone = (): GraphEntity[] => [
  ...new Map(
    plainEdges(WEEK).flatMap(
      ({ subject, object }) =>
        [
          [keyOfEntity(subject), subject],
          [keyOfEntity(object), object],
        ] as const,
    ),
  ).values(),
]

describe('of the graph', () => {
  test('questions have as many answers as the events give, and these answers', async () => {
    const entities = everyone()
    const counts = await neighbourCounts(clickhouse.store, scope, endsOf(entities), TUESDAY)
    const expected = entities.flatMap((entity) =>
      questionsOf(entity.kind).flatMap(({ name }) => {
        const { size } = answersOf(entity, name, TUESDAY)
        return size === 0 ? [] : [`${keyOfEntity(entity)} ${name} ${size}`]
      }),
    )
    const told = counts
      .filter(({ own }) => own.kind !== 'rule')
      .filter(({ question }) => question.name !== 'rules')
      .map(({ own, question, neighbours }) => `${keyOfEntity(own)} ${question.name} ${neighbours}`)
    expect(told.sort()).toEqual(expected.sort())
    for (const { own, question } of counts
      .filter(({ question: { name } }) => name !== 'rules')
      .slice(0, 30)) {
      const found = await listNeighbours(clickhouse.store, scope, [{ own, question }], TUESDAY, 500)
      expect(new Set(found.map(keyOfEntity))).toEqual(answersOf(own, question.name, TUESDAY))
    }
  })

  test('edges lead to exactly the events that they count, over whole days', async () => {
    const ends = endsOf(everyone())
    const edges = await edgesAmong(clickhouse.store, scope, ends, TUESDAY, 6_000)
    const plain = new Map(
      plainEdges(TUESDAY).map((edge) => [`${edge.number} ${edge.subject.value} ${edge.object.value}`, edge]),
    )
    expect(edges).toHaveLength(plain.size)
    for (const [
      index,
      { subject, relation, object, events: count, failures, suspected, first, last },
    ] of edges.entries()) {
      const own = plain.get(`${relation.number} ${subject.value} ${object.value}`)?.events ?? []
      const times = own.map(({ time }) => (time / MINUTE) * MINUTE).sort()
      expect([count, failures, suspected, first, last]).toEqual([
        BigInt(own.length),
        BigInt(own.filter(({ fields }) => fields['event.outcome'] === 'failure').length),
        BigInt(own.filter(({ fields }) => fields['nightjar.suspected_by'] !== undefined).length),
        times[0],
        times.at(-1),
      ])
      if (index % 7 > 0) continue
      const name = { subject: subject.value, relation, object: object.value }
      const { events: found } = await edgeEvents(clickhouse.store, scope, name, TUESDAY, { first: 500 })
      expect(found.map(({ eventId }) => eventId).sort()).toEqual(own.map(({ eventId }) => eventId).sort())
      expect(await countEdgeEvents(clickhouse.store, scope, name, TUESDAY)).toBe(count)
    }
    expect(edges.map(({ subject }) => subject.value)).not.toContain('theirs-only')
  })

  test('the events of an edge come page by page', async () => {
    const name = { subject: 'r-1', relation: relationOf(21), object: 'ws-1' }
    if (!name.relation) throw new Error('no relation 21')
    const triggered = { ...name, relation: name.relation }
    const { events: found } = await edgeEvents(clickhouse.store, scope, triggered, WEEK, { first: 10 })
    expect(found.map(({ eventId }) => eventId)).toEqual([events[0]?.eventId])
    const [busiest] = await edgesAmong(clickhouse.store, scope, endsOf(everyone()), WEEK, 1)
    if (!busiest) throw new Error('no edge')
    const edge = { subject: busiest.subject.value, relation: busiest.relation, object: busiest.object.value }
    const seen: string[] = []
    let after: { time: bigint; eventId: string } | undefined
    for (let more = true; more; ) {
      const page = await edgeEvents(clickhouse.store, scope, edge, WEEK, { first: 3, after })
      seen.push(...page.events.map(({ eventId }) => eventId))
      after = page.events.at(-1)
      more = page.hasNextPage
    }
    expect(BigInt(new Set(seen).size)).toBe(busiest.events)
    expect(seen).toHaveLength(Number(busiest.events))
  })

  test('steps go to neighbours both ways, and not over rules', async () => {
    const { steps, more } = await createTakeStep(clickhouse.store, scope, WEEK)([of('host', 'ws-1')])
    const expected = new Set(
      plainEdges(WEEK).flatMap(({ subject, object }) => {
        const [a, b] = [keyOfEntity(subject), keyOfEntity(object)]
        const key = keyOfEntity(of('host', 'ws-1'))
        return a === key ? [b] : b === key ? [a] : []
      }),
    )
    expect(more).toBe(false)
    expect(new Set(steps.map(([, other]) => keyOfEntity(other)))).toEqual(expected)
  })

  test('most of the events of a search come first', async () => {
    const counts = new Map<string, number>()
    for (const event of events)
      for (const key of new Set(
        edgesOfEvent(event).flatMap(([number, subject, object]) => {
          const relation = relationOf(number)
          return relation ? [`${relation.subject} ${subject}`, `${relation.object} ${object}`] : []
        }),
      ))
        counts.set(key, (counts.get(key) ?? 0) + 1)
    const where = { condition: 'tenant_id IN {tenants:Array(UUID)}', params: {} }
    const found = await entitiesOfEvents(clickhouse.store, scope, where, 1_000)
    const told = found.map(({ kind, value }) => counts.get(`${kind} ${value}`) ?? 0)
    expect(told).toEqual([...counts.values()].sort((a, b) => b - a))
  })
})

describe('of an entity', () => {
  const host = of('host', 'ws-1')

  test('the span is that of all its events', async () => {
    for (const [name, value, entity] of [
      ['host.name', 'ws-1', host],
      ['user.name', '__proto__', of('user', '__proto__')],
    ] as const) {
      const times = events
        .filter(
          ({ fields }) =>
            String(fields[name] ?? '').toLowerCase() === value &&
            (name !== 'user.name' || !fields['user.domain']),
        )
        .map(({ time }) => (time / MINUTE) * MINUTE)
        .sort()
      expect(await entitySpan(clickhouse.store, scope, entity)).toEqual({
        first: times[0],
        last: times.at(-1),
      })
    }
    expect(await entitySpan(clickhouse.store, scope, of('host', 'theirs-only'))).toBeUndefined()
    expect(await entitySpan(clickhouse.store, theirScope, of('host', 'theirs-only', theirs))).toBeDefined()
  })

  test('prevalence is told of each tenant in scope by itself', async () => {
    const user = of('user', 'mira')
    const hosts = answersOf(user, 'hosts').size
    const addresses = answersOf(user, 'addresses').size
    const own = await entityPrevalence(clickhouse.store, scope, user, WEEK)
    expect(own).toEqual([expect.objectContaining({ tenantId: ours, hosts, addresses, users: 0, ofHosts: 3 })])
    const all = await entityPrevalence(clickhouse.store, both, user, WEEK)
    expect(all).toContainEqual(own[0])
    expect(all).toContainEqual(
      expect.objectContaining({ tenantId: theirs, hosts: hosts + 1, addresses, ofHosts: 4 }),
    )
  })

  test('peers share neighbours', async () => {
    const near = (entity: GraphEntity) =>
      new Set(
        plainEdges(WEEK).flatMap(({ number, subject, object }) => {
          const key = keyOfEntity(entity)
          if (keyOfEntity(subject) === key) return [`${number} > ${object.value}`]
          return keyOfEntity(object) === key ? [`${number} < ${subject.value}`] : []
        }),
      )
    const peers = await entityPeers(clickhouse.store, scope, host, WEEK, 100)
    const others = everyone().filter(({ kind, value }) => kind === 'host' && value !== 'ws-1')
    const mine = near(host)
    const expected = others.map((entity) => ({
      entity,
      shared: [...near(entity)].filter((one) => mine.has(one)).length,
    }))
    expect(peers).toHaveLength(expected.length)
    expect(peers).toEqual(expect.arrayContaining(expected))
    expect(await entityPeers(clickhouse.store, scope, of('rule', 'r-1'), WEEK, 10)).toEqual([])
  })

  test('logons are the edges of that verb', async () => {
    const found = await entityEdges(clickhouse.store, scope, host, 'logged_on_to', WEEK, 500)
    const expected = plainEdges(WEEK).filter(
      ({ number, object }) => [8, 9].includes(number) && object.value === 'ws-1',
    )
    expect(found.map(({ subject }) => keyOfEntity(subject)).sort()).toEqual(
      expected.map(({ subject }) => keyOfEntity(subject)).sort(),
    )
    const lasts = found.map(({ last }) => last)
    expect(lasts).toEqual(lasts.toSorted((a, b) => (a < b ? 1 : -1)))
  })

  test('rare is what was not there before, or once', async () => {
    const rare = await rareEdges(clickhouse.store, scope, host, TUESDAY, 500)
    const keyOf = (edge: { subject: GraphEntity; object: GraphEntity }, number: number) =>
      `${number} ${edge.subject.value} ${edge.object.value}`
    const before = new Set(
      plainEdges({ from: MONDAY, to: TUESDAY.from }).map((edge) => keyOf(edge, edge.number)),
    )
    const expected = plainEdges(TUESDAY)
      .filter((edge) => edge.subject.value === 'ws-1' || edge.object.value === 'ws-1')
      .flatMap((edge) => {
        const isNew = !before.has(keyOf(edge, edge.number))
        return isNew || edge.events.length === 1 ? [`${keyOf(edge, edge.number)} ${isNew}`] : []
      })
    const told = rare.map(({ edge, isNew }) => `${keyOf(edge, edge.relation.number)} ${isNew}`)
    expect(told.filter((one) => !one.startsWith('21 ')).sort()).toEqual(expected.sort())
  })

  test('rules and their titles are of the tenant in scope', async () => {
    const hits = await detectionLevels(clickhouse.store, scope, [host, of('file', 'x')], WEEK)
    expect([...hits]).toEqual([
      [keyOfEntity(host), [{ ruleId: 'r-1', ruleTitle: 'Odd', level: 'high', count: 1 }]],
    ])
    expect(await ruleTitles(clickhouse.store, scope, ['r-1'], WEEK)).toEqual(new Map([['r-1', 'Odd']]))
    const foreign = await detectionLevels(clickhouse.store, theirScope, [of('host', 'ws-1', theirs)], WEEK)
    expect([...foreign.values()].flat()).toMatchObject([{ ruleTitle: 'Not for you' }])
  })
})
