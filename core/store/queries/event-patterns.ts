import { z } from 'zod'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { type EventQuery, eventWhere } from '../event-query.ts'
import type { StoredEvent } from '../read-event.ts'
import type { Store } from '../store.ts'
import { eventsByIds } from './events-by-ids.ts'

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
  const sql = `SELECT replaceRegexpAll(substringUTF8(message, 1, ${LENGTH}), {variable:String}, '*') AS template, count() AS n,
      toUnixTimestamp64Nano(min(event_time)), toUnixTimestamp64Nano(max(event_time)),
      argMax((tenant_id, event_id), (event_time, event_id)) AS example
    FROM (${newest}) GROUP BY template ORDER BY n DESC, template LIMIT {first:UInt32}`
  const limit = Math.min(Math.max(Math.trunc(first), 1), MOST)
  const { rows } = await store.read(scope, {
    sql,
    params: { ...params, variable: VARIABLE, first: limit },
    rowsAtOnce,
  })
  const kinds = rows.map((row) => rowSchema.parse(row))
  // Apart, for the times lead to them: with the rest, all columns of the range would be read.
  const keys = kinds.map(([, , , time, [, eventId]]) => ({ eventId, time }))
  const examples = new Map((await eventsByIds(store, scope, keys)).map((event) => [keyOf(event), event]))
  return kinds.flatMap(([template, count, from, last, [tenantId, eventId]]) => {
    const example = examples.get(keyOf({ tenantId, eventId }))
    return example ? [{ template, count, first: from, last, example }] : []
  })
}

function keyOf({ tenantId, eventId }: Pick<StoredEvent, 'tenantId' | 'eventId'>): string {
  return `${tenantId} ${eventId}`
}

const number = z.coerce.bigint()
const rowSchema = z.tuple([z.string(), number, number, number, z.tuple([z.string(), z.string()])])
