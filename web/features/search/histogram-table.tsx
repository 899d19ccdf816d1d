'use client'

import { Dialog } from '../../ui/dialog.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import { Time } from '../../ui/time.tsx'
import styles from './histogram-table.module.css'
import type { Histogram } from './use-histogram.ts'

interface HistogramTableProps {
  histogram: Histogram
  open: boolean
  onOpenChange: (open: boolean) => void
  onChoose: (from: number, to: number) => void
}

/** The picture's table: every stretch of time that has events, each a way to its range. */
export function HistogramTable({ histogram, open, onOpenChange, onChoose }: HistogramTableProps) {
  const filled = histogram.buckets.filter(({ count }) => Number(count) > 0)
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Events over time">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Events</th>
            <th scope="col">Success</th>
            <th scope="col">Failure</th>
            <th scope="col">Unknown</th>
            <th scope="col">Suspected</th>
          </tr>
        </thead>
        <tbody>
          {filled.map((bucket) => (
            <tr key={bucket.from}>
              <td>
                <button
                  type="button"
                  className={styles.choose}
                  onClick={() => {
                    onOpenChange(false)
                    onChoose(Date.parse(bucket.from), Date.parse(bucket.to))
                  }}
                >
                  <Time instant={bucket.from} precision="second" />
                </button>
              </td>
              <td>{formatNumber(bucket.count)}</td>
              <td>{formatNumber(bucket.success)}</td>
              <td>{formatNumber(bucket.failure)}</td>
              <td>{formatNumber(bucket.unknown)}</td>
              <td>{formatNumber(bucket.suspected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
