import { percentile } from '../percentile.ts'
import type { Timed } from './open-asking.ts'
import type { Times } from './time-ways.ts'

export interface Measured {
  idle: ReadonlyMap<string, Timed>
  /** The same questions while rows are inserted. */
  ingesting: ReadonlyMap<string, Timed>
  /** Medians; undefined where there is no DuckDB. */
  duckdb: ReadonlyMap<string, number> | undefined
  /** Questions about a thousand tenants at once, and the same about one with as many events. */
  thousand: ReadonlyMap<string, Timed>
  one: ReadonlyMap<string, Timed>
}

/** Milliseconds are medians over GraphQL, `_p95` nearest-rank, ratios those of the worst question. */
export function figuresOf({ idle, ingesting, duckdb, thousand, one }: Measured) {
  const median = (name: string) => round(idle.get(name)?.graphql.p50)
  const worst = (ratios: Iterable<number>) => round(Math.max(...ratios))
  return {
    graphql_over_sql_p95: worst([...idle.values()].map(({ graphql, sql }) => graphql.p95 / sql.p95)),
    rare_word_count_ms: median('rare word, 7 d: count'),
    rare_word_rows_ms: median('rare word, 7 d: 100 rows'),
    histogram_24h_ms: median('histogram, 24 h'),
    facets_ms: median('5 facets, 24 h'),
    ingesting_p95_ms: round(
      percentile(
        [...ingesting.values()].flatMap(({ graphql }) => graphql.all),
        0.95,
      ),
    ),
    tenants_1000_over_1: worst(
      [...thousand].map(([name, { graphql }]) => graphql.p50 / (one.get(name)?.graphql.p50 ?? Number.NaN)),
    ),
    duckdb_over_ours:
      duckdb === undefined
        ? null
        : Object.fromEntries(
            [...duckdb].map(([name, ms]) => [name, round(ms / (idle.get(name)?.sql.p50 ?? Number.NaN))]),
          ),
  }
}

/** A line for each question. */
export function tableOf(title: string, timed: ReadonlyMap<string, Timed>): string {
  const cells = ({ p50, p95 }: Times) => `${p50.toFixed(1).padStart(8)} ${p95.toFixed(1).padStart(8)}`
  const rows = [...timed].map(
    ([name, { graphql, sql }]) =>
      `  ${name.padEnd(42)}${cells(graphql)}  ${cells(sql)}  ${(graphql.p95 / sql.p95).toFixed(2)}`,
  )
  return [`${title}, ms: GraphQL p50, p95; SQL p50, p95; ratio of the p95`, ...rows].join('\n')
}

function round(value = Number.NaN): number {
  return Math.round(value * 100) / 100
}
