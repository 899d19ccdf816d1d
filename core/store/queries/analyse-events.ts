import type { Pipe } from '../../search/pipe.ts'
import type { ColumnType } from '../../search/pipe-source.ts'
import { pipesToClickHouse } from '../../search/pipes-to-clickhouse.ts'
import { createBind } from '../../search/to-clickhouse.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { chooseInterval } from '../choose-interval.ts'
import { type EventQuery, eventWhere, IN_RANGE, searchContext } from '../event-query.ts'
import { sqlEnd, sqlTime } from '../sql-time.ts'
import type { QueryStats, Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'
import { untilTomorrow } from '../until-tomorrow.ts'

/** Times are nanoseconds since the epoch. */
export type Cell = string | number | bigint | readonly string[] | null

export interface Analysis {
  columns: readonly { name: string; type: ColumnType }[]
  rows: readonly (readonly Cell[])[]
  /** There are more rows than were asked for. */
  truncated: boolean
  /** Of the points of a timechart; a point without events has no row. */
  intervalSeconds?: number
  stats: QueryStats
}

const MAX_ROWS = 10_000
const POINTS = 100

/** What the commands behind a search make of its events; at most 10,000 rows. */
export async function analyseEvents(
  store: Store,
  scope: TenantScope,
  query: EventQuery,
  pipes: readonly Pipe[],
  rows: number,
): Promise<Analysis> {
  const range = { from: sqlTime(query.range.from), to: sqlEnd(query.range.to) }
  const context = searchContext(query)
  const { condition, params, rowsAtOnce } = eventWhere({ ...query, range, now: context.now })
  const most = Math.min(Math.max(Math.trunc(rows), 1), MAX_ROWS)
  // A range may end in 2100: points without events are none.
  const charted = untilTomorrow(range, context.now)
  const statement = pipesToClickHouse(pipes, {
    ...context,
    bind: createBind('pipe', params),
    where: condition,
    whereDetected: `${IN_SCOPE} AND ${IN_RANGE}`,
    range: charted,
    seconds: chooseInterval(charted, POINTS),
    rows: most + 1,
  })
  const { columns, seconds } = statement
  const answer = await store.read(scope, { sql: statement.sql, params, rowsAtOnce })
  return {
    columns,
    rows: answer.rows
      .slice(0, most)
      .map((row) => columns.map(({ type }, index) => readCell(type, row[index]))),
    truncated: answer.rows.length > most,
    ...(seconds === undefined ? {} : { intervalSeconds: seconds }),
    stats: answer.stats,
  }
}

function readCell(type: ColumnType, value: unknown): Cell {
  if (value === null || value === undefined) return null
  switch (type) {
    case 'time':
      return BigInt(String(value))
    case 'number':
      return Number(value)
    case 'list':
      return Array.isArray(value) ? value.map(String) : []
    case 'text':
      return String(value)
  }
}
