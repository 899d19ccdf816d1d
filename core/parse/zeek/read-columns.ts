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
const NEVER_EMPTY = 'known_services.service'

function fieldValue(value: string, type: string, name: string, header: ZeekHeader): FieldValue | undefined {
  if (value === header.unsetField) return undefined
  const bracket = type.indexOf('[')
  if (bracket < 0) return value === header.emptyField ? '' : scalar(value, type)
  if (value === header.emptyField) return `${header.path}.${name}` === NEVER_EMPTY ? [''] : undefined
  const inner = type.slice(bracket + 1, -1)
  const list: Scalar[] = []
  for (const element of value.split(header.setSeparator, MAX_ELEMENTS)) {
    if (element !== header.unsetField) list.push(element === header.emptyField ? '' : scalar(element, inner))
  }
  return list.length === 0 ? undefined : list
}

/** Writes a line's columns as `zeek.<path>.*`, the record as Zeek's JSON writer gives it. */
export function readColumns(fields: Fields, header: ZeekHeader, columns: readonly string[]): void {
  const prefix = `zeek.${header.path}.`
  for (let i = 0; i < header.fields.length; i++) {
    const name = header.fields[i] ?? ''
    const value = fieldValue(columns[i] ?? header.unsetField, header.types[i] ?? 'string', name, header)
    if (value !== undefined && name !== '') fields[prefix + name] = value
  }
}
