import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { Prisma } from '../generated/client.ts'
import { withScope } from '../with-scope.ts'
import { type Alert, toAlert } from './alert.ts'
import type { AlertFilter } from './alert-filter.ts'
import { alertsWhere } from './alerts-where.ts'

export interface AlertPage {
  first: number
  /** Last one of the page before. */
  after?: { lastSeen: bigint; alertId: string } | undefined
}

/** The last seen first. */
export function listAlerts(
  records: Records,
  scope: TenantScope,
  filter: AlertFilter,
  { first, after }: AlertPage,
): Promise<{ alerts: Alert[]; hasNextPage: boolean }> {
  const behind = after
    ? Prisma.sql`AND (last_seen, id) < (${after.lastSeen}::bigint, ${after.alertId}::uuid)`
    : Prisma.empty
  return withScope(records, scope, async (tx) => {
    const rows = await tx.$queryRaw<Parameters<typeof toAlert>[0][]>`
      SELECT tenant_id AS "tenantId", id, rule_id AS "ruleId", rule_title AS "ruleTitle",
        rule_description AS "ruleDescription", level::text, attack, entity_site AS "entitySite",
        entity_kind AS "entityKind", entity_value AS "entityValue", status::text, backfill, count,
        first_seen AS "firstSeen", last_seen AS "lastSeen", raised_at AS "raisedAt",
        close_reason::text AS "closeReason", close_note AS "closeNote", closed_by AS "closedBy",
        closed_at AS "closedAt", version
      FROM alerts WHERE ${alertsWhere(scope, filter)} ${behind}
      ORDER BY last_seen DESC, id DESC LIMIT ${first + 1}`
    return { alerts: rows.slice(0, first).map(toAlert), hasNextPage: rows.length > first }
  })
}

export function countAlerts(records: Records, scope: TenantScope, filter: AlertFilter): Promise<number> {
  return withScope(records, scope, async (tx) => {
    const [row] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM alerts WHERE ${alertsWhere(scope, filter)}`
    return row?.count ?? 0
  })
}
