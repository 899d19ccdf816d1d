import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { twoTenants } from '../../../e2e/testkit/two-tenants.ts'
import type { Level } from '../../event/detection.ts'
import { alertExtent } from './alert-extent.ts'
import type { AlertFilter } from './alert-filter.ts'
import { closeAlert } from './close-alert.ts'
import { type AlertFacetCount, countAlertFacets } from './count-alert-facets.ts'
import { groupAlerts } from './group-alerts.ts'
import type { AlertGrouping } from './group-key.ts'
import { countAlerts, listAlerts } from './list-alerts.ts'
import { raiseAlerts } from './raise-alerts.ts'

const GIVEN: { rule: string; level: Level; kind: string; value: string; site?: string; attack?: string[] }[] =
  [
    { rule: 'r1', level: 'high', kind: 'host', value: 'ws-1', attack: ['TA0001', 'T1078'] },
    { rule: 'r1', level: 'high', kind: 'host', value: 'ws-2', attack: ['TA0001', 'T1078'] },
    { rule: 'r2', level: 'critical', kind: 'host', value: 'ws-1', attack: ['TA0001', 'TA0006', 'T1110.003'] },
    { rule: 'r3', level: 'low', kind: 'user', value: 'mira' },
    { rule: 'r3', level: 'low', kind: 'host', value: 'ws-1', site: 'oslo' },
  ]

let world: Awaited<ReturnType<typeof twoTenants>>

beforeAll(async () => {
  world = await twoTenants()
  for (const scope of [world.ourScope, world.theirScope]) {
    const [closed] = await raiseAlerts(world.records, scope, {
      payloadId: randomUUID(),
      now: 0,
      groups: GIVEN.map(({ rule, level, kind, value, site = '', attack = [] }, place) => ({
        ...{ ruleId: rule, ruleTitle: `Title of ${rule}`, ruleDescription: undefined, level, attack },
        ...{ backfill: false, count: 3, entity: { site, kind, value } },
        ...{ firstSeen: BigInt(place) * 100n, lastSeen: BigInt(place) * 100n + 50n },
      })),
    })
    const now = new Date()
    const closing = { alertId: closed!.alertId, reason: 'undetermined', by: randomUUID(), now } as const
    await closeAlert(world.records, scope, closing)
  }
})
afterAll(() => world.close())

const group = (by: AlertGrouping, filter: AlertFilter = {}, first = 100) =>
  groupAlerts(world.records, world.ourScope, filter, { by, first })
const ours = () => world.ours.tenantId

