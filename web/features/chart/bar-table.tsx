'use client'

import { Dialog } from '../../ui/dialog.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import { Time } from '../../ui/time.tsx'
import styles from './bar-table.module.css'
import type { Bar, Series } from './series.ts'

interface BarTableProps {
  title: string
  series: readonly Series[]
  bars: readonly Bar[]
  /** What the feet of the bars count. */
  foot?: string
  precision?: 'minute' | 'second'
  onClose: () => void
  onChoose: (from: number, to: number) => void
}

/** The picture's table: every stretch of time that has something, each a way to what is behind it. */
export function BarTable(props: BarTableProps) {
  const { title, series, bars, foot, precision = 'minute', onClose, onChoose } = props
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={title}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">All</th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            {foot === undefined ? null : <th scope="col">{foot}</th>}
          </tr>
        </thead>
        <tbody>
          {bars
            .filter(({ total }) => total > 0)
            .map(({ from, to, total, counts, foot: marked }) => (
              <tr key={from}>
                <td>
                  <button
                    type="button"
                    className={styles.choose}
                    onClick={() => {
                      onClose()
                      onChoose(Date.parse(from), Date.parse(to))
                    }}
                  >
                    <Time instant={from} precision={precision} />
                  </button>
                </td>
                <td>{formatNumber(total)}</td>
                {series.map(({ name }, place) => (
                  <td key={name}>{formatNumber(counts[place] ?? 0)}</td>
                ))}
                {foot === undefined ? null : <td>{formatNumber(marked ?? 0)}</td>}
              </tr>
            ))}
        </tbody>
      </table>
    </Dialog>
  )
}
