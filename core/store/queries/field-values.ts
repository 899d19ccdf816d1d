import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { EventQuery } from '../event-query.ts'
import type { Store } from '../store.ts'
import { type ValueCounts, valueCounts } from './value-counts.ts'

const MAX_VALUES = 1000

/** Most frequent values of a field, which may be named as a search names it; each element of a list counts. */
export async function fieldValues(
  store: Store,
  scope: TenantScope,
  query: EventQuery,
  name: string,
  first: number,
): Promise<ValueCounts['values']> {
  const limit = Math.min(Math.max(Math.trunc(first), 0), MAX_VALUES)
  return (await valueCounts(store, scope, query, [name], limit)).get(name)?.values ?? []
}
