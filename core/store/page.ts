import type { Where } from './event-query.ts'
import { type EventReading, readEvent, type StoredEvent } from './read-event.ts'
import { sqlTime } from './sql-time.ts'
import type { QueryStats } from './store.ts'

/** A stretch of events, newest first if not told otherwise, behind the one named. */
export interface Page {
  first: number
  after?: { time: bigint; eventId: string } | undefined
  oldestFirst?: boolean | undefined
}

export interface EventPage {
  events: StoredEvent[]
  hasNextPage: boolean
  stats: QueryStats
}

const MAX_ROWS = 1000

/** Puts the page into a query: one row more than asked for tells whether there is a next page. */
export function pageWhere(
  { condition, params, rowsAtOnce }: Where,
  { first, after, oldestFirst }: Page,
): { tail: string } & Omit<Where, 'condition'> {
  const [direction, past] = oldestFirst ? ['ASC', '>'] : ['DESC', '<']
  const tail = `ORDER BY event_time ${direction}, event_id ${direction} LIMIT {rows:UInt32}`
  const rows = rowsOf(first) + 1
  if (after === undefined)
    return { tail: `WHERE ${condition} ${tail}`, params: { ...params, rows }, rowsAtOnce }
  const behind = `event_time ${past}= ${AFTER_TIME} AND (event_time ${past} ${AFTER_TIME} OR event_id ${past} {afterId:UUID})`
  return {
    tail: `WHERE ${condition} AND ${behind} ${tail}`,
    params: { ...params, rows, afterTime: sqlTime(after.time), afterId: after.eventId },
    rowsAtOnce,
  }
}

const AFTER_TIME = "fromUnixTimestamp64Nano({afterTime:Int64}, 'UTC')"

export function readPage(
  rows: readonly (readonly unknown[])[],
  stats: QueryStats,
  { first }: Page,
  read: EventReading['read'] = readEvent,
): EventPage {
  const wanted = rowsOf(first)
  return { events: rows.slice(0, wanted).map(read), hasNextPage: rows.length > wanted, stats }
}

function rowsOf(first: number): number {
  return Math.min(Math.max(Math.trunc(first), 0), MAX_ROWS)
}
