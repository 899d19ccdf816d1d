import type { Bar, Series } from '../chart/series.ts'
import type { Histogram } from './use-histogram.ts'

const OUTCOMES = ['unknown', 'success', 'failure'] as const

/** The lowest of the stack first. */
export const OUTCOME_SERIES: readonly Series[] = OUTCOMES.map((name) => ({ name, tone: name }))

/** Events by outcome, with those that somebody suspects at the foot. */
export function histogramBars({ buckets }: Histogram): Bar[] {
  return buckets.map(({ from, to, count, suspected, ...counts }) => ({
    ...{ from, to, total: Number(count), foot: Number(suspected) },
    counts: OUTCOMES.map((outcome) => Number(counts[outcome])),
  }))
}
