import { SettingsMap } from '@clickhouse/client'
import type { TenantScope } from '../tenant/tenant-scope.ts'
import { LOCAL } from './cluster-statements.ts'
import { notBeingCorrected, notBeingReplaced } from './reparse/open-slices.ts'
import { countsFilter, retentionFilter } from './retention-filter.ts'
import type { RetentionLimits } from './retention-limits.ts'

/** First wall: what every statement says of itself. */
export const IN_SCOPE = 'tenant_id IN {tenants:Array(UUID)}'

const ROWS = { shown: retentionFilter, settled: notBeingReplaced }
/** The graph, which knows no source of a row, and of its receipt no more than the day. */
const COUNTS = { shown: countsFilter, settled: notBeingCorrected }
const TENANT_TABLES = {
  ...{ events: ROWS, detections: ROWS, edges: COUNTS, entities: COUNTS },
  // They know source and minute of receipt, and limits are to the minute.
  rollups: { shown: retentionFilter, settled: notBeingCorrected },
}

interface FilterOptions {
  /** The statement: the filter of a table whose name it does not hold would be read for nothing. */
  sql: string
  mayBeReplaced: boolean
  limits: readonly RetentionLimits[]
  onCluster: boolean
}

/**
 * Second wall: a filter that ClickHouse puts on the tables themselves, for a statement that forgets the first.
 * A scope holds UUIDs and is never empty, so quoting is all there is to do. Where a reparse may be at work it hides
 * what that replaces, too, and where somebody limits how long rows are shown, those that are older.
 */
export function tableFilters(
  scope: TenantScope,
  database: string,
  { sql, mayBeReplaced, limits, onCluster }: FilterOptions,
): SettingsMap {
  const ids = scope.tenantIds.map((id) => `${QUOTE}${id}${QUOTE}`).join(', ')
  const now = Date.now()
  const filters = Object.entries(TENANT_TABLES).flatMap(([table, { shown, settled }]) => {
    if (!sql.includes(table)) return []
    const filter = [
      `tenant_id IN (${ids})`,
      shown(limits, now, QUOTE),
      mayBeReplaced ? settled(database, ids) : undefined,
    ]
      .filter((condition) => condition !== undefined)
      .join(' AND ')
    // On a cluster under both names: the one that is asked, and the one that each shard reads.
    const names = onCluster ? [table, table + LOCAL] : [table]
    return names.map((name) => [`${database}.${name}`, filter])
  })
  return SettingsMap.from(Object.fromEntries(filters))
}

/** Within a text that is quoted itself. */
const QUOTE = "\\'"
