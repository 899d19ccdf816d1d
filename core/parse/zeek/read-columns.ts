import type { Fields, FieldValue, Scalar } from '../../event/event.ts'
import { printTime } from '../../event/print-time.ts'
import type { FieldNames } from '../field-names.ts'
import { isAllowed, type MadeUpName } from '../made-up-name.ts'
import { digitsAt } from '../text/digits.ts'
import { unescapeZeek } from './unescape.ts'
import type { ZeekHeader } from './zeek-header.ts'

const MAX_ELEMENTS = 1_000

const POINT = 0x2e
const MINUS = 0x2d

/** Epoch seconds with a fraction of up to nine digits, exactly. */
function zeekTime(value: string): bigint | undefined {
  const start = value.charCodeAt(0) === MINUS ? 1 : 0
  const point = value.indexOf('.', start)
  const end = point < 0 ? value.length : point
  const whole = end === start || end - start > 12 ? -1 : digitsAt(value, start, end - start)
  const places = point < 0 ? 0 : value.length - point - 1
  const fraction = places === 0 ? 0 : places > 9 ? -1 : digitsAt(value, point + 1, places)
  if (whole < 0 || fraction < 0 || value.charCodeAt(value.length - 1) === POINT) return undefined
  const time = BigInt(whole) * 1_000_000_000n + BigInt(fraction * 10 ** (9 - places))
  return start === 0 ? time : -time
}

type Kind = 'number' | 'bool' | 'time' | 'text'

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ...['count', 'int', 'double', 'interval', 'port'].map((type) => [type, 'number'] as const),
  ['bool', 'bool'],
  ['time', 'time'],
])

function numberOf(value: string): Scalar {
  const number = Number(value)
  return Number.isFinite(number) && value !== '' ? number : value
}

function scalar(value: string, kind: Kind): Scalar {
  if (kind === 'text') return unescapeZeek(value)
  if (kind === 'number') return numberOf(value)
  if (kind === 'bool') return value === 'T' ? true : value === 'F' ? false : value
  const time = zeekTime(value)
  return time === undefined ? value : printTime(time)
}

/** Sets whose only element is an empty word look like empty sets; the script behind this one never logs those. */
const NEVER_EMPTY = 'zeek.known_services.service'

/** Its field is like `zeek.conn.uid`, empty for a column that is left out. */
interface Column extends MadeUpName {
  /** Of the value, or of the elements of a set or vector. */
  kind: Kind
  many: boolean
  /** Whether it is the time of the record. */
  stamp: boolean
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
      field: field === '' ? '' : `zeek.${path}.${field}`,
      allowedBy: undefined,
      kind: KINDS.get(bracket < 0 ? type : type.slice(bracket + 1, -1)) ?? 'text',
      many: bracket >= 0,
      stamp: i === fields.indexOf('ts'),
    }
  })
  plans.set(fields, { path, types, columns })
  return columns
}

/** Whether the tenant has room for the names that a header gives. */
export function hasRoomFor(header: ZeekHeader, names: FieldNames | undefined): boolean {
  for (const column of columnsOf(header)) if (!isAllowed(column, names)) return false
  return true
}

function fieldValue(value: string, column: Column, header: ZeekHeader): FieldValue | undefined {
  const { kind, many } = column
  if (!many) return value === header.emptyField ? '' : scalar(value, kind)
  if (value === header.emptyField) return column.field === NEVER_EMPTY ? [''] : undefined
  const list: Scalar[] = []
  for (const element of value.split(header.setSeparator, MAX_ELEMENTS)) {
    if (element !== header.unsetField) list.push(element === header.emptyField ? '' : scalar(element, kind))
  }
  return list.length === 0 ? undefined : list
}

/**
 * Writes a line's columns as `zeek.<path>.*`, the record as Zeek's JSON writer gives it.
 * @returns the time in its column `ts`
 */
export function readColumns(
  fields: Fields,
  header: ZeekHeader,
  values: readonly string[],
): bigint | undefined {
  const columns = columnsOf(header)
  let time: bigint | undefined
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i]
    const text = values[i]
    if (column === undefined || text === undefined || text === header.unsetField || column.field === '')
      continue
    const known = column.stamp ? zeekTime(text) : undefined
    if (known !== undefined) time = known
    const value =
      known !== undefined && column.kind === 'time' && !column.many
        ? printTime(known)
        : fieldValue(text, column, header)
    if (value !== undefined) fields[column.field] = value
  }
  return time
}
