import type { Fields, FieldValue, Scalar } from '../../event/event.ts'
import { printTime } from '../../event/print-time.ts'
import { unescapeZeek } from './unescape.ts'
import type { ZeekHeader } from './zeek-header.ts'

const MAX_ELEMENTS = 1_000
const NUMERIC: ReadonlySet<string> = new Set(['count', 'int', 'double', 'interval', 'port'])
const SECONDS = /^(-?\d{1,12})(?:\.(\d{1,9}))?$/

/** Epoch seconds with a fraction, exactly. */
export function zeekTime(value: string): bigint | undefined {
  const match = SECONDS.exec(value)
  if (!match?.[1]) return undefined
  const whole = BigInt(match[1]) * 1_000_000_000n
  const rest = BigInt((match[2] ?? '').padEnd(9, '0'))
  return match[1].startsWith('-') ? whole - rest : whole + rest
}

function scalar(value: string, type: string): Scalar {
  if (NUMERIC.has(type)) {
    const number = Number(value)
    return Number.isFinite(number) && value !== '' ? number : value
  }
  if (type === 'bool') return value === 'T' ? true : value === 'F' ? false : value
  if (type === 'time') {
    const time = zeekTime(value)
    return time === undefined ? value : printTime(time)
  }
  return unescapeZeek(value)
}

/** Sets whose only element is an empty word look like empty sets; the script behind this one never logs those. */
const NEVER_EMPTY = 'zeek.known_services.service'

interface Column {
  /** `zeek.conn.uid`; empty for a column that is left out. */
  name: string
  type: string
  /** Type of the elements of a set or vector. */
  inner: string | undefined
}

interface Plan {
  path: string
  types: readonly string[]
  columns: readonly Column[]
}

/** A name that is put together for each line costs more than all else about its value. */
const plans = new WeakMap<readonly string[], Plan>()

function columnsOf({ path, fields, types }: ZeekHeader): readonly Column[] {
  const known = plans.get(fields)
  if (known && known.path === path && known.types === types) return known.columns
  const columns = fields.map((field, i): Column => {
    const type = types[i] ?? 'string'
    const bracket = type.indexOf('[')
    return {
      name: field === '' ? '' : `zeek.${path}.${field}`,
      type,
      inner: bracket < 0 ? undefined : type.slice(bracket + 1, -1),
    }
  })
  plans.set(fields, { path, types, columns })
  return columns
}

function fieldValue(value: string, column: Column, header: ZeekHeader): FieldValue | undefined {
  const { inner } = column
  if (inner === undefined) return value === header.emptyField ? '' : scalar(value, column.type)
  if (value === header.emptyField) return column.name === NEVER_EMPTY ? [''] : undefined
  const list: Scalar[] = []
  for (const element of value.split(header.setSeparator, MAX_ELEMENTS)) {
    if (element !== header.unsetField) list.push(element === header.emptyField ? '' : scalar(element, inner))
  }
  return list.length === 0 ? undefined : list
}

/** Writes a line's columns as `zeek.<path>.*`, the record as Zeek's JSON writer gives it. */
export function readColumns(fields: Fields, header: ZeekHeader, values: readonly string[]): void {
  const columns = columnsOf(header)
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i]
    const text = values[i]
    if (column === undefined || text === undefined || text === header.unsetField || column.name === '')
      continue
    const value = fieldValue(text, column, header)
    if (value !== undefined) fields[column.name] = value
  }
}
