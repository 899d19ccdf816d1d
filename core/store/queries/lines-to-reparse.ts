import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { IN_SLICE, type Slice, sliceParams } from '../reparse/slice.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

/** A raw line as it is stored, with what is kept of it. */
export interface StoredLine {
  received: number
  payloadId: string
  position: number
  eventId: string
  sourceId: string
  site: string
  backfill: boolean
  raw: string
}

const PAGE_ROWS = 5_000
const PAGE_BYTES = 16 * 1024 * 1024
const KEY = 'received, payload_id, position'

/** Lines of a slice in the order in which they came, some at a time: as many as fit a page, one at least. */
export async function* linesToReparse(
  store: Store,
  scope: TenantScope,
  slice: Slice,
): AsyncGenerator<StoredLine[]> {
  const rows = `FROM events WHERE ${IN_SCOPE} AND ${IN_SLICE} AND revision < {revision:UInt32}`
  const params = { ...sliceParams(slice), revision: slice.revision }
  let after: readonly unknown[] | undefined
  for (;;) {
    const behind = after ? ` AND (${KEY}) > ${tupleOf('after')}` : ''
    const from = { ...params, ...keyParams('after', after) }
    // Sizes first, so that no page of long lines is ever read.
    const sizes = `SELECT ${KEY}, length(raw) AS size ${rows}${behind} ORDER BY ${KEY} LIMIT ${PAGE_ROWS}`
    const sums = `SELECT ${KEY}, sum(size) OVER (ORDER BY ${KEY} ROWS UNBOUNDED PRECEDING) - size AS before FROM (${sizes})`
    const last = `SELECT toUnixTimestamp64Milli(received), payload_id, position FROM (${sums})
      WHERE before < ${PAGE_BYTES} ORDER BY received DESC, payload_id DESC, position DESC LIMIT 1`
    const [end] = (await store.read(scope, { sql: last, params: from, asker: 'worker' })).rows
    if (!end) return
    const sql = `SELECT toUnixTimestamp64Milli(received), payload_id, position, event_id, source_id, site, backfill, raw
      ${rows}${behind} AND (${KEY}) <= ${tupleOf('end')} ORDER BY ${KEY}`
    const until = { ...from, ...keyParams('end', end) }
    yield (await store.read(scope, { sql, params: until, asker: 'worker' })).rows.map(readLine)
    after = end
  }
}

function tupleOf(name: string): string {
  return `(fromUnixTimestamp64Milli({${name}_received:Int64}, 'UTC'), {${name}_payload:UUID}, {${name}_position:UInt32})`
}

function keyParams(name: string, key: readonly unknown[] | undefined): Record<string, unknown> {
  if (!key) return {}
  const [received, payload, position] = key
  return { [`${name}_received`]: received, [`${name}_payload`]: payload, [`${name}_position`]: position }
}

function readLine(row: readonly unknown[]): StoredLine {
  const [received, payloadId, position, eventId, sourceId, site, backfill, raw] = row
  return {
    received: Number(received),
    payloadId: String(payloadId),
    position: Number(position),
    eventId: String(eventId),
    sourceId: String(sourceId),
    site: String(site),
    backfill: backfill === true,
    raw: String(raw),
  }
}
