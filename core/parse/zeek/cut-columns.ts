/** A line and where its columns begin and end: most columns need no text of their own. */
export interface Columns {
  readonly text: string
  /** Begin and end of each column, one pair behind the other. */
  readonly bounds: readonly number[]
}

/** Beyond these a line is cut off. */
const MAX_COLUMNS = 500

export function cutColumns(text: string, separator: string): Columns {
  const bounds: number[] = []
  let end = -1
  for (let start = 0; bounds.length < 2 * MAX_COLUMNS; start = end + separator.length) {
    end = text.indexOf(separator, start)
    bounds.push(start, end < 0 ? text.length : end)
    if (end < 0) break
  }
  return { text, bounds }
}

export const countOf = ({ bounds }: Columns): number => bounds.length / 2
