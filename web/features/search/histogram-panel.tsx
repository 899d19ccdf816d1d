'use client'

import { Check, ChevronLeft, ChevronRight, Table2, TriangleAlert, X, ZoomOut } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { EventOutcome } from '../../graphql/generated/graphql.ts'
import { formatBytes } from '../../ui/format-bytes.ts'
import { formatDuration } from '../../ui/format-duration.ts'
import { formatNumber } from '../../ui/format-number.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { shiftRange, widenRange } from '../ask/shift-range.ts'
import type { TimeRange } from '../ask/time-range.ts'
import { TimeBars } from '../chart/time-bars.tsx'
import { histogramBars, OUTCOME_SERIES } from './histogram-bars.ts'
import styles from './histogram-panel.module.css'
import type { Histogram } from './use-histogram.ts'

const BarTable = dynamic(() => import('../chart/bar-table.tsx').then((file) => file.BarTable))

interface HistogramPanelProps {
  histogram: Histogram | undefined
  stats: { rowsRead: number | string; bytesRead: number | string; elapsedMs: number } | undefined
  /** Said in place of the statistics. */
  note: string | undefined
  range: TimeRange
  onRange: (range: TimeRange) => void
  /** Narrows the search to one outcome. */
  onOutcome: (outcome: EventOutcome) => void
  /** Narrows the search to what somebody suspects to be malicious. */
  onSuspected: () => void
}

const TITLE = 'Events over time'
const OUTCOMES = ['failure', 'success', 'unknown'] as const
const MARKS = { failure: X, success: Check, unknown: undefined }

/** How many events, and when. Its place is kept while it is empty, so that rows do not jump. */
export function HistogramPanel(props: HistogramPanelProps) {
  const { histogram, stats, note, range, onRange, onOutcome, onSuspected } = props
  const [table, setTable] = useState(false)
  const filled = histogram !== undefined && Number(histogram.total) > 0
  const brush = (from: number, to: number) => onRange({ kind: 'absolute', from, to })
  const chart = {
    ...{ series: OUTCOME_SERIES, bars: histogram ? histogramBars(histogram) : [] },
    ...{ foot: 'suspected', precision: 'second' as const, onChoose: brush },
  }
  const sum = (part: EventOutcome | 'suspected') =>
    histogram?.buckets.reduce((total, bucket) => total + Number(bucket[part]), 0) ?? 0
  const suspected = sum('suspected')
  return (
    <section className={styles.panel} aria-label={TITLE}>
      <div className={styles.strip}>
        <p className={styles.total} role="status">
          {histogram ? (
            <>
              <strong>{formatNumber(histogram.total)}</strong>{' '}
              {Number(histogram.total) === 1 ? 'event' : 'events'}
            </>
          ) : null}
        </p>
        <p className={styles.stats}>
          {note ??
            (stats
              ? `${formatNumber(stats.rowsRead)} rows, ${formatBytes(Number(stats.bytesRead))} read in ${formatDuration(stats.elapsedMs)}`
              : null)}
        </p>
        <div className={styles.legend}>
          {filled
            ? OUTCOMES.map((outcome) => {
                const Mark = MARKS[outcome]
                return (
                  <button
                    key={outcome}
                    type="button"
                    className={styles.outcome}
                    title={`Only ${outcome}`}
                    onClick={() => onOutcome(outcome)}
                  >
                    <span className={styles[outcome]} aria-hidden="true" />
                    {Mark ? <Mark size={11} strokeWidth={2.5} aria-hidden="true" /> : null}
                    {outcome} {formatNumber(sum(outcome))}
                  </button>
                )
              })
            : null}
          {suspected > 0 ? (
            <button
              type="button"
              className={styles.outcome}
              title="Only what the product, an indicator or a rule suspects to be malicious"
              onClick={onSuspected}
            >
              <span className={styles.suspected} aria-hidden="true" />
              <TriangleAlert size={11} strokeWidth={2.5} aria-hidden="true" />
              suspected {formatNumber(suspected)}
            </button>
          ) : null}
        </div>
        <div className={styles.moves}>
          <IconButton
            label="Half a range earlier"
            onClick={() => onRange(shiftRange(range, -0.5, Date.now()))}
          >
            <ChevronLeft size={16} aria-hidden="true" />
          </IconButton>
          <IconButton label="Twice the range" onClick={() => onRange(widenRange(range, Date.now()))}>
            <ZoomOut size={15} aria-hidden="true" />
          </IconButton>
          <IconButton label="Half a range later" onClick={() => onRange(shiftRange(range, 0.5, Date.now()))}>
            <ChevronRight size={16} aria-hidden="true" />
          </IconButton>
          <IconButton label="As a table" disabled={!filled} onClick={() => setTable(true)}>
            <Table2 size={15} aria-hidden="true" />
          </IconButton>
        </div>
      </div>
      <div className={styles.picture}>
        {filled ? (
          <TimeBars {...chart} label={TITLE} unit="events" enter="takes the stretch as time range" low />
        ) : null}
      </div>
      {filled && table ? <BarTable {...chart} title={TITLE} onClose={() => setTable(false)} /> : null}
    </section>
  )
}
