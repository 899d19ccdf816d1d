import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { twoTenants } from '../../../e2e/testkit/two-tenants.ts'
import type { AlertGroup } from './alert-group.ts'
import { closeAlert } from './close-alert.ts'
import { countOpenAlerts } from './count-open-alerts.ts'
import { getAlert } from './get-alert.ts'
import { listAlerts } from './list-alerts.ts'
import { raiseAlerts } from './raise-alerts.ts'

const NOON = 1_795_000_000_000_000_000n
const MINUTE = 60_000_000_000n

function group(changes: Partial<AlertGroup> = {}): AlertGroup {
  return {
    ...{ ruleId: 'ssh', ruleTitle: 'SSH guessing', ruleDescription: 'Many failures', level: 'high' },
    ...{ attack: ['T1110'], entity: { site: 'hq', kind: 'ip', value: '10.0.0.5' }, backfill: false },
    ...{ count: 3, firstSeen: NOON, lastSeen: NOON + MINUTE },
    ...changes,
  }
}

/** An entity of one's own per test. */
function entity(): AlertGroup['entity'] {
  return { site: 'hq', kind: 'host', value: randomUUID() }
}

describe('raiseAlerts', () => {
  let world: Awaited<ReturnType<typeof twoTenants>>
  beforeAll(async () => {
    world = await twoTenants()
  })
  afterAll(() => world.close())

  const raise = (groups: AlertGroup[], payloadId: string = randomUUID(), scope = world.ourScope) =>
    raiseAlerts(world.records, scope, { payloadId, groups, now: 1_795_000_000_123 })

  it('raises an alert with what is known about it', async () => {
    const [raised] = await raise([group()])
    expect(raised).toMatchObject({ created: true, counted: 3 })
    expect(await getAlert(world.records, world.ourScope, raised!.alertId)).toEqual({
      ...{
        tenantId: world.ours.tenantId,
        alertId: raised!.alertId,
        status: 'open',
        backfill: false,
        version: 1,
      },
      ...{ ruleId: 'ssh', ruleTitle: 'SSH guessing', ruleDescription: 'Many failures', level: 'high' },
      ...{ attack: ['T1110'], entity: { site: 'hq', kind: 'ip', value: '10.0.0.5' }, count: 3 },
      ...{
        firstSeen: NOON,
        lastSeen: NOON + MINUTE,
        raisedAt: new Date(1_795_000_000_123),
        closed: undefined,
      },
    })
  })

  it('counts later and earlier payloads of the window towards it, to the nanosecond', async () => {
    const about = entity()
    const [first] = await raise([group({ entity: about })])
    const [later] = await raise([
      group({ entity: about, count: 2, firstSeen: NOON + 60n * MINUTE, lastSeen: NOON + 60n * MINUTE + 1n }),
    ])
    const [earlier] = await raise([
      group({ entity: about, firstSeen: NOON - 60n * MINUTE - 1n, lastSeen: NOON - 60n * MINUTE }),
    ])
    expect(later).toEqual({ alertId: first!.alertId, created: false, counted: 2 })
    expect(earlier).toEqual({ alertId: first!.alertId, created: false, counted: 3 })
    expect(await getAlert(world.records, world.ourScope, first!.alertId)).toMatchObject({
      ...{ count: 8, firstSeen: NOON - 60n * MINUTE - 1n, lastSeen: NOON + 60n * MINUTE + 1n, version: 1 },
    })
    const [outside] = await raise([
      group({ entity: about, firstSeen: NOON + 121n * MINUTE, lastSeen: NOON + 121n * MINUTE }),
    ])
    expect(outside).toMatchObject({ created: true })
  })

  it('counts a payload once, however often and at once it is tried', async () => {
    const groups = [group({ entity: entity() }), group({ entity: entity() })]
    const payloadId = randomUUID()
    const tries = await Promise.all(Array.from({ length: 8 }, () => raise(groups, payloadId)))
    expect(new Set(tries.map((raised) => raised[0]?.alertId)).size).toBe(1)
    expect(tries.filter((raised) => raised[0]?.created)).toHaveLength(1)
    const added = tries.map((raised) => raised[1]?.counted ?? 0)
    expect(added.sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 3])
    expect(await getAlert(world.records, world.ourScope, tries[0]![0]!.alertId)).toMatchObject({ count: 3 })
  })

  it('raises one alert when many payloads begin it at once, in any order of groups', async () => {
    const groups = Array.from({ length: 5 }, () => group({ entity: entity(), count: 1 }))
    await Promise.all(
      Array.from({ length: 10 }, (_, turn) =>
        raise([...groups.slice(turn % 5), ...groups.slice(0, turn % 5)]),
      ),
    )
    for (const { entity: about } of groups) {
      const { alerts } = await listAlerts(
        world.records,
        world.ourScope,
        { entity: about.value },
        { first: 10 },
      )
      expect(alerts).toMatchObject([{ count: 10 }])
    }
  })

  it('keeps sites, rules, backfills and tenants apart', async () => {
    const about = entity()
    const raised = await raise([
      group({ entity: about }),
      group({ entity: { ...about, site: 'plant' } }),
      group({ entity: about, ruleId: 'other' }),
      group({ entity: about, backfill: true }),
    ])
    const [foreign] = await raise([group({ entity: about })], randomUUID(), world.theirScope)
    const ids = [...raised, foreign!].map((answer) => answer.alertId)
    expect(new Set(ids).size).toBe(5)
    const again = await raise([group({ entity: about, backfill: true })])
    expect(again[0]?.alertId).toBe(raised[3]?.alertId)
  })

  it('counts the same payload id of two tenants for each', async () => {
    const about = entity()
    const payloadId = randomUUID()
    const [ours] = await raise([group({ entity: about })], payloadId)
    const [theirs] = await raise([group({ entity: about })], payloadId, world.theirScope)
    expect(ours).toMatchObject({ created: true, counted: 3 })
    expect(theirs).toMatchObject({ created: true, counted: 3 })
    expect(await getAlert(world.records, world.ourScope, theirs!.alertId)).toBeUndefined()
  })

  it('raises a new alert after a closing, and a retry still finds the closed one', async () => {
    const about = entity()
    const payloadId = randomUUID()
    const [first] = await raise([group({ entity: about })], payloadId)
    const closing = { reason: 'benign_positive', by: randomUUID(), now: new Date() } as const
    await closeAlert(world.records, world.ourScope, { alertId: first!.alertId, ...closing })
    const [second] = await raise([group({ entity: about })])
    expect(second).toMatchObject({ created: true })
    expect(second?.alertId).not.toBe(first?.alertId)
    expect(await raise([group({ entity: about })], payloadId)).toEqual([
      { alertId: first!.alertId, created: false, counted: 0 },
    ])
  })

  it('adds up groups of one rule and entity in one call', async () => {
    const about = entity()
    const raised = await raise([group({ entity: about }), group({ entity: about, count: 4 })])
    expect(raised[0]).toEqual(raised[1])
    expect(await getAlert(world.records, world.ourScope, raised[0]!.alertId)).toMatchObject({ count: 7 })
  })

  it('takes hostile values: NUL, half a surrogate pair, megabytes, times out of range', async () => {
    const value = `a\0b\uD800${'x'.repeat(1_000_000)}`
    const far = group({ entity: { ...entity(), value }, firstSeen: -(10n ** 30n), lastSeen: 10n ** 30n })
    const [first] = await raise([far])
    const [second] = await raise([far])
    expect(second).toMatchObject({ alertId: first!.alertId, created: false })
    const { alerts } = await listAlerts(world.records, world.ourScope, { entity: value }, { first: 1 })
    expect(alerts[0]?.entity.value.startsWith('a\uFFFDb\uFFFDx')).toBe(true)
  })

  const thousands = (many: number, changes: Partial<AlertGroup> = {}) =>
    Array.from({ length: many }, () => group({ entity: entity(), ...changes }))
  const open = async () =>
    (await countOpenAlerts(world.records, world.ourScope)).reduce((sum, { count }) => sum + count, 0)

  it('takes 20,000 groups of one payload, and each only once', async () => {
    const groups = thousands(20_000, { attack: ['T1110', 'T1078'] })
    const payloadId = randomUUID()
    const raised = await raise(groups, payloadId)
    expect(raised.every(({ created, counted }) => created && counted === 3)).toBe(true)
    expect(new Set(raised.map(({ alertId }) => alertId)).size).toBe(20_000)
    for (const at of [0, 999, 1_000, 19_999])
      expect(await getAlert(world.records, world.ourScope, raised[at]!.alertId)).toMatchObject({
        ...{ entity: groups[at]!.entity, attack: ['T1110', 'T1078'], count: 3, lastSeen: NOON + MINUTE },
      })
    const again = await raise(groups.toReversed(), payloadId)
    expect(again.every(({ created, counted }) => !created && counted === 0)).toBe(true)
    expect(again.map(({ alertId }) => alertId).toReversed()).toEqual(raised.map(({ alertId }) => alertId))
    const later = await raise(groups)
    expect(later.every(({ created, counted }) => !created && counted === 3)).toBe(true)
    expect(await getAlert(world.records, world.ourScope, raised[7]!.alertId)).toMatchObject({ count: 6 })
  })

  it('lets a small payload pass while a large one is counted', async () => {
    const before = await open()
    let done = false
    const large = raise(thousands(10_000)).finally(() => {
      done = true
    })
    await expect.poll(open, { interval: 5, timeout: 30_000 }).toBeGreaterThan(before)
    await raise([group({ entity: entity() })])
    expect(done).toBe(false)
    await large
  })

  it('goes on after a failure where it stopped', async () => {
    const groups = thousands(2_500)
    const payloadId = randomUUID()
    const broken = groups.with(-1, group({ entity: entity(), level: 'unheard of' as 'high' }))
    await expect(raise(broken, payloadId)).rejects.toThrow()
    const raised = await raise(groups, payloadId)
    expect(raised.filter(({ counted }) => counted === 0)).toHaveLength(2_000)
    expect(raised.filter(({ created }) => created)).toHaveLength(500)
    const counts = await Promise.all(
      [raised[0]!, raised[2_499]!].map(({ alertId }) => getAlert(world.records, world.ourScope, alertId)),
    )
    expect(counts).toMatchObject([{ count: 3 }, { count: 3 }])
  })

  it('counts a large payload once when two try at the same time', async () => {
    const groups = thousands(3_000)
    const payloadId = randomUUID()
    const tries = await Promise.all([raise(groups, payloadId), raise(groups.toReversed(), payloadId)])
    const answers = tries.flat()
    expect(answers.filter(({ created }) => created)).toHaveLength(3_000)
    expect(answers.reduce((sum, { counted }) => sum + counted, 0)).toBe(9_000)
  })

  it('does nothing without groups and refuses a scope of two tenants', async () => {
    expect(await raise([])).toEqual([])
    await expect(raise([group()], randomUUID(), world.bothScope)).rejects.toThrow(RangeError)
  })
})
