import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { twoTenants } from '../../../e2e/testkit/two-tenants.ts'
import type { Level } from '../../event/detection.ts'
import type { Alert } from './alert.ts'
import type { AlertFilter } from './alert-filter.ts'
import { closeAlert, reopenAlert } from './close-alert.ts'
import { countOpenAlerts } from './count-open-alerts.ts'
import { getAlert } from './get-alert.ts'
import { countAlerts, listAlerts } from './list-alerts.ts'
import { raiseAlerts } from './raise-alerts.ts'

/** Four of ours (a to d, by last seen) and one of theirs that matches each filter as well as ours do. */
const GIVEN: {
  value: string
  level: Level
  ruleId: string
  at: bigint
  backfill?: boolean
  theirs?: boolean
}[] = [
  { value: 'a', level: 'high', ruleId: 'r1', at: 1000n },
  { value: 'b', level: 'low', ruleId: 'r2', at: 2000n, backfill: true },
  { value: 'c', level: 'high', ruleId: 'r2', at: 3000n },
  { value: 'd', level: 'critical', ruleId: 'r1', at: 3000n },
  { value: 'a', level: 'high', ruleId: 'r1', at: 1000n, theirs: true },
]

describe('alerts', () => {
  let world: Awaited<ReturnType<typeof twoTenants>>
  const ids: string[] = []

  beforeAll(async () => {
    world = await twoTenants()
    for (const { value, level, ruleId, at, backfill = false, theirs } of GIVEN) {
      const [raised] = await raiseAlerts(world.records, theirs ? world.theirScope : world.ourScope, {
        payloadId: randomUUID(),
        now: 0,
        groups: [
          {
            ...{
              ruleId,
              ruleTitle: ruleId,
              ruleDescription: undefined,
              level,
              attack: [],
              backfill,
              count: 1,
            },
            ...{ entity: { site: '', kind: 'ip', value }, firstSeen: at - 500n, lastSeen: at },
          },
        ],
      })
      ids.push(raised!.alertId)
    }
  })
  afterAll(() => world.close())

  const values = (alerts: Alert[]) => alerts.map((alert) => alert.entity.value).sort()

  it.each<[string, AlertFilter, string[]]>([
    ['no filter', {}, ['a', 'b', 'c', 'd']],
    ['level', { level: ['high', 'critical'] }, ['a', 'c', 'd']],
    ['rule', { ruleId: 'r1' }, ['a', 'd']],
    ['entity', { entity: 'a' }, ['a']],
    ['without backfills', { includeBackfill: false }, ['a', 'c', 'd']],
    ['status', { status: ['open'] }, ['a', 'b', 'c', 'd']],
    ['status closed', { status: ['closed'] }, []],
    ['range that touches', { range: { from: 1000n, to: 1501n } }, ['a', 'b']],
    ['range, half-open', { range: { from: 1001n, to: 1500n } }, []],
  ])('filters by %s', async (_, filter, expected) => {
    const { alerts } = await listAlerts(world.records, world.ourScope, filter, { first: 10 })
    expect(values(alerts)).toEqual(expected)
    expect(await countAlerts(world.records, world.ourScope, filter)).toBe(expected.length)
    const { alerts: both } = await listAlerts(world.records, world.bothScope, filter, { first: 10 })
    expect(both.length - alerts.length).toBe(expected.includes('a') ? 1 : 0)
  })

  it('pages through equal times without a gap or a repeat, the last seen first', async () => {
    const seen: Alert[] = []
    for (let hasNextPage = true; hasNextPage; ) {
      const last = seen.at(-1)
      const after = last && { lastSeen: last.lastSeen, alertId: last.alertId }
      const page = await listAlerts(world.records, world.ourScope, {}, { first: 1, after })
      seen.push(...page.alerts)
      hasNextPage = page.hasNextPage
    }
    expect(seen.map((alert) => alert.lastSeen)).toEqual([3000n, 3000n, 2000n, 1000n])
    expect(values(seen)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('shows one alert, to its tenant only', async () => {
    expect(await getAlert(world.records, world.ourScope, ids[0]!)).toMatchObject({ entity: { value: 'a' } })
    expect(await getAlert(world.records, world.ourScope, ids[4]!)).toBeUndefined()
    expect(await getAlert(world.records, world.ourScope, randomUUID())).toBeUndefined()
  })

  it('counts open alerts by tenant and level', async () => {
    const { ours, theirs } = world
    const ofOurs = [
      { tenantId: ours.tenantId, level: 'low', count: 1 },
      { tenantId: ours.tenantId, level: 'high', count: 2 },
      { tenantId: ours.tenantId, level: 'critical', count: 1 },
    ]
    expect(await countOpenAlerts(world.records, world.ourScope)).toEqual(ofOurs)
    const all = await countOpenAlerts(world.records, world.bothScope)
    expect(all).toEqual(
      expect.arrayContaining([...ofOurs, { tenantId: theirs.tenantId, level: 'high', count: 1 }]),
    )
  })

  it('closes with reason, note, person and time, and reopens', async () => {
    const { records, ourScope } = world
    const alertId = ids[1]!
    const by = randomUUID()
    const now = new Date('2026-11-23T12:00:00Z')
    const closing = {
      alertId,
      reason: 'false_positive_logic',
      note: 'Backup\0 job',
      by,
      now,
      version: 1,
    } as const
    const closed = await closeAlert(records, ourScope, closing)
    expect(closed).toMatchObject({ status: 'closed', version: 2 })
    expect(closed.closed).toEqual({ reason: 'false_positive_logic', note: 'Backup\uFFFD job', by, at: now })
    await expect(closeAlert(records, ourScope, { ...closing, version: 2 })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    await expect(reopenAlert(records, ourScope, { alertId, version: 1 })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    const reopened = await reopenAlert(records, ourScope, { alertId, version: 2 })
    expect(reopened).toMatchObject({ status: 'open', version: 3, closed: undefined })
    await expect(reopenAlert(records, ourScope, { alertId })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('lets one of two people close', async () => {
    const closing = { alertId: ids[2]!, reason: 'undetermined', now: new Date(), version: 1 } as const
    const tries = await Promise.allSettled(
      [randomUUID(), randomUUID()].map((by) => closeAlert(world.records, world.ourScope, { ...closing, by })),
    )
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('closes and reopens nothing of another tenant', async () => {
    const { records, ourScope, theirScope } = world
    const closing = { alertId: ids[4]!, reason: 'undetermined', by: randomUUID(), now: new Date() } as const
    await expect(closeAlert(records, ourScope, closing)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await closeAlert(records, theirScope, closing)
    await expect(reopenAlert(records, ourScope, { alertId: ids[4]! })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await getAlert(records, theirScope, ids[4]!)).toMatchObject({ status: 'closed' })
  })
})