describe('groups', () => {
  it('come worst first, with what they count', async () => {
    const { groups, total } = await group('rule')
    expect(total).toBe(3)
    expect(groups).toEqual([
      {
        ...{ key: { by: 'rule', parts: ['r2'] }, title: 'Title of r2', level: 'critical' },
        ...{ alerts: 1, open: 1, detections: 3n, firstSeen: 200n, lastSeen: 250n },
      },
      {
        ...{ key: { by: 'rule', parts: ['r1'] }, title: 'Title of r1', level: 'high' },
        ...{ alerts: 2, open: 1, detections: 6n, firstSeen: 0n, lastSeen: 150n },
      },
      {
        ...{ key: { by: 'rule', parts: ['r3'] }, title: 'Title of r3', level: 'low' },
        ...{ alerts: 2, open: 2, detections: 6n, firstSeen: 300n, lastSeen: 450n },
      },
    ])
  })

  it('tell how many there are when not all come', async () => {
    const { groups, total } = await group('rule', {}, 1)
    expect(groups).toHaveLength(1)
    expect(total).toBe(3)
  })

  it('by host keep sites apart, and put what is about no host last', async () => {
    const { groups } = await group('host')
    expect(groups.map(({ key, alerts }) => [key.parts?.slice(1), alerts])).toEqual([
      [['', 'host', 'ws-1'], 2],
      [['', 'host', 'ws-2'], 1],
      [['oslo', 'host', 'ws-1'], 1],
      [undefined, 1],
    ])
  })

  it('by tactic have an alert under each of its own, and those without', async () => {
    const { groups } = await group('tactic')
    expect(groups.map(({ key, alerts }) => [key.parts?.[0], alerts])).toEqual([
      ['TA0001', 3],
      ['TA0006', 1],
      [undefined, 2],
    ])
  })

  it.each<[AlertGrouping, string, AlertFilter]>([
    ['rule', 'all', {}],
    ['rule', 'closed', { status: ['closed'] }],
    ['entity', 'grave', { level: ['high', 'critical'] }],
    ['host', 'of a rule', { ruleId: 'r3' }],
    ['user', 'of a range', { range: { from: 100n, to: 400n } }],
    ['tenant', 'about hosts', { entityKind: 'host' }],
    ['tactic', 'of techniques', { attack: ['T1078', 'T1110.003'] }],
  ])('by %s, %s, hold what a list of each holds', async (by, _, filter) => {
    const { groups } = await group(by, filter)
    expect(groups.length).toBeGreaterThan(0)
    for (const { key, alerts } of groups) {
      const within = { ...filter, group: key }
      const list = await listAlerts(world.records, world.ourScope, within, { first: 10 })
      expect(list.alerts).toHaveLength(alerts)
      expect(await countAlerts(world.records, world.ourScope, within)).toBe(alerts)
      expect(list.alerts.every(({ tenantId }) => tenantId === ours())).toBe(true)
    }
  })

  it('of a scope of both tenants are one for a rule and two for a host', async () => {
    const both = (by: AlertGrouping, filter: AlertFilter = {}) =>
      groupAlerts(world.records, world.bothScope, filter, { by, first: 100 })
    expect((await both('rule')).groups.map(({ alerts }) => alerts)).toEqual([2, 4, 4])
    expect((await both('host')).groups.map(({ alerts }) => alerts)).toEqual([2, 2, 1, 1, 1, 1, 2])
    expect((await both('rule', { tenantIds: [ours()] })).groups).toEqual((await group('rule')).groups)
  })

  it('show nothing of a tenant out of scope, whatever the key says', async () => {
    const key = { by: 'host', parts: [world.theirs.tenantId, '', 'host', 'ws-1'] } as const
    expect(await countAlerts(world.records, world.ourScope, { group: key })).toBe(0)
    expect((await group('host', { group: key })).total).toBe(0)
    expect((await group('rule', { tenantIds: [world.theirs.tenantId] })).total).toBe(0)
  })
})

describe('facets', () => {
  const facets = (filter: AlertFilter, first = 20) =>
    countAlertFacets(world.records, world.ourScope, filter, first)
  const of = (counts: AlertFacetCount[], facet: AlertFacetCount['facet']) =>
    counts.filter((one) => one.facet === facet).map(({ value, alerts }) => [value, alerts])

  it('count each value of the tenant, most first', async () => {
    const counts = await facets({})
    expect(of(counts, 'status')).toEqual([
      ['open', 4],
      ['closed', 1],
    ])
    expect(of(counts, 'tenant')).toEqual([[ours(), 5]])
    expect(of(counts, 'kind')).toEqual([
      ['host', 4],
      ['user', 1],
    ])
    expect(of(counts, 'tactic')).toEqual([
      ['TA0001', 3],
      ['TA0006', 1],
    ])
    expect(of(counts, 'technique')).toEqual([
      ['T1078', 2],
      ['T1110.003', 1],
    ])
    expect(counts.find(({ value }) => value === 'r1')?.title).toBe('Title of r1')
    expect(of(await facets({}, 1), 'rule')).toEqual([['r1', 2]])
  })

  it('are counted without their own part of the filter, and with the others', async () => {
    const counts = await facets({ status: ['open'], level: ['high'] })
    expect(of(counts, 'status')).toEqual([
      ['closed', 1],
      ['open', 1],
    ])
    expect(of(counts, 'level')).toEqual([
      ['low', 2],
      ['critical', 1],
      ['high', 1],
    ])
    expect(of(counts, 'rule')).toEqual([['r1', 1]])
  })
})

it('the extent is of the alerts that the filter finds', async () => {
  const extent = (filter: AlertFilter) => alertExtent(world.records, world.ourScope, filter)
  expect(await extent({ ruleId: 'r1' })).toEqual({ from: 0n, to: 151n })
  expect(await extent({ ruleId: 'none' })).toBeUndefined()
})
