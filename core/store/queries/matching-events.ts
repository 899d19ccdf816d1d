import { ROWS_AT_ONCE } from '../../detect/to-clickhouse/rows-at-once.ts'
import type { RuleConditions } from '../../detect/to-clickhouse/rules-to-clickhouse.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { IN_RANGE, rangeParams, type TimeSpan } from '../event-query.ts'
import { type EventPage, type Page, pageWhere, readPage } from '../page.ts'
import { EVENT_SELECT } from '../read-event.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

/** Stored events that one of the rules matches, newest first; at most 1,000 at a time. */
export async function matchingEvents(
  store: Store,
  scope: TenantScope,
  range: TimeSpan,
  rules: RuleConditions,
  page: Page,
): Promise<EventPage> {
  const where = {
    condition: `${IN_SCOPE} AND ${IN_RANGE} AND (${['0', ...rules.conditions].join(' OR ')})`,
    params: { ...rangeParams(range), ...rules.params },
  }
  const { tail, params } = pageWhere(where, page)
  const { rows, stats } = await store.read(scope, {
    sql: `SELECT ${EVENT_SELECT} FROM events ${tail}`,
    params,
    rowsAtOnce: ROWS_AT_ONCE,
  })
  return readPage(rows, stats, page)
}
