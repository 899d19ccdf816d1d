import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'
import type { EntityKind, GraphEntity } from './entity.ts'
import { RELATIONS } from './relations.ts'

const MINUTE = 60_000_000_000n
/** Rows that say only that an entity was there: see core/store/migrations/007_create_edges.sql. */
const ALONE: Readonly<Partial<Record<GraphEntity['kind'], number>>> = { host: 25, user: 26, address: 27 }

export interface EntitySpan {
  /** Minutes of the first and the last event that is kept, nanoseconds since the epoch. */
  first: bigint
  last: bigint
}

/** Since when and until when an entity was there, in all that is kept; undefined where it never was. */
export async function entitySpan(
  store: Store,
  scope: TenantScope,
  { kind, value }: GraphEntity,
): Promise<EntitySpan | undefined> {
  const days = `SELECT min(day) AS first, max(day) AS last, count() AS days FROM (
      SELECT day, sum(mentions) AS n FROM entities WHERE ${IN_SCOPE} AND kind = {kind:String} AND value = {value:String}
      GROUP BY day HAVING n > 0)`
  const [bounds] = (await store.read(scope, { sql: days, params: { kind, value } })).rows
  const [firstDay, lastDay, count] = bounds ?? []
  if (Number(count ?? 0) === 0) return undefined
  const sql = `SELECT min(minute), max(minute) FROM (
      SELECT minute, sum(events) AS n FROM edges WHERE ${IN_SCOPE} AND (day = {firstDay:Int32} OR day = {lastDay:Int32})
        AND ((subject = {value:String} AND relation IN {asSubject:Array(UInt8)}) OR (object = {value:String} AND relation IN {asObject:Array(UInt8)}))
      GROUP BY relation, subject, object, minute HAVING n > 0)`
  const answer = await store.read(scope, { sql, params: { value, firstDay, lastDay, ...numbersOf(kind) } })
  const [first = 0, last = 0] = answer.rows[0] ?? []
  return { first: BigInt(String(first)) * MINUTE, last: BigInt(String(last)) * MINUTE }
}

function numbersOf(kind: EntityKind): { asSubject: number[]; asObject: number[] } {
  const numbers = (side: 'subject' | 'object') =>
    RELATIONS.filter((relation) => relation[side] === kind).map(({ number }) => number)
  const alone = ALONE[kind]
  return {
    asSubject: [...numbers('subject'), ...(alone === undefined ? [] : [alone])],
    asObject: numbers('object'),
  }
}
