import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { type EventQuery, eventWhere } from '../event-query.ts'
import { newestStretch } from '../newest-stretch.ts'
import { type EventPage, type Page, pageWhere, readPage } from '../page.ts'
import { type EventParts, eventReading } from '../read-event.ts'
import type { Store } from '../store.ts'
import { sumStats } from '../sum-stats.ts'

/** In the order of the page; at most 1,000 at a time. @param parts fewer of them are read the faster */
export async function listEvents(
  store: Store,
  scope: TenantScope,
  query: EventQuery,
  page: Page,
  parts: EventParts = { raw: true, message: true, fields: 'all' },
): Promise<EventPage> {
  const { select, read } = eventReading(parts)
  const list = async (range: EventQuery['range']): Promise<EventPage> => {
    const { tail, params, rowsAtOnce } = pageWhere(eventWhere({ ...query, range }), page)
    const sql = `SELECT ${select} FROM events ${tail}`
    const { rows, stats } = await store.read(scope, { sql, params, rowsAtOnce })
    return readPage(rows, stats, page, read)
  }

  const stretch = newestStretch(scope.tenantIds.length, query, page, BigInt(Date.now()) * 1_000_000n)
  if (stretch === undefined) return list(query.range)
  const newest = await list(stretch)
  if (newest.hasNextPage) return newest
  const all = await list(query.range)
  return { ...all, stats: sumStats([newest.stats, all.stats]) }
}
