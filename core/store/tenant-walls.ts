import { SettingsMap } from '@clickhouse/client'
import type { TenantScope } from '../tenant/tenant-scope.ts'
import { notBeingReplaced } from './reparse/open-slices.ts'

/** First wall: what every statement says of itself. */
export const IN_SCOPE = 'tenant_id IN {tenants:Array(UUID)}'

const TENANT_TABLES = ['events', 'detections'] as const

/**
 * Second wall: a filter that ClickHouse puts on the tables themselves, for a statement that forgets the first.
 * A scope holds UUIDs and is never empty, so quoting is all there is to do. Where a reparse may be at work it hides
 * what that replaces, too.
 */
export function tableFilters(scope: TenantScope, database: string, mayBeReplaced: boolean): SettingsMap {
  const ids = scope.tenantIds.map((id) => `\\'${id}\\'`).join(', ')
  const inScope = `tenant_id IN (${ids})`
  const filter = mayBeReplaced ? `${inScope} AND ${notBeingReplaced(database, ids)}` : inScope
  return SettingsMap.from(Object.fromEntries(TENANT_TABLES.map((table) => [`${database}.${table}`, filter])))
}
