import type { Level } from '../../event/detection.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { Prisma } from '../generated/client.ts'
import { withScope } from '../with-scope.ts'
import type { AlertFilter } from './alert-filter.ts'
import { alertsWhere } from './alerts-where.ts'
import type { AlertGrouping, GroupKey } from './group-key.ts'

export interface GroupedAlerts {
  key: GroupKey
  /** Of a rule. */
  title: string
  /** The worst. */
  level: Level
  alerts: number
  open: number
  detections: bigint
  firstSeen: bigint
  lastSeen: bigint
}

type Row = Omit<GroupedAlerts, 'key'> & { parts: string[] | null; groups: number }

const ENTITY = Prisma.sql`ARRAY[tenant_id::text, entity_site, entity_kind, entity_value]`
const PARTS: Readonly<Record<AlertGrouping, Prisma.Sql>> = {
  rule: Prisma.sql`ARRAY[rule_id]`,
  entity: ENTITY,
  host: Prisma.sql`CASE WHEN entity_kind = 'host' THEN ${ENTITY} END`,
  user: Prisma.sql`CASE WHEN entity_kind = 'user' THEN ${ENTITY} END`,
  tenant: Prisma.sql`ARRAY[tenant_id::text]`,
  tactic: Prisma.sql`CASE WHEN tactic IS NOT NULL THEN ARRAY[tactic] END`,
}
const BY_TACTIC = Prisma.sql`LEFT JOIN LATERAL unnest(attack) AS tactic ON tactic LIKE 'TA%'`

/**
 * Groups by their worst level, then the number of their alerts; those without what they are grouped by come last. An
 * alert is in one group, but in that of each of its tactics.
 */
export function groupAlerts(
  records: Records,
  scope: TenantScope,
  filter: AlertFilter,
  { by, first }: { by: AlertGrouping; first: number },
): Promise<{ groups: GroupedAlerts[]; total: number }> {
  return withScope(records, scope, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT parts, max(rule_title) AS title, max(level)::text AS level, count(*)::int AS alerts,
        (count(*) FILTER (WHERE status = 'open'))::int AS open, sum(count)::bigint AS detections,
        min(first_seen) AS "firstSeen", max(last_seen) AS "lastSeen", (count(*) OVER ())::int AS groups
      FROM (
        SELECT ${PARTS[by]} AS parts, rule_title, level, status, count, first_seen, last_seen
        FROM alerts ${by === 'tactic' ? BY_TACTIC : Prisma.empty} WHERE ${alertsWhere(scope, filter)}
      ) AS found
      GROUP BY parts ORDER BY parts IS NULL, max(found.level) DESC, count(*) DESC, parts LIMIT ${first}`
    return {
      groups: rows.map(({ parts, groups: _, ...group }) => ({
        ...group,
        key: { by, parts: parts ?? undefined },
      })),
      total: rows[0]?.groups ?? 0,
    }
  })
}
