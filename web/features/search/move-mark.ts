/** Where one is in the table: `row` -1 is its head; without `column` the whole row is marked. */
export interface Mark {
  row: number
  column: number | undefined
}

interface Extent {
  rows: number
  columns: number
  /** Rows in sight. */
  page: number
}

/** Where a key leads. @returns undefined for a key that leads nowhere */
export function moveMark(
  { row, column }: Mark,
  key: string,
  { rows, columns, page }: Extent,
): Mark | undefined {
  if (key === 'ArrowRight') return { row, column: Math.min((column ?? -1) + 1, columns - 1) }
  if (key === 'ArrowLeft') {
    if (column === undefined || column > 0) return { row, column: column && column - 1 }
    return { row, column: row < 0 ? 0 : undefined }
  }
  const to: ReadonlyMap<string, number> = new Map([
    ['ArrowDown', row + 1],
    ['ArrowUp', row - 1],
    ['PageDown', row + page],
    ['PageUp', Math.max(row - page, 0)],
    ['Home', 0],
    ['End', rows - 1],
  ])
  const target = to.get(key)
  if (target === undefined) return undefined
  const next = Math.min(Math.max(target, -1), rows - 1)
  return { row: next, column: next < 0 ? (column ?? 0) : column }
}
