import type { Column } from './column.ts'
import { createNumberColumn } from './number-column.ts'

/** The same for all rows; left out where it is the default, 0. */
export function createRevisionColumn(rows: number, revision: number): Column {
  const column = createNumberColumn('revision', rows, 'UInt32')
  for (let row = 0; row < rows; row++) column.set(row, revision)
  return column
}
