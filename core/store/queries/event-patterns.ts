import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { type EventQuery, eventWhere } from '../event-query.ts'
import { EVENT_SELECT, readEvent, type StoredEvent } from '../read-event.ts'
import type { Store } from '../store.ts'

const MOST = 200
/** Of a message: what follows tells kinds apart no better, and costs. */
const LENGTH = 400
/** Rows that are looked at: the newest. */
const ROWS = 1_000_000

export interface EventPattern {
  /** The message with `*` for what differs: numbers, addresses, ids, quoted texts. */
  template: string
  count: bigint
  /** Nanoseconds since the epoch. */
  first: bigint
  last: bigint
  /** The newest of them. */
  example: StoredEvent
}

/**
 * What differs between two messages of one kind: quoted texts, UUIDs and long hexadecimal numbers, addresses, words
 * with a digit. In linear time: RE2.
 */
const VARIABLE = String.raw`"[^"]*"|'[^']*'|[0-9A-Za-z._:/@$\\-]*[0-9][0-9A-Za-z._:/@$\\-]*`

/**
 * Kinds of messages by how often they come, at most 200: of a million events at most, the newest.
 * @returns most frequent first
 */
export async function eventPatterns(
  store: Store,
  scope: TenantScope,
  query: EventQuery,
  first: number,
): Promise<EventPattern[]> {
  const { condition, params, rowsAtOnce } = eventWhere(query)
  const newest = `SELECT event_time, event_id, tenant_id, message FROM events WHERE ${condition}
    ORDER BY event_time DESC LIMIT ${ROWS}`
  const sql = `SELECT template, n, toUnixTimestamp64Nano(first), toUnixTimestamp64Nano(last), ${EVENT_SELECT}
    FROM events INNER JOIN (
      SELECT replaceRegexpAll(substringUTF8(message, 1, ${LENGTH}), {variable:String}, '*') AS template, count() AS n,
        min(event_time) AS first, max(event_time) AS last, argMax((tenant_id, event_id), (event_time, event_id)) AS example
      FROM (${newest}) GROUP BY template ORDER BY n DESC, template LIMIT {first:UInt32}
    ) AS kinds ON events.tenant_id = kinds.example.1 AND events.event_id = kinds.example.2 AND events.event_time = kinds.last
    WHERE ${condition} ORDER BY n DESC, template`
  const limit = Math.min(Math.max(Math.trunc(first), 1), MOST)
  const { rows } = await store.read(scope, {
    sql,
    params: { ...params, variable: VARIABLE, first: limit },
    rowsAtOnce,
  })
  return rows.map(([template, count, from, to, ...row]) => ({
    template: String(template),
    count: BigInt(String(count)),
    first: BigInt(String(from)),
    last: BigInt(String(to)),
    example: readEvent(row),
  }))
}
