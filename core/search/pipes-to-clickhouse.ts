import { UserError } from '../errors.ts'
import { timeText } from '../event/time-text.ts'
import { type AggregateSql, aggregateSql } from './aggregate-sql.ts'
import { eventsDetected } from './events-detected.ts'
import { type Pipe, type SortKey, TIME_COLUMN } from './pipe.ts'
import { type Column, type ColumnType, eventSource, type PipeSource, tableSource } from './pipe-source.ts'
import { storedValues } from './stored-values.ts'
import { tableCondition } from './table-condition.ts'
import type { Bind } from './text-tests.ts'
import { createSearchCompiler, type SearchContext } from './to-clickhouse.ts'
import { withDetected } from './with-detected.ts'

export interface PipeContext extends SearchContext {
  bind: Bind
  /** Tenant, time and search: what every look at `events` says. */
  where: string
  /** Tenant and time, of a row of `detections`. */
  whereDetected: string
  /** Nanoseconds that points of a timechart are counted in. */
  range: { from: bigint; to: bigint }
  /** Seconds of a point of a timechart, where nobody says. */
  seconds: number
  /** One more than is wanted tells that there are more. */
  rows: number
}

interface PipeStatement {
  /** Columns in the order of `columns`; times are nanoseconds since the epoch. */
  sql: string
  columns: readonly { name: string; type: ColumnType }[]
  /** Of the points of a timechart. */
  seconds?: number
}

/** A table on its way: what the steps before left. */
interface Table {
  sql: string
  columns: readonly Column[]
  /** In SQL; ties included, so that the same question has the same answer. */
  order: readonly string[]
  seconds?: number
}

const MAX_POINTS = 10_000
const EVENT_COLUMNS = [TIME_COLUMN, 'host.name', 'user.name', 'message']
const OTHERS = '(other)'

/**
 * Compiles the steps behind a search into one statement.
 * @throws UserError for what has no answer
 */
