import type { Level } from '../../event/detection.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import type { Prisma } from '../generated/client.ts'
import { toText } from '../to-text.ts'
import { withScope } from '../with-scope.ts'
import { type Alert, type AlertStatus, toAlert } from './alert.ts'

export interface AlertFilter {
  status?: readonly AlertStatus[] | undefined
  level?: readonly Level[] | undefined
  ruleId?: string | undefined
  /** Exact value of the entity. */
  entity?: string | undefined
  /** `host`, `user`, `ip`, `domain`, `source`. */
  entityKind?: string | undefined
  /** Alerts with a time between first and last seen in it; nanoseconds, half-open. */
  range?: { from: bigint; to: bigint } | undefined
  /** Default true. */
  includeBackfill?: boolean | undefined
}

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
  const { lastSeen, alertId: id } = after ?? {}
  const behind: Prisma.AlertWhereInput =
    lastSeen === undefined || id === undefined
      ? {}
      : { lastSeen: { lte: lastSeen }, OR: [{ lastSeen: { lt: lastSeen } }, { id: { lt: id } }] }
  return withScope(records, scope, async (tx) => {
    const rows = await tx.alert.findMany({
      where: { AND: [whereOf(scope, filter), behind] },
      orderBy: [{ lastSeen: 'desc' }, { id: 'desc' }],
      take: first + 1,
    })
    return { alerts: rows.slice(0, first).map(toAlert), hasNextPage: rows.length > first }
  })
}

export function countAlerts(records: Records, scope: TenantScope, filter: AlertFilter): Promise<number> {
  return withScope(records, scope, (tx) => tx.alert.count({ where: whereOf(scope, filter) }))
}

function whereOf(scope: TenantScope, filter: AlertFilter): Prisma.AlertWhereInput {
  const { status, level, ruleId, entity, entityKind, range, includeBackfill = true } = filter
  return {
    tenantId: { in: [...scope.tenantIds] },
    ...(status && { status: { in: [...status] } }),
    ...(level && { level: { in: [...level] } }),
    ...(ruleId !== undefined && { ruleId }),
    ...(entity !== undefined && { entityValue: toText(entity) }),
    ...(entityKind !== undefined && { entityKind }),
    ...(range && { lastSeen: { gte: range.from }, firstSeen: { lt: range.to } }),
    ...(includeBackfill ? {} : { backfill: false }),
  }
}
