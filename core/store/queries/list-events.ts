import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { type EventQuery, eventWhere } from '../event-query.ts'
import { type EventPage, type Page, pageWhere, readPage } from '../page.ts'
import { EVENT_SELECT } from '../read-event.ts'
import type { Store } from '../store.ts'

/** Newest first; at most 1,000 at a time. */
export async function listEvents(
  store: Store,
  scope: TenantScope,
  query: EventQuery,
  page: Page,
): Promise<EventPage> {
  const { tail, params, rowsAtOnce } = pageWhere(eventWhere(query), page)
  const { rows, stats } = await store.read(scope, {
    sql: `SELECT ${EVENT_SELECT} FROM events ${tail}`,
    params,
    rowsAtOnce,
  })
  return readPage(rows, stats, page)
}
