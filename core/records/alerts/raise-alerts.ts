import { uuidV7 } from '../../event/uuid-v7.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { toText } from '../to-text.ts'
import { type Transaction, withScope } from '../with-scope.ts'
import { type AlertGroup, groupKey } from './alert-group.ts'
import {
  type Assignment,
  assignGroups,
  type KeyedGroup,
  mergeGroups,
  type OpenAlert,
} from './assign-groups.ts'

const HOUR_MS = 3_600_000
/** Event times come from logs: whatever they claim, the column holds 64 bits and the window must fit beside. */
const FARTHEST = 9_000_000_000_000_000_000n
const MAX_WINDOW_MS = 30 * 24 * HOUR_MS

export interface Raising {
  payloadId: string
  groups: readonly AlertGroup[]
  /** Milliseconds since the epoch: when the alerts are raised. */
  now: number
  /** How far from an alert's detections another still counts towards it. Default 1 h, at most 30 days. */
  windowMs?: number
}

export interface Raised {
  alertId: string
  created: boolean
  /** Detections added now; 0 when this payload was counted before. */
  counted: number
}

/**
 * Counts the groups of one payload towards alerts, in one transaction. Doing it again changes nothing, so all
 * groups of a payload and tenant belong into one call.
 * @param scope exactly one tenant
 * @returns one answer per group, in order
 */
export async function raiseAlerts(
  records: Records,
  scope: TenantScope,
  { payloadId, groups, now, windowMs = HOUR_MS }: Raising,
): Promise<Raised[]> {
  const [tenantId, ...others] = scope.tenantIds
  if (tenantId === undefined || others.length > 0) throw new RangeError('Alerts are raised for one tenant')
  if (groups.length === 0) return []
  const window = BigInt(Math.min(windowMs, MAX_WINDOW_MS)) * 1_000_000n
  const keyed = groups.map((group) => ({ ...tidy(group), key: groupKey(group) }))
  const raised = await withScope(records, scope, async (tx) => {
    // One at a time per tenant: two payloads that begin the same alert must not raise two.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`raise-alerts ${tenantId}`}, 0))`
    const counted = await countedBefore(tx, tenantId, payloadId)
    const fresh = mergeGroups(keyed).filter(({ key }) => !counted.has(key))
    const assigned = assignGroups(fresh, await openAlerts(tx, tenantId, fresh))
    return new Map([...counted, ...(await count(tx, { tenantId, payloadId, assigned, now, window }))])
  })
  return keyed.map(({ key }) => {
    const answer = raised.get(key)
    if (!answer) throw new Error('A group was neither counted nor known')
    return answer
  })
}

function tidy(group: AlertGroup): AlertGroup {
  const { site, kind, value } = group.entity
  return {
    ...group,
    ruleTitle: toText(group.ruleTitle),
    ruleDescription: group.ruleDescription === undefined ? undefined : toText(group.ruleDescription),
    entity: { site: toText(site), kind: toText(kind), value: toText(value) },
    firstSeen: clamp(group.firstSeen),
    lastSeen: clamp(group.lastSeen),
  }
}

function clamp(time: bigint): bigint {
  if (time > FARTHEST) return FARTHEST
  return time < -FARTHEST ? -FARTHEST : time
}

async function countedBefore(
  tx: Transaction,
  tenantId: string,
  payloadId: string,
): Promise<Map<string, Raised>> {
  const rows = await tx.alertContribution.findMany({ where: { tenantId, payloadId } })
  return new Map(
    rows.map(({ groupKey, alertId }) => [toHex(groupKey), { alertId, created: false, counted: 0 }]),
  )
}

async function openAlerts(
  tx: Transaction,
  tenantId: string,
  groups: readonly KeyedGroup[],
): Promise<OpenAlert[]> {
  const keys = groups.map(({ key }) => key)
  // Locked, so that nobody closes them meanwhile.
  return tx.$queryRaw<OpenAlert[]>`
    SELECT id AS "alertId", encode(group_key, 'hex') AS "key", last_seen AS "lastSeen",
           window_start AS "windowStart", window_end AS "windowEnd"
    FROM alerts
    WHERE tenant_id = ${tenantId}::uuid AND status = 'open'
      AND group_key IN (SELECT decode(hex, 'hex') FROM unnest(${keys}::text[]) AS hex)
    ORDER BY id FOR UPDATE`
}

interface Counting {
  tenantId: string
  payloadId: string
  assigned: readonly Assignment[]
  now: number
  window: bigint
}

async function count(tx: Transaction, counting: Counting): Promise<Map<string, Raised>> {
  const { tenantId, payloadId, assigned, now } = counting
  const placed = assigned.map(({ group, alertId }) => ({
    group,
    alertId: alertId ?? uuidV7(now),
    created: alertId === undefined,
  }))
  const created = placed.filter((place) => place.created)
  const joined = placed.filter((place) => !place.created)
  if (created.length > 0) {
    await tx.alert.createMany({
      data: created.map((place) => newAlert(counting, place.alertId, place.group)),
    })
  }
  if (joined.length > 0) {
    await tx.$executeRaw`
      UPDATE alerts SET
        count = alerts.count + g.count,
        first_seen = LEAST(alerts.first_seen, g.first_seen),
        last_seen = GREATEST(alerts.last_seen, g.last_seen),
        window_start = LEAST(window_start, g.first_seen - ${counting.window}::bigint),
        window_end = GREATEST(window_end, g.last_seen + ${counting.window}::bigint)
      FROM unnest(
        ${joined.map((place) => place.alertId)}::uuid[],
        ${joined.map((place) => BigInt(place.group.count))}::bigint[],
        ${joined.map((place) => place.group.firstSeen)}::bigint[],
        ${joined.map((place) => place.group.lastSeen)}::bigint[]
      ) AS g(id, count, first_seen, last_seen)
      WHERE alerts.tenant_id = ${tenantId}::uuid AND alerts.id = g.id`
  }
  await tx.alertContribution.createMany({
    data: placed.map(({ group, alertId }) => ({
      ...{ tenantId, payloadId, alertId, count: BigInt(group.count) },
      groupKey: fromHex(group.key),
    })),
  })
  return new Map(
    placed.map(({ group, alertId, created }) => [group.key, { alertId, created, counted: group.count }]),
  )
}

function newAlert({ tenantId, now, window }: Counting, id: string, group: KeyedGroup) {
  const { ruleId, ruleTitle, ruleDescription, level, attack, entity, backfill, firstSeen, lastSeen } = group
  return {
    ...{ tenantId, id, ruleId, ruleTitle, level, backfill, firstSeen, lastSeen },
    ruleDescription: ruleDescription ?? null,
    attack: [...attack],
    entitySite: entity.site,
    entityKind: entity.kind,
    entityValue: entity.value,
    groupKey: fromHex(group.key),
    count: BigInt(group.count),
    windowStart: firstSeen - window,
    windowEnd: lastSeen + window,
    raisedAt: new Date(now),
  }
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(hex, 'hex'))
}
