import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { type EventQuery, eventWhere } from '../event-query.ts'
import { type EventPage, type Page, pageWhere, readPage } from '../page.ts'
import { type EventParts, eventReading } from '../read-event.ts'
import type { Store } from '../store.ts'

/** Newest first; at most 1,000 at a time. @param parts fewer of them are read the faster */
export async function listEvents(
  store: Store,
  scope: TenantScope,
  query: EventQuery,
  page: Page,
  parts: EventParts = { raw: true, message: true, fields: 'all' },
): Promise<EventPage> {
  const { select, read } = eventReading(parts)
  const { tail, params, rowsAtOnce } = pageWhere(eventWhere(query), page)
  const { rows, stats } = await store.read(scope, {
    sql: `SELECT ${select} FROM events ${tail}`,
    params,
    rowsAtOnce,
  })
  return readPage(rows, stats, page, read)
}
