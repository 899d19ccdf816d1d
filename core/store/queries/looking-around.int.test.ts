import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshClickHouse } from '../../../e2e/testkit/fresh-clickhouse.ts'
import { tenMinutes as range, tenEventsOf } from '../../../e2e/testkit/ten-events-of.ts'
import type { Event } from '../../event/event.ts'
import { parseSearch } from '../../search/parse-search.ts'
import { grantScope } from '../../tenant/grant-scope.ts'
import { insertEvents } from '../insert-events.ts'
import type { Store } from '../store.ts'
import { eventFacets } from './event-facets.ts'
import { eventPatterns } from './event-patterns.ts'
import { fieldValues } from './field-values.ts'
import { surroundingEvents } from './surrounding-events.ts'

const ours = randomUUID()
const theirs = randomUUID()
const scope = grantScope([ours])
const both = grantScope([ours, theirs])
const events = tenEventsOf(ours)

let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
let store: Store

beforeAll(async () => {
  clickhouse = await freshClickHouse()
  store = clickhouse.store
  await insertEvents(store, randomUUID(), [...events, ...tenEventsOf(theirs)])
})
afterAll(() => clickhouse.drop())

describe('eventFacets', () => {
  it('counts the values of many fields at once, however they are stored', async () => {
    const fields = [
      'event.outcome',
      'event.category',
      'user.name',
      'source.ip',
      'source.port',
      'custom.key',
      'custom.tags',
      'nothing',
    ]
    const facets = await eventFacets(store, scope, { range }, fields, 2)
    const shown = Object.fromEntries(
      facets.map(({ field, values, distinct, total }) => [
        field,
        [values.map(({ value, count }) => `${value} ${count}`).join(), Number(distinct), Number(total)],
      ]),
    )
    expect(shown).toEqual({
      'event.outcome': ['unknown 5,failure 3', 3, 10],
      'event.category': ['authentication 5,network 5', 3, 15],
      'user.name': ['alice 5,bob 5', 3, 15],
      'source.ip': ['10.0.0.0 3,10.0.0.1 3', 4, 10],
      'source.port': ['1000 5,1001 5', 2, 10],
      'custom.key': ['v0 5,v1 5', 2, 10],
      'custom.tags': ['x 10,y0 1', 11, 20],
      nothing: ['', 0, 0],
    })
  })

  it('counts what the events of a query hold, of two tenants, once for names that mean one column', async () => {
    const parsed = parseSearch('user.name:root')
    const query = { range, search: parsed.ok ? parsed.tree : undefined }
    const counted = [...events, ...tenEventsOf(theirs)].filter(({ fields }) => fields['user.name'] === 'root')
    const names = {
      'source.ip': 'source.ip',
      src_ip: 'source.ip',
      'custom.tags': 'custom.tags',
      user: 'user.name',
    }
    const facets = await eventFacets(store, both, query, [...Object.keys(names), 'source.ip'], 100)
    expect(facets.map(({ field }) => field)).toEqual([...Object.keys(names), 'source.ip'])
    for (const { field, values, total, distinct } of facets) {
      const all = counted
        .flatMap(({ fields }) => fields[names[field as keyof typeof names]] ?? [])
        .map(String)
      const kinds = [...new Set(all)]
      expect(Object.fromEntries(values.map(({ value, count }) => [value, Number(count)]))).toEqual(
        Object.fromEntries(kinds.map((kind) => [kind, all.filter((value) => value === kind).length])),
      )
      expect([total, distinct]).toEqual([BigInt(all.length), BigInt(kinds.length)])
    }
  })

  it.each([
    ['user', 'user.name'],
    ['src_ip', 'source.ip'],
    ['SourcePort', 'source.port'],
    ['@timestamp', '@timestamp'],
  ])('%s has the values of %s, as in a search', async (name, field) => {
    const values = await fieldValues(store, scope, { range }, field, 100)
    expect(values.length).toBeGreaterThan(1)
    expect(await fieldValues(store, scope, { range }, name, 100)).toEqual(values)
    const [facet] = await eventFacets(store, scope, { range }, [name], 100)
    expect(facet).toMatchObject({ field: name, values })
  })

  it('takes hostile names as names, and only so many', async () => {
    const hostile = "x') OR 1=1 --"
    expect(await eventFacets(store, scope, { range }, [hostile], 5)).toMatchObject([
      { field: hostile, values: [] },
    ])
    await expect(eventFacets(store, scope, { range }, Array(21).fill('a'), 5)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    })
  })
})

describe('surroundingEvents', () => {
  const positions = (list: readonly Event[]) => list.map(({ position }) => position)

  it('are the nearest on both sides, of the tenant alone', async () => {
    const event = events[5] as Event
    const found = await surroundingEvents(store, scope, { event, before: 2, after: 100, same: [] })
    expect(positions(found.before)).toEqual([4, 3])
    expect(positions(found.after)).toEqual([6, 7, 8, 9])
    expect([...found.before, ...found.after].every(({ tenantId }) => tenantId === ours)).toBe(true)
    const none = await surroundingEvents(store, scope, { event, before: 0, after: 0, same: [] })
    expect(none).toEqual({ before: [], after: [] })
  })

  it('share a value of the fields that are named', async () => {
    const event = events[5] as Event
    const same = [{ field: 'user.name', values: ['alice'] }]
    const found = await surroundingEvents(store, both, { event, before: 2, after: 1, same })
    expect(positions(found.before)).toEqual([4, 4])
    expect(positions(found.after)).toEqual([6])
    const byAlias = [{ field: 'user', values: ['alice'] }]
    expect(await surroundingEvents(store, both, { event, before: 2, after: 1, same: byAlias })).toEqual(found)
  })
})

describe('eventPatterns', () => {
  it('puts messages of a kind together, of the tenant alone', async () => {
    const [pattern, ...others] = await eventPatterns(store, scope, { range }, 10)
    expect(others).toEqual([])
    expect(pattern).toMatchObject({
      template: 'message *',
      count: 10n,
      first: events[0]?.time,
      last: events[9]?.time,
    })
    expect(pattern?.example).toMatchObject({ eventId: events[9]?.eventId, tenantId: ours, raw: 'line 9' })
    expect(await eventPatterns(store, both, { range }, 10)).toMatchObject([{ count: 20n }])
  })
})
