import { fieldsOfCell } from './cell-value.ts'
import { type Column, pinnedColumns } from './columns.ts'

const OF_LINE = new Set(['raw', 'event.original'])

/**
 * The fields that the cells of these columns are made of, for rows that come without the others.
 * @returns undefined where a column shows the line itself: then rows come whole
 */
export function askedFields(columns: readonly Column[]): string[] | undefined {
  const shown = [...pinnedColumns(true), ...columns].map(({ field }) => field)
  if (shown.some((field) => OF_LINE.has(field))) return undefined
  return [...new Set(shown.flatMap(fieldsOfCell))]
}
