import type { SearchNode } from './search-node.ts'

export const AGGREGATES = ['count', 'dc', 'sum', 'avg', 'min', 'max', 'median', 'values'] as const

/** `dc`: how many different values. `p95(field)` is a percentile. */
export type AggregateName = (typeof AGGREGATES)[number] | 'percentile'

export interface Aggregate {
  name: AggregateName
  /** Absent for `count` of rows. */
  field?: string
  /** Of a percentile, between 0 and 100. */
  percent?: number
  /** The column it becomes. */
  as: string
}

export interface SortKey {
  column: string
  descending: boolean
}

/** A step of analysis behind a search. What it names are fields of events, or columns once a step made a table. */
export type Pipe =
  | { kind: 'where'; condition: SearchNode }
  | { kind: 'stats'; aggregates: readonly Aggregate[]; by: readonly string[] }
  /** `seconds` of each point; `series` are told apart, the rest is one. */
  | { kind: 'timechart'; seconds?: number; series: number; aggregates: readonly Aggregate[]; by?: string }
  /** Combinations of values by how often they come. */
  | { kind: 'top' | 'rare'; rows: number; fields: readonly string[] }
  | { kind: 'sort'; keys: readonly SortKey[] }
  | { kind: 'fields'; columns: readonly string[] }

export const COMMANDS = ['stats', 'timechart', 'top', 'rare', 'sort', 'fields', 'where'] as const

/** The column of times that `timechart` makes. */
export const TIME_COLUMN = '@timestamp'

/** The columns behind a step; undefined while there is no table but events. */
export function columnsAfter(
  pipe: Pipe,
  columns: readonly string[] | undefined,
): readonly string[] | undefined {
  switch (pipe.kind) {
    case 'stats':
      return [...pipe.by, ...pipe.aggregates.map(({ as }) => as)]
    case 'timechart':
      return [TIME_COLUMN, ...(pipe.by ? [pipe.by] : []), ...pipe.aggregates.map(({ as }) => as)]
    case 'top':
    case 'rare':
      return [...pipe.fields, 'count', 'percent']
    case 'fields':
      return columns && pipe.columns
    default:
      return columns
  }
}

const COUNTING: readonly AggregateName[] = ['count', 'dc', 'sum', 'avg', 'median', 'percentile']

/** Of the columns behind a step those that hold numbers and nothing else. */
export function numbersAfter(pipe: Pipe, numbers: ReadonlySet<string>): ReadonlySet<string> {
  switch (pipe.kind) {
    case 'stats':
    case 'timechart':
      return new Set(pipe.aggregates.filter(({ name }) => COUNTING.includes(name)).map(({ as }) => as))
    case 'top':
    case 'rare':
      return new Set(['count', 'percent'])
    default:
      return numbers
  }
}
