/** What a row of an answer holds in a column. */
export type Cell = string | number | null | readonly string[]

export interface StatsColumn {
  name: string
  type: 'text' | 'number' | 'time' | 'list'
}

export interface TimeChart {
  /** Starts of the points, milliseconds. */
  times: number[]
  series: { name: string; values: number[] }[]
}

/** Beyond these, points that have no row are not filled in. */
const MOST_POINTS = 2_000
const MOST_SERIES = 8

/** What a timechart calls the series beyond its limit: no value of an event. */
export const OTHERS = '(other)'

export const textOfCell = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : Array.isArray(cell) ? cell.join(', ') : String(cell)

/** A timechart as points and series, with nothing where no row is. @returns undefined for any other table */
export function chartOfStats(
  columns: readonly StatsColumn[],
  rows: readonly (readonly Cell[])[],
  intervalSeconds: number | null | undefined,
): TimeChart | undefined {
  const figures = columns.flatMap(({ type }, index) => (type === 'number' ? [index] : []))
  const [figure] = figures
  if (!intervalSeconds || columns[0]?.type !== 'time' || figure === undefined || rows.length === 0)
    return undefined
  const split = columns[1]?.type === 'text' ? 1 : undefined
  const times = timesOf(rows, intervalSeconds * 1000)
  const places = new Map(times.map((time, index) => [time, index]))
  const series = new Map<string, number[]>()
  for (const row of rows) {
    const place = places.get(Date.parse(String(row[0])))
    if (place === undefined) continue
    for (const index of split === undefined ? figures.slice(0, MOST_SERIES) : [figure]) {
      const name = split === undefined ? (columns[index]?.name ?? '') : textOfCell(row[split]) || '(none)'
      const values = series.get(name) ?? times.map(() => 0)
      values[place] = (values[place] ?? 0) + Number(row[index] ?? 0)
      series.set(name, values)
    }
  }
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const largest = [...series].map(([name, values]) => ({ name, values }))
  if (split !== undefined) largest.sort((one, other) => sum(other.values) - sum(one.values))
  return { times, series: joinRest(largest) }
}

function timesOf(rows: readonly (readonly Cell[])[], width: number): number[] {
  const found = [...new Set(rows.map((row) => Date.parse(String(row[0]))))].sort((one, other) => one - other)
  const [first = 0] = found
  const points = Math.round(((found.at(-1) ?? first) - first) / width) + 1
  return points > MOST_POINTS ? found : Array.from({ length: points }, (_, index) => first + index * width)
}

/** There are so many hues: the smallest series share the last. */
function joinRest(series: TimeChart['series']): TimeChart['series'] {
  if (series.length <= MOST_SERIES) return series
  const rest = series.slice(MOST_SERIES - 1)
  const values = (rest[0]?.values ?? []).map((_, at) =>
    rest.reduce((sum, one) => sum + (one.values[at] ?? 0), 0),
  )
  return [...series.slice(0, MOST_SERIES - 1), { name: `${rest.length} others`, values }]
}
