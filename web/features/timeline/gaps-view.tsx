'use client'

import { formatDuration } from '../../ui/format-duration.ts'
import { State } from '../../ui/state.tsx'
import { Time } from '../../ui/time.tsx'
import type { Span } from '../ask/time-range.ts'
import type { Picture } from './lane.ts'
import styles from './table.module.css'

/** Silences as a table: sources that otherwise send. */
export function GapsView({ gaps, onBrush }: { gaps: Picture['gaps']; onBrush: (span: Span) => void }) {
  if (gaps.length === 0)
    return (
      <State title="No source fell silent">
        Every source that sends without long breaks sent in this stretch as it usually does.
      </State>
    )
  return (
    <table className={styles.table} aria-label="Silences by time">
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">Silent for</th>
        </tr>
      </thead>
      <tbody>
        {gaps.map(({ source, from, to }) => (
          <tr key={`${source?.id} ${from}`}>
            <td>{source?.name ?? 'gone'}</td>
            <td>
              <button
                type="button"
                className={styles.choose}
                title="Mark this stretch"
                onClick={() => onBrush({ from: Date.parse(from), to: Date.parse(to) })}
              >
                <Time instant={from} precision="second" />
              </button>
            </td>
            <td>
              <Time instant={to} precision="second" />
            </td>
            <td>{formatDuration(Date.parse(to) - Date.parse(from))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
