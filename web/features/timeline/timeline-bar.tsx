'use client'

import { ChevronLeft, ChevronRight, Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatBytes } from '../../ui/format-bytes.ts'
import { formatDuration } from '../../ui/format-duration.ts'
import { formatNumber } from '../../ui/format-number.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { Span } from '../ask/time-range.ts'
import { useScope } from '../shell/scope.tsx'
import { panSpan, zoomSpan } from './move-span.ts'
import { SeedChip } from './seed-chip.tsx'
import { countWords } from './time-words.ts'
import styles from './timeline-bar.module.css'
import type { DrawnPicture } from './use-picture.ts'
import type { Seed } from './use-seed.ts'
import { LANE_KINDS } from './use-timeline-state.ts'

interface TimelineBarProps {
  seed: Seed
  drawn: DrawnPicture | undefined
  cancelled: boolean
  lanes: (typeof LANE_KINDS)[number]
  onLanes: (lanes: (typeof LANE_KINDS)[number]) => void
  brush: Span | undefined
  move: (change: (span: Span) => Span) => void
  onFit: () => void
  /** Beside what is told. */
  children: ReactNode
}

const LENGTHS = [
  ['Year', 365 * 86_400_000],
  ['Month', 30 * 86_400_000],
  ['Day', 86_400_000],
  ['Hour', 3_600_000],
  ['Minute', 60_000],
  ['Second', 1_000],
] as const

/** What is in the picture, and everything that moves it. */
export function TimelineBar(props: TimelineBarProps) {
  const { seed, drawn, cancelled, lanes, onLanes, brush, move, onFit } = props
  const { tenant } = useScope()
  const middle = brush && (brush.from + brush.to) / 2
  const zoom = (factor: number) => move((now) => zoomSpan(now, factor, middle ?? (now.from + now.to) / 2))
  const toLength = (length: number) =>
    move((now) => {
      const at = middle ?? (now.from + now.to) / 2
      return { from: Math.max(Math.round(at - length / 2), 0), to: Math.round(at + length / 2) }
    })
  return (
    <div className={styles.bar}>
      <p className={styles.told} role="status">
        {drawn ? (
          <>
            <strong>{countWords(Number(drawn.picture.total), 'event')}</strong>
            <span className={styles.stats}>
              {cancelled ? 'Cancelled: the picture answers the question before. ' : ''}
              {detailWords(drawn.picture)}
              {formatNumber(drawn.picture.stats.rowsRead)} rows,{' '}
              {formatBytes(Number(drawn.picture.stats.bytesRead))} read in{' '}
              {formatDuration(drawn.picture.stats.elapsedMs)}
            </span>
          </>
        ) : null}
      </p>
      <SeedChip seed={seed} />
      <span className={styles.gap} />
      {props.children}
      <label className={styles.by}>
        Lanes by
        <select
          className={styles.select}
          value={lanes}
          onChange={(event) => {
            const kind = LANE_KINDS.find((one) => one === event.target.value)
            if (kind) onLanes(kind)
          }}
        >
          {LANE_KINDS.filter((kind) => kind !== 'tenant' || !tenant).map((kind) => (
            <option key={kind}>{kind}</option>
          ))}
        </select>
      </label>
      <fieldset className={styles.lengths}>
        <legend className="visually-hidden">Length of time in sight</legend>
        {LENGTHS.map(([name, length]) => (
          <button key={name} type="button" className={styles.length} onClick={() => toLength(length)}>
            {name}
          </button>
        ))}
      </fieldset>
      <div className={styles.moves}>
        <IconButton
          label="Half a length earlier"
          shortcut="Page Up"
          onClick={() => move((now) => panSpan(now, -0.5))}
        >
          <ChevronLeft size={16} aria-hidden="true" />
        </IconButton>
        <IconButton label="Nearer" shortcut="+" onClick={() => zoom(0.5)}>
          <ZoomIn size={15} aria-hidden="true" />
        </IconButton>
        <IconButton label="Farther" shortcut="-" onClick={() => zoom(2)}>
          <ZoomOut size={15} aria-hidden="true" />
        </IconButton>
        <IconButton label="Fit to the events" shortcut="0" onClick={onFit}>
          <Maximize size={14} aria-hidden="true" />
        </IconButton>
        <IconButton
          label="Half a length later"
          shortcut="Page Down"
          onClick={() => move((now) => panSpan(now, 0.5))}
        >
          <ChevronRight size={16} aria-hidden="true" />
        </IconButton>
      </div>
    </div>
  )
}

function detailWords({ detail, interval, total }: DrawnPicture['picture']): string {
  if (Number(total) === 0) return ''
  if (detail === 'events') return 'each shown, '
  return `a bar is ${formatDuration(interval * 1_000).replace(/\.0 s$/, ' s')}, `
}
