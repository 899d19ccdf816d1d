import { SettingsMap } from '@clickhouse/client'
import type { TenantScope } from '../tenant/tenant-scope.ts'
import { notBeingCorrected, notBeingReplaced } from './reparse/open-slices.ts'

/** First wall: what every statement says of itself. */
export const IN_SCOPE = 'tenant_id IN {tenants:Array(UUID)}'

const TENANT_TABLES = {
  events: notBeingReplaced,
  detections: notBeingReplaced,
  edges: notBeingCorrected,
  entities: notBeingCorrected,
}

/**
 * Second wall: a filter that ClickHouse puts on the tables themselves, for a statement that forgets the first.
 * A scope holds UUIDs and is never empty, so quoting is all there is to do. Where a reparse may be at work it hides
 * what that replaces, too.
 */
export function tableFilters(scope: TenantScope, database: string, mayBeReplaced: boolean): SettingsMap {
  const ids = scope.tenantIds.map((id) => `\\'${id}\\'`).join(', ')
  const inScope = `tenant_id IN (${ids})`
  return SettingsMap.from(
    Object.fromEntries(
      Object.entries(TENANT_TABLES).map(([table, shown]) => [
        `${database}.${table}`,
        mayBeReplaced ? `${inScope} AND ${shown(database, ids)}` : inScope,
      ]),
    ),
  )
}
