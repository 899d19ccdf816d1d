import { eventsDetected } from './events-detected.ts'
import { type StoredValues, storedValues } from './stored-values.ts'
import type { Bind } from './text-tests.ts'
import { withDetected } from './with-detected.ts'

export type ColumnType = 'text' | 'number' | 'time' | 'list'

/** A column of a table, `id` in SQL. */
export interface Column {
  name: string
  id: string
  type: ColumnType
}

/** What is selected of each row; where a list lies elsewhere in some rows, `odd` selects it from those. */
export interface Selected {
  sql: string
  odd: string
}

/** What a step of analysis reads: rows of events, or of the table that the step before made. */
export interface PipeSource {
  /** One value, by which rows are grouped: of a list each value makes a row. */
  key(name: string): Selected & { type: ColumnType }
  /** `Array(String)` */
  texts(name: string): Selected
  /** `Array(Float64)` */
  numbers(name: string): Selected
  /** The column of times that a name stands for, if it does. */
  time(name: string): string | undefined
  /** The rows as a statement; `selected` under the names given. */
  rows(selected: readonly (Selected & { as: string })[]): string
}

/**
 * @param where tenant, time and search
 * @param whereDetected tenant and time, of a row of `detections`
 */
export function eventSource(where: string, whereDetected: string, bind: Bind): PipeSource {
  const known = new Map<string, StoredValues>()
  const detected = new Map<string, string>()
  const valuesOf = (name: string) => {
    const values = known.get(name) ?? withDetected(name, storedValues(name, bind), detected)
    known.set(name, values)
    return values
  }
  const texts = (name: string): Selected => {
    const { one, list = '[]' } = valuesOf(name)
    const plain = one === undefined ? list : `if(isNull(${one}), [], [toString(assumeNotNull(${one}))])`
    return { sql: plain, odd: list }
  }

  return {
    key(name) {
      const { type, one, list } = valuesOf(name)
      if (type === 'time' && one !== undefined) return { sql: one, odd: one, type: 'time' }
      const as = type === 'word' ? 'LowCardinality(Nullable(String))' : 'Nullable(String)'
      const each = `CAST(${eachOf(list ?? '[]')}, '${as}')`
      return { sql: one === undefined ? each : `CAST(${one}, '${as}')`, odd: each, type: 'text' }
    },
    texts,
    numbers(name) {
      const { number } = valuesOf(name)
      const { sql, odd } = texts(name)
      const plain =
        number === undefined
          ? numbersOf(sql)
          : `if(isNull(${number}), [], [toFloat64(assumeNotNull(${number}))])`
      return { sql: plain, odd: numbersOf(odd) }
    },
    time(name) {
      const { type, one } = valuesOf(name)
      return type === 'time' ? one : undefined
    },
    rows(selected) {
      const columns = (which: 'sql' | 'odd') =>
        selected.map((each) => `${each[which]} AS ${each.as}`).join(', ') || '1'
      const events = eventsDetected(detected, whereDetected)
      const odd = [
        ...new Set([...known.values()].map((values) => values.odd).filter((each) => each !== undefined)),
      ]
      const plain = `SELECT ${columns('sql')} FROM ${events} WHERE ${where}`
      if (odd.length === 0) return plain
      // Rows with values in `odd` are few, and a filter finds them: all others need not look there.
      const isOdd = `(${odd.join(' OR ')})`
      return `${plain} AND NOT ${isOdd} UNION ALL SELECT ${columns('odd')} FROM ${events} WHERE ${where} AND ${isOdd}`
    },
  }
}

export function tableSource(sql: string, columns: readonly Column[]): PipeSource {
  const find = (name: string): Column => {
    const column = columns.find((each) => each.name === name)
    if (column === undefined) throw new Error(`No column ${name}: the parser should have said so`)
    return column
  }
  const texts = (name: string): Selected => {
    const { id, type } = find(name)
    return both(type === 'list' ? id : `if(isNull(${id}), [], [toString(assumeNotNull(${id}))])`)
  }
  return {
    key(name) {
      const { id, type } = find(name)
      if (type === 'list') return { ...both(eachOf(id)), type: 'text' }
      return { ...both(id), type }
    },
    texts,
    numbers(name) {
      const { id, type } = find(name)
      return both(
        type === 'number'
          ? `if(isNull(${id}), [], [toFloat64(assumeNotNull(${id}))])`
          : numbersOf(texts(name).sql),
      )
    },
    time(name) {
      const { id, type } = find(name)
      return type === 'time' ? id : undefined
    },
    rows(selected) {
      return `SELECT ${selected.map(({ sql: each, as }) => `${each} AS ${as}`).join(', ') || '1'} FROM (${sql})`
    },
  }
}

function both(sql: string): Selected {
  return { sql, odd: sql }
}

/** Each value once; a row without any has one that is none. */
function eachOf(list: string): string {
  return `arrayJoin(if(empty(${list}), [NULL], arrayDistinct(CAST(${list}, 'Array(Nullable(String))'))))`
}

const NUMERIC_SQL = '^[+-]?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?$'

function numbersOf(list: string): string {
  return `arrayMap(value -> toFloat64OrZero(value), arrayFilter(value -> match(value, '${NUMERIC_SQL}'), ${list}))`
}
