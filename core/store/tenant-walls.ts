import { SettingsMap } from '@clickhouse/client'
import type { TenantScope } from '../tenant/tenant-scope.ts'
import { LOCAL } from './cluster-statements.ts'
import { notBeingReplaced } from './reparse/open-slices.ts'
import { retentionFilter } from './retention-filter.ts'
import type { RetentionLimits } from './retention-limits.ts'

/** First wall: what every statement says of itself. */
export const IN_SCOPE = 'tenant_id IN {tenants:Array(UUID)}'

/** On a cluster under both names: the one that is asked, and the one that each shard reads. */
const TENANT_TABLES = ['events', 'detections'].flatMap((table) => [table, table + LOCAL])

/**
 * Second wall: a filter that ClickHouse puts on the tables themselves, for a statement that forgets the first.
 * A scope holds UUIDs and is never empty, so quoting is all there is to do. Where a reparse may be at work it hides
 * what that replaces, too, and where somebody limits how long rows are shown, those that are older.
 */
export function tableFilters(
  scope: TenantScope,
  database: string,
  { mayBeReplaced, limits }: { mayBeReplaced: boolean; limits: readonly RetentionLimits[] },
): SettingsMap {
  const ids = scope.tenantIds.map((id) => `${QUOTE}${id}${QUOTE}`).join(', ')
  const filter = [
    `tenant_id IN (${ids})`,
    retentionFilter(limits, Date.now(), QUOTE),
    mayBeReplaced ? notBeingReplaced(database, ids) : undefined,
  ]
    .filter((condition) => condition !== undefined)
    .join(' AND ')
  return SettingsMap.from(Object.fromEntries(TENANT_TABLES.map((table) => [`${database}.${table}`, filter])))
}

/** Within a text that is quoted itself. */
const QUOTE = "\\'"
