import type { FieldValue } from '#core/event/event'
import { columnValue, type ExportedEvent } from './column-value.ts'

export const USUAL_COLUMNS: readonly string[] = [
  ...[
    '@timestamp',
    'nightjar.tenant',
    'event.severity',
    'event.action',
    'event.outcome',
    'host.name',
    'user.name',
  ],
  ...['source.ip', 'destination.ip', 'process.name', 'message'],
]

/** What a spreadsheet takes for the beginning of a formula. Log lines are hostile. */
const FORMULA = /^[=+\-@\t\r]/
const NEEDS_QUOTES = /[",\r\n]/

/** A line of CSV (RFC 4180), with its end. */
export function printCsv(columns: readonly string[], exported: ExportedEvent): string {
  return lineOf(columns.map((column) => textOf(columnValue(column, exported))))
}

export function csvHeader(columns: readonly string[]): string {
  return lineOf(columns)
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`
}

function cellOf(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

function textOf(value: FieldValue | undefined): string {
  if (value === undefined) return ''
  return typeof value === 'object' ? value.join('; ') : String(value)
}
