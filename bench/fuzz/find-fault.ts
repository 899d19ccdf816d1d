import type { ParseLine } from '#core/parse/parse-line'
import type { ParseContext } from '#core/parse/parser'

const MOST_FIELDS = 2_500
const FARTHEST_MS = 8_640_000_000_000_000n
const NANOS_PER_MS = 1_000_000n

const isScalar = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)

/** A fresh one for every line: nothing of one may show in the next. */
const contextOf = (): ParseContext => ({ received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

const asText = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part))

/** @returns what is wrong with the reading of a line, whatever the line is; undefined when nothing is */
export function findFault(parseLine: ParseLine, line: string, format: string): string | undefined {
  const { parser, time, fields } = parseLine(line, format, contextOf())
  const failed = fields['error.message']
  if (typeof failed === 'string' && failed.startsWith('parser failed')) return failed
  if (Object.getPrototypeOf(fields) !== null) return `${parser}: its fields have a prototype`
  const names = Object.keys(fields)
  if (names.length > MOST_FIELDS) return `${parser}: ${names.length} fields`
  for (const name of names) {
    const value = fields[name]
    if (value === undefined) continue
    const isList = Array.isArray(value)
    if (isList ? !value.every(isScalar) : !isScalar(value)) return `${parser}: ${name} is ${asText(value)}`
  }
  if (time !== undefined && (time > FARTHEST_MS * NANOS_PER_MS || time < -FARTHEST_MS * NANOS_PER_MS))
    return `${parser}: the time ${time} cannot be printed`
  const again = parseLine(line, format, contextOf())
  if (asText(again) !== asText({ parser, time, fields })) return `${parser}: read twice, it is not the same`
  return undefined
}
