import { UserError } from '../../errors.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { type EventQuery, eventWhere, type TimeSpan } from '../event-query.ts'
import { type Page, pageWhere } from '../page.ts'
import { EVENT_SELECT, readEvent, type StoredEvent } from '../read-event.ts'
import { sqlEnd } from '../sql-time.ts'
import type { Answer, Store } from '../store.ts'

const SLICE = 1_000
const FIRST_PAGE = 100
const FEWER = 10
/** Characters of raw lines in a page, about: what is held at once, however long the lines are. */
const PAGE_CHARACTERS = 4_000_000

/**
 * All events of a question, up to a thousand at a time: tenant after tenant, the newest first. A page that asked for all
 * that is left would judge the whole range again; so the range is judged once to be cut into slices, and once slice by slice.
 * @param most events at most
 */
export async function* exportEvents(
  store: Store,
  scope: TenantScope,
  query: EventQuery,
  most: number,
): AsyncGenerator<readonly StoredEvent[], void> {
  let left = most
  let size = FIRST_PAGE
  for (const tenantId of scope.tenantIds) {
    const only = scope.narrow(tenantId)
    for (const range of left > 0 ? await slicesOf(store, only, query, left) : []) {
      const where = eventWhere({ ...query, range })
      let after: Page['after']
      while (left > 0) {
        const wanted = Math.min(size, left)
        const { tail, ...bound } = pageWhere(where, { first: wanted, after })
        const sql = `SELECT ${EVENT_SELECT} FROM events ${tail}`
        const rows = await unlessTooLarge(store.read(only, { sql, ...bound }), wanted)
        if (rows === undefined) {
          size = Math.ceil(wanted / FEWER)
          continue
        }
        const events = rows.slice(0, wanted).map(readEvent)
        if (events.length > 0) yield events
        left -= events.length
        if (rows.length <= wanted) break
        after = events.at(-1)
        size = sizeAfter(events)
      }
    }
  }
}

/** Stretches of about a thousand events each, more where they are of one moment; the newest first. */
async function slicesOf(
  store: Store,
  scope: TenantScope,
  query: EventQuery,
  most: number,
): Promise<TimeSpan[]> {
  const { condition, params, rowsAtOnce } = eventWhere(query)
  const newest = `SELECT event_time FROM events WHERE ${condition} ORDER BY event_time DESC LIMIT {most:UInt32}`
  const sql = `SELECT toUnixTimestamp64Nano(min(event_time)) AS low
    FROM (SELECT event_time, row_number() OVER (ORDER BY event_time DESC) - 1 AS place FROM (${newest}))
    GROUP BY intDiv(place, ${SLICE}) ORDER BY low DESC`
  const { rows } = await store.read(scope, { sql, params: { ...params, most }, rowsAtOnce })
  const lows = [...new Set(rows.map(([low]) => BigInt(String(low))))]
  return lows.map((from, index) => ({ from, to: lows[index - 1] ?? sqlEnd(query.range.to) }))
}

/** Longer lines than those before may follow: then fewer are asked for. @returns undefined for more than an answer may hold */
async function unlessTooLarge(asked: Promise<Answer>, wanted: number): Promise<Answer['rows'] | undefined> {
  try {
    return (await asked).rows
  } catch (error) {
    if (wanted > 1 && error instanceof UserError && error.code === 'QUERY_TOO_LARGE') return undefined
    throw error
  }
}

/** Lines are about as long as those before. */
function sizeAfter(events: readonly StoredEvent[]): number {
  const characters = events.reduce((sum, { raw }) => sum + raw.length, 1)
  const fitting = Math.floor((PAGE_CHARACTERS * events.length) / characters)
  return Math.min(Math.max(fitting, 1), SLICE)
}
