'use client'

import { useMemo } from 'react'
import type { SearchStatsQuery } from '../../graphql/generated/graphql.ts'
import { FailureState } from '../../ui/failure-state.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import { joinClass } from '../../ui/join-class.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { State } from '../../ui/state.tsx'
import type { QueryAnswer } from '../ask/use-query-answer.ts'
import { type Cell, chartOfStats } from './chart-of-stats.ts'
import { StatsChart } from './stats-chart.tsx'
import { StatsTable } from './stats-table.tsx'
import styles from './stats-view.module.css'

interface StatsViewProps {
  answer: QueryAnswer<SearchStatsQuery>
  onRun: () => void
  /** Shows the events of a group: what its fields are, and from when it is where it has a time. */
  onEvents: (
    group: readonly { field: string; value: string | null }[],
    at?: { from: number; to: number },
  ) => void
}

/** What the commands behind a search made of its events: a chart where there is time, and always a table. */
export function StatsView({ answer, onRun, onEvents }: StatsViewProps) {
  const { data, failure, since, cancelled } = answer
  const stats = data?.stats
  const rows = stats?.rows as unknown as readonly (readonly Cell[])[] | undefined
  const chart = useMemo(
    () => stats && rows && chartOfStats(stats.columns, rows, stats.interval),
    [rows, stats],
  )
  if (failure) return <FailureState failure={failure} onRetry={onRun} />
  if (!stats || !rows) {
    return cancelled ? (
      <State title="Cancelled">The query was stopped before it was answered.</State>
    ) : (
      <Skeleton rows={14} />
    )
  }
  if (rows.length === 0)
    return (
      <State title="Nothing to count">
        No event of this range fits the search before the commands, or the commands left no row.
      </State>
    )
  const { columns, interval } = stats
  // Rows that stand for events as they are have nothing to be narrowed by.
  const groups = columns.some(({ type }) => type === 'number')
  return (
    <section
      className={joinClass(styles.view, (since !== undefined || cancelled) && styles.stale)}
      aria-label="Analysis"
    >
      {chart ? <StatsChart chart={chart} /> : null}
      <StatsTable
        columns={columns}
        rows={rows}
        onEvents={
          groups
            ? (row) => {
                const from = columns[0]?.type === 'time' && interval ? Date.parse(String(row[0])) : undefined
                const fields = columns.flatMap(({ name, type }, index) => {
                  const cell = row[index]
                  return type === 'text'
                    ? [{ field: name, value: typeof cell === 'string' ? cell : null }]
                    : []
                })
                onEvents(fields, from && interval ? { from, to: from + interval * 1000 } : undefined)
              }
            : undefined
        }
      />
      <p className={styles.foot}>
        {formatNumber(rows.length)} {rows.length === 1 ? 'row' : 'rows'}
        {stats.truncated ? '. There are more: narrow the search, or ask for fewer groups.' : ''}
      </p>
    </section>
  )
}
