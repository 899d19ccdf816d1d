import { uuidV7 } from '../../event/uuid-v7.ts'
import type { Transaction } from '../with-scope.ts'
import { assignGroups, type KeyedGroup, type OpenAlert } from './assign-groups.ts'

export interface Raised {
  alertId: string
  created: boolean
  /** Detections added now; 0 when this payload was counted before. */
  counted: number
}

interface Counting {
  tenantId: string
  payloadId: string
  /** One per key. */
  groups: readonly KeyedGroup[]
  /** Milliseconds since the epoch. */
  now: number
  /** Nanoseconds. */
  window: bigint
}

interface Placed {
  group: KeyedGroup
  alertId: string
  created: boolean
}

/**
 * Counts groups of a payload towards alerts: the same few statements for one group and for a thousand.
 * @param tx with the scope of the tenant
 * @returns what became of each group, by key
 */
export async function countGroups(tx: Transaction, counting: Counting): Promise<Map<string, Raised>> {
  const { tenantId, groups, now } = counting
  // One at a time per tenant: two payloads that begin the same alert must not raise two.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`raise-alerts ${tenantId}`}, 0))`
  const counted = await countedBefore(tx, counting)
  const fresh = groups.filter(({ key }) => !counted.has(key))
  if (fresh.length === 0) return counted
  const placed = assignGroups(fresh, await openAlerts(tx, tenantId, fresh)).map(({ group, alertId }) => ({
    ...{ group, alertId: alertId ?? uuidV7(now) },
    created: alertId === undefined,
  }))
  await addToAlerts(tx, counting, placed)
  await noteContributions(tx, counting, placed)
  for (const { group, ...place } of placed) counted.set(group.key, { ...place, counted: group.count })
  return counted
}

// Both lookups below are one look into an index per group, whatever the planner knows of the table: OFFSET keeps the
// tenant's equality outside, which beside the policy's makes a table without statistics look empty to it.

async function countedBefore(tx: Transaction, counting: Counting): Promise<Map<string, Raised>> {
  const { tenantId, payloadId, groups } = counting
  const rows = await tx.$queryRaw<{ key: string; alertId: string }[]>`
    SELECT g.key, counted.alert_id AS "alertId"
    FROM unnest(${groups.map(({ key }) => key)}::text[]) AS g(key)
    CROSS JOIN LATERAL (
      SELECT tenant_id, alert_id FROM alert_contributions
      WHERE payload_id = ${payloadId}::uuid AND group_key = decode(g.key, 'hex')
      OFFSET 0
    ) AS counted
    WHERE counted.tenant_id = ${tenantId}::uuid`
  return new Map(rows.map(({ key, alertId }) => [key, { alertId, created: false, counted: 0 }]))
}

/**
 * Only those whose window a group touches, because an entity may have an open alert for every hour of a year. Locked,
 * so that nobody closes them meanwhile.
 */
function openAlerts(tx: Transaction, tenantId: string, groups: readonly KeyedGroup[]): Promise<OpenAlert[]> {
  return tx.$queryRaw<OpenAlert[]>`
    SELECT touched.id AS "alertId", g.key, touched.last_seen AS "lastSeen",
           touched.window_start AS "windowStart", touched.window_end AS "windowEnd"
    FROM unnest(
      ${groups.map(({ key }) => key)}::text[],
      ${groups.map(({ firstSeen }) => firstSeen)}::bigint[],
      ${groups.map(({ lastSeen }) => lastSeen)}::bigint[]
    ) AS g(key, first_seen, last_seen)
    CROSS JOIN LATERAL (
      SELECT tenant_id, id, last_seen, window_start, window_end FROM alerts
      WHERE group_key = decode(g.key, 'hex') AND status = 'open'
        AND window_start <= g.last_seen AND window_end >= g.first_seen
      OFFSET 0 FOR UPDATE
    ) AS touched
    WHERE touched.tenant_id = ${tenantId}::uuid`
}

/** Raises the alerts that are not there yet, and counts towards the others. */
async function addToAlerts(
  tx: Transaction,
  { tenantId, now, window }: Counting,
  placed: readonly Placed[],
): Promise<void> {
  // One JSON object instead of an array per column: an array of lists would have to be a rectangle.
  const rows = placed.map(({ group, alertId }) => ({
    ...{ id: alertId, key: group.key, backfill: group.backfill, count: group.count },
    ...{
      rule_id: group.ruleId,
      rule_title: group.ruleTitle,
      rule_description: group.ruleDescription ?? null,
    },
    ...{ level: group.level, attack: group.attack },
    ...{ site: group.entity.site, kind: group.entity.kind, value: group.entity.value },
    ...{ first_seen: String(group.firstSeen), last_seen: String(group.lastSeen) },
  }))
  await tx.$executeRaw`
    INSERT INTO alerts (
      tenant_id, id, rule_id, rule_title, rule_description, level, attack, entity_site, entity_kind, entity_value,
      group_key, backfill, count, first_seen, last_seen, window_start, window_end, raised_at
    )
    SELECT ${tenantId}::uuid, id, rule_id, rule_title, rule_description, level, attack, site, kind, value,
      decode(key, 'hex'), backfill, count, first_seen, last_seen,
      first_seen - ${window}::bigint, last_seen + ${window}::bigint, ${new Date(now)}::timestamptz
    FROM json_to_recordset(${{ rows }}::json -> 'rows') AS g(
      id uuid, key text, backfill boolean, count bigint, rule_id text, rule_title text, rule_description text,
      level level, attack text[], site text, kind text, value text, first_seen bigint, last_seen bigint
    )
    ON CONFLICT (tenant_id, id) DO UPDATE SET
      count = alerts.count + EXCLUDED.count,
      first_seen = LEAST(alerts.first_seen, EXCLUDED.first_seen),
      last_seen = GREATEST(alerts.last_seen, EXCLUDED.last_seen),
      window_start = LEAST(alerts.window_start, EXCLUDED.window_start),
      window_end = GREATEST(alerts.window_end, EXCLUDED.window_end)`
}

async function noteContributions(
  tx: Transaction,
  { tenantId, payloadId }: Counting,
  placed: readonly Placed[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO alert_contributions (tenant_id, payload_id, group_key, alert_id, count)
    SELECT ${tenantId}::uuid, ${payloadId}::uuid, decode(g.key, 'hex'), g.alert_id, g.count
    FROM unnest(
      ${placed.map(({ group }) => group.key)}::text[],
      ${placed.map(({ alertId }) => alertId)}::uuid[],
      ${placed.map(({ group }) => BigInt(group.count))}::bigint[]
    ) AS g(key, alert_id, count)`
}
