import { UserError } from '../../errors.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { EventQuery } from '../event-query.ts'
import type { Store } from '../store.ts'
import { type ValueCounts, valueCounts } from './value-counts.ts'

const MOST_FIELDS = 20
const MOST_VALUES = 100

export interface EventFacet extends ValueCounts {
  field: string
}

/**
 * Most frequent values of several fields, in one statement.
 * @throws UserError BAD_USER_INPUT for more than 20 fields
 */
export async function eventFacets(
  store: Store,
  scope: TenantScope,
  query: EventQuery,
  fields: readonly string[],
  first: number,
): Promise<EventFacet[]> {
  if (fields.length > MOST_FIELDS)
    throw new UserError('BAD_USER_INPUT', `Ask for at most ${MOST_FIELDS} fields at once`)
  const limit = Math.min(Math.max(Math.trunc(first), 1), MOST_VALUES)
  const counts = await valueCounts(store, scope, query, [...new Set(fields)], limit)
  return fields.flatMap((field) => {
    const found = counts.get(field)
    return found ? { field, ...found } : []
  })
}
