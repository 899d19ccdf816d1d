import { describe, expect, it } from 'vitest'
import { figuresOf } from './figures-of.ts'
import type { Timed } from './open-asking.ts'

const timed = (graphql: number, sql: number): Timed => ({
  graphql: { p50: graphql, p95: graphql * 2, all: [graphql, graphql * 2] },
  sql: { p50: sql, p95: sql * 2, all: [sql, sql * 2] },
})

const measured = {
  idle: new Map([
    ['rare word, 7 d: count', timed(12, 10)],
    ['rare word, 7 d: 100 rows', timed(90, 60)],
    ['histogram, 24 h', timed(9, 9)],
    ['5 facets, 24 h', timed(30, 25)],
  ]),
  ingesting: new Map([
    ['histogram, 24 h', timed(20, 15)],
    ['5 facets, 24 h', timed(40, 30)],
  ]),
  duckdb: undefined,
  thousand: new Map([['sweep', timed(30, 25)]]),
  one: new Map([['sweep', timed(20, 15)]]),
}

describe('the figures of the search bench', () => {
  it('are medians over GraphQL and the ratios of the worst question', () => {
    expect(figuresOf(measured)).toEqual({
      ...{ graphql_over_sql_p95: 1.5, rare_word_count_ms: 12, rare_word_rows_ms: 90 },
      ...{ histogram_24h_ms: 9, facets_ms: 30, ingesting_p95_ms: 80, tenants_1000_over_1: 1.5 },
      duckdb_over_ours: null,
    })
  })

  it('hold DuckDB against the bare statement, where it ran', () => {
    const duckdb = new Map([['rare word, 7 d: 100 rows', 1_200]])
    expect(figuresOf({ ...measured, duckdb }).duckdb_over_ours).toEqual({ 'rare word, 7 d: 100 rows': 20 })
  })
})