export function pipesToClickHouse(pipes: readonly Pipe[], context: PipeContext): PipeStatement {
  const { bind, now } = context
  const compileSearch = createSearchCompiler(bind, context)
  let where = context.where
  let shown: readonly string[] = EVENT_COLUMNS
  let sorted: readonly SortKey[] = []
  let table: Table | undefined
  let ids = 0
  const nextId = () => `c${ids++}`

  for (const pipe of pipes) {
    const source: PipeSource = table
      ? tableSource(table.sql, table.columns)
      : eventSource(where, context.whereDetected, bind)
    switch (pipe.kind) {
      case 'where':
        if (table === undefined) where = `${where} AND ${compileSearch(pipe.condition)}`
        else {
          const condition = tableCondition(bind, pipe.condition, table.columns, now)
          table = { ...table, sql: `SELECT * FROM (${table.sql}) WHERE ${condition}` }
        }
        break
      case 'fields':
        if (table === undefined) shown = pipe.columns
        else table = { ...table, columns: columnsNamed(table, pipe.columns) }
        break
      case 'sort':
        if (table === undefined) sorted = pipe.keys
        else table = { ...table, order: [...pipe.keys.map((key) => orderOf(table, key)), ...table.order] }
        break
      case 'stats': {
        const aggregates = pipe.aggregates.map((each) => aggregateSql(each, source))
        table = grouped(
          source,
          pipe.by,
          aggregates,
          pipe.aggregates.map(({ as }) => as),
        )
        break
      }
      case 'top':
      case 'rare':
        table = ranked(source, pipe.fields, pipe.kind === 'top', pipe.rows)
        break
      case 'timechart':
        table = charted(source, pipe)
    }
  }
  return table ? finish(table) : finish(listed())

  function grouped(
    source: PipeSource,
    by: readonly string[],
    aggregates: readonly AggregateSql[],
    names: readonly string[],
  ): Table {
    const keys = by.map((name) => ({ name, id: nextId(), ...source.key(name) }))
    const figures = aggregates.map((each, index) => ({ ...each, name: names[index] ?? '', id: nextId() }))
    const rows = source.rows([...keys.map(({ id, ...key }) => ({ ...key, as: id })), ...argumentsOf(figures)])
    const selected = [
      ...keys.map(({ id }) => id),
      ...figures.map(({ id, whole }) => `${whole(`a_${id}`)} AS ${id}`),
    ]
    const groups = keys.length === 0 ? '' : ` GROUP BY ${keys.map(({ id }) => id).join(', ')}`
    const most = figures.filter(({ type }) => type === 'number').slice(0, 1)
    return {
      sql: `SELECT ${selected.join(', ')} FROM (${rows})${groups}`,
      columns: [...keys, ...figures].map(({ name, id, type }) => ({ name, id, type })),
      order: [
        ...most.map(({ id }) => `${id} DESC NULLS LAST`),
        ...keys.map(({ id }) => `${id} ASC NULLS LAST`),
      ],
    }
  }

  function ranked(source: PipeSource, fields: readonly string[], isTop: boolean, rows: number): Table {
    const keys = fields.map((name) => ({ name, id: nextId(), ...source.key(name) }))
    const [count, percent] = [nextId(), nextId()]
    const all = source.rows(keys.map(({ id, ...key }) => ({ ...key, as: id })))
    const names = keys.map(({ id }) => id).join(', ')
    const order = [`${count} ${isTop ? 'DESC' : 'ASC'}`, ...keys.map(({ id }) => `${id} ASC`)]
    const found = `SELECT ${names}, count() AS ${count} FROM (${all}) WHERE ${keys.map(({ id }) => `isNotNull(${id})`).join(' AND ')} GROUP BY ${names}`
    const share = `SELECT *, 100 * ${count} / sum(${count}) OVER () AS ${percent} FROM (${found})`
    return {
      sql: `SELECT * FROM (${share}) ORDER BY ${order.join(', ')} LIMIT ${bind('UInt32', rows)}`,
      columns: [
        ...keys.map(({ name, id, type }) => ({ name, id, type })),
        { name: 'count', id: count, type: 'number' },
        { name: 'percent', id: percent, type: 'number' },
      ],
      order,
    }
  }

  function charted(source: PipeSource, pipe: Pipe & { kind: 'timechart' }): Table {
    const seconds = pipe.seconds ?? context.seconds
    if (
      pipe.seconds !== undefined &&
      context.range.to - context.range.from > BigInt(seconds) * 1_000_000_000n * BigInt(MAX_POINTS)
    )
      throw new UserError(
        'BAD_USER_INPUT',
        `The span makes more than ${MAX_POINTS} points: choose a longer one`,
      )
    const width = bind('UInt32', seconds)
    const point = `fromUnixTimestamp64Nano(toInt64(floor(toUnixTimestamp64Second(event_time) / ${width})) * ${width} * 1000000000, 'UTC')`
    const time = { name: TIME_COLUMN, id: nextId(), type: 'time' as const }
    const figures = pipe.aggregates.map((each) => ({
      ...aggregateSql(each, source),
      name: each.as,
      id: nextId(),
    }))
    const columns = figures.map(({ name, id, type }) => ({ name, id, type }))
    const selectedTime = { sql: point, odd: point, as: time.id }
    if (pipe.by === undefined) {
      const rows = source.rows([selectedTime, ...argumentsOf(figures)])
      const wholes = figures.map(({ id, whole }) => `${whole(`a_${id}`)} AS ${id}`)
      return {
        sql: `SELECT ${[time.id, ...wholes].join(', ')} FROM (${rows}) GROUP BY ${time.id}`,
        columns: [time, ...columns],
        order: [`${time.id} ASC`],
        seconds,
      }
    }
    const series = { name: pipe.by, id: nextId(), ...source.key(pipe.by) }
    const key = nextId()
    const rows = source.rows([selectedTime, { ...series, as: key }, ...argumentsOf(figures)])
    const states = figures.map(({ id, state }) => `${state(`a_${id}`)} AS s_${id}`)
    const cells = `SELECT ${[time.id, key, 'count() AS n', ...states].join(', ')} FROM (${rows}) GROUP BY ${time.id}, ${key}`
    // Cells of a series as one row: ranking sorts as many rows as there are series.
    const parts = [time.id, ...figures.map(({ id }) => `s_${id}`)]
    const lists = parts.map((part) => `groupArray(${part}) AS l_${part}`)
    const totals = `SELECT ${key}, sum(n) AS total, ${lists.join(', ')} FROM (${cells}) GROUP BY ${key}`
    const ranks = `SELECT *, row_number() OVER (ORDER BY total DESC, ${key}) AS place FROM (${totals})`
    const joined = parts.map((part) => `l_${part} AS ${part}`).join(', ')
    // The text of a series: one of the others has no type but that.
    const text = `CAST(${series.type === 'time' ? timeText(key) : key}, 'Nullable(String)')`
    const label = `if(place <= ${bind('UInt32', pipe.series)}, ${text}, ${bind('String', OTHERS)}) AS ${series.id}`
    const merged = figures.map(({ id, merge }) => `${merge(`s_${id}`)} AS ${id}`)
    return {
      sql: `SELECT ${[time.id, label, ...merged].join(', ')} FROM (${ranks}) ARRAY JOIN ${joined} GROUP BY ${time.id}, ${series.id}`,
      columns: [time, { name: series.name, id: series.id, type: 'text' }, ...columns],
      order: [`${time.id} ASC`, `${series.id} ASC NULLS LAST`],
      seconds,
    }
  }

  /** Events themselves, newest first. */
  function listed(): Table {
    const detected = new Map<string, string>()
    const columns = shown.map((name): Column & { sql: string } => {
      const { type, one, list } = withDetected(name, storedValues(name, bind), detected)
      const id = nextId()
      if (type === 'time') return { name, id, type, sql: one ?? 'event_time' }
      return { name, id, type: 'list', sql: list ?? '[]' }
    })
    const keys = sorted.map(({ column, descending }) => {
      const { one, number, list } = withDetected(column, storedValues(column, bind), detected)
      const id = nextId()
      return { id, descending, sql: number ?? (one === undefined ? `arrayStringConcat(${list}, ' ')` : one) }
    })
    const [time, tie] = [nextId(), nextId()]
    const events = eventsDetected(detected, context.whereDetected)
    const selected = [...columns, ...keys, { id: time, sql: 'event_time' }, { id: tie, sql: 'event_id' }]
    return {
      sql: `SELECT ${selected.map(({ id, sql }) => `${sql} AS ${id}`).join(', ')} FROM ${events} WHERE ${where}`,
      columns: columns.map(({ name, id, type }) => ({ name, id, type })),
      order: [
        ...keys.map(({ id, descending }) => `${id} ${descending ? 'DESC' : 'ASC'} NULLS LAST`),
        `${time} DESC`,
        `${tie} DESC`,
      ],
    }
  }

  function finish({ sql, columns, order, seconds }: Table): PipeStatement {
    const selected = columns.map(({ id, type }) => (type === 'time' ? `toUnixTimestamp64Nano(${id})` : id))
    const by = order.length === 0 ? '' : ` ORDER BY ${order.join(', ')}`
    return {
      sql: `SELECT ${selected.join(', ')} FROM (${sql})${by} LIMIT ${bind('UInt32', context.rows)}`,
      columns: columns.map(({ name, type }) => ({ name, type })),
      ...(seconds === undefined ? {} : { seconds }),
    }
  }
}

function argumentsOf(figures: readonly (AggregateSql & { id: string })[]) {
  return figures.flatMap(({ id, argument }) =>
    argument === undefined ? [] : [{ ...argument, as: `a_${id}` }],
  )
}

function columnsNamed({ columns }: Table, names: readonly string[]): Column[] {
  return names.flatMap((name) => columns.find((column) => column.name === name) ?? [])
}

function orderOf(table: Table | undefined, { column, descending }: SortKey): string {
  const id = table?.columns.find(({ name }) => name === column)?.id ?? '1'
  return `${id} ${descending ? 'DESC' : 'ASC'} NULLS LAST`
}
