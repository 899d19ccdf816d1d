import type { Fields, FieldValue, Scalar } from '../../event/event.ts'
import { printMoment, printTime } from '../../event/print-time.ts'
import type { FieldNames } from '../field-names.ts'
import { isAllowed, type MadeUpName } from '../made-up-name.ts'
import { decimalAt } from '../text/decimal-at.ts'
import { digitsAt } from '../text/digits.ts'
import type { Columns } from './cut-columns.ts'
import { unescapeZeek } from './unescape.ts'
import type { ZeekHeader } from './zeek-header.ts'

const MAX_ELEMENTS = 1_000
const MINUS = 0x2d
const POINT = 0x2e
const T = 0x54
const F = 0x46

/** Epoch seconds, and what is below them. */
interface Instant {
  seconds: number
  nanos: number
  negative: boolean
}

/** Of the last digit of a fraction, by how many digits it has. */
const NANOS = [1e9, 1e8, 1e7, 1e6, 1e5, 1e4, 1e3, 100, 10, 1]

/** Epoch seconds with a fraction of up to nine digits, exactly. */
function instantAt(text: string, start: number, end: number): Instant | undefined {
  const negative = text.charCodeAt(start) === MINUS
  const first = negative ? start + 1 : start
  // Six digits behind the point is what Zeek writes.
  const usual = end - 7 >= first && text.charCodeAt(end - 7) === POINT
  const found = usual ? end - 7 : text.indexOf('.', first)
  const point = found < end ? found : -1
  const places = point < 0 ? 0 : end - point - 1
  const width = (point < 0 ? end : point) - first
  const seconds = width < 1 || width > 12 ? -1 : digitsAt(text, first, width)
  const fraction = point < 0 ? 0 : places < 1 || places > 9 ? -1 : digitsAt(text, point + 1, places)
  if (seconds < 0 || fraction < 0) return undefined
  return { seconds, nanos: fraction * (NANOS[places] ?? 0), negative }
}

function nanosOf({ seconds, nanos, negative }: Instant): bigint {
  const time = BigInt(seconds) * 1_000_000_000n + BigInt(nanos)
  return negative ? -time : time
}

function printInstant(instant: Instant): string {
  const { seconds, nanos, negative } = instant
  if (negative) return printTime(nanosOf(instant))
  const ms = Math.floor(nanos / 1_000_000)
  return printMoment(seconds * 1_000 + ms, nanos - ms * 1_000_000)
}

type Kind = 'number' | 'bool' | 'time' | 'text'

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ...['count', 'int', 'double', 'interval', 'port'].map((type) => [type, 'number'] as const),
  ['bool', 'bool'],
  ['time', 'time'],
])

function numberAt(text: string, start: number, end: number): Scalar {
  const plain = decimalAt(text, start, end)
  if (!Number.isNaN(plain)) return plain
  const value = text.slice(start, end)
  const number = Number(value)
  return Number.isFinite(number) && value !== '' ? number : value
}

function boolAt(text: string, start: number, end: number): Scalar {
  const code = end - start === 1 ? text.charCodeAt(start) : 0
  return code === T ? true : code === F ? false : text.slice(start, end)
}

function scalarAt(text: string, start: number, end: number, kind: Kind): Scalar {
  if (kind === 'text') return unescapeZeek(text.slice(start, end))
  if (kind === 'number') return numberAt(text, start, end)
  if (kind === 'bool') return boolAt(text, start, end)
  const instant = instantAt(text, start, end)
  return instant ? printInstant(instant) : text.slice(start, end)
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
  /** `id` of who had room for all names last. */
  allowedBy: number | undefined
}

/** A name that is put together for each line costs more than all else about its value. */
const plans = new WeakMap<readonly string[], Plan>()

function planOf({ path, fields, types }: ZeekHeader): Plan {
  const known = plans.get(fields)
  if (known && known.path === path && known.types === types) return known
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
  const plan = { path, types, columns, allowedBy: undefined }
  plans.set(fields, plan)
  return plan
}

/** Whether the tenant has room for the names that a header gives. */
export function hasRoomFor(header: ZeekHeader, names: FieldNames | undefined): boolean {
  const plan = planOf(header)
  if (names !== undefined && plan.allowedBy === names.id) return true
  for (const column of plan.columns) if (!isAllowed(column, names)) return false
  plan.allowedBy = names?.id
  return true
}

/** Whether between `start` and `end` there is this word and nothing else. */
const isWordAt = (text: string, start: number, end: number, word: string): boolean =>
  end - start === word.length && text.startsWith(word, start)

function listOf(whole: string, kind: Kind, header: ZeekHeader): FieldValue | undefined {
  const list: Scalar[] = []
  for (const element of whole.split(header.setSeparator, MAX_ELEMENTS)) {
    if (element === header.unsetField) continue
    list.push(element === header.emptyField ? '' : scalarAt(element, 0, element.length, kind))
  }
  return list.length === 0 ? undefined : list
}

function fieldValue(
  text: string,
  start: number,
  end: number,
  { kind, many, field }: Column,
  header: ZeekHeader,
): FieldValue | undefined {
  const isEmpty = isWordAt(text, start, end, header.emptyField)
  if (!many) return isEmpty ? '' : scalarAt(text, start, end, kind)
  if (isEmpty) return field === NEVER_EMPTY ? [''] : undefined
  return listOf(text.slice(start, end), kind, header)
}

/**
 * Writes a line's columns as `zeek.<path>.*`, the record as Zeek's JSON writer gives it.
 * @returns the time in its column `ts`
 */
export function readColumns(
  fields: Fields,
  header: ZeekHeader,
  { text, bounds }: Columns,
): bigint | undefined {
  const { columns } = planOf(header)
  let time: bigint | undefined
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i]
    const start = bounds[2 * i] ?? 0
    const end = bounds[2 * i + 1] ?? 0
    if (column === undefined || column.field === '' || isWordAt(text, start, end, header.unsetField)) continue
    const instant = column.stamp ? instantAt(text, start, end) : undefined
    if (instant) time = nanosOf(instant)
    const value =
      instant && column.kind === 'time' && !column.many
        ? printInstant(instant)
        : fieldValue(text, start, end, column, header)
    if (value !== undefined) fields[column.field] = value
  }
  return time
}
