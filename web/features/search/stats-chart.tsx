'use client'

import { useState } from 'react'
import { formatNumber } from '../../ui/format-number.ts'
import { formatTime } from '../../ui/format-time.ts'
import { joinClass } from '../../ui/join-class.ts'
import { useSetting } from '../../ui/use-setting.ts'
import tones from '../chart/tones.module.css'
import type { TimeChart } from './chart-of-stats.ts'
import styles from './stats-chart.module.css'

/** Eight of the twelve hues, far apart for common colour-vision deficiencies when neighbours. */
const HUES = [8, 1, 5, 10, 3, 0, 6, 9]
const HEIGHT = 160
/** Outcomes and levels keep the colours that they have everywhere. */
const TONES = new Set(['success', 'failure', 'unknown', 'critical', 'high', 'medium', 'low', 'informational'])
const toneOf = (name: string): string | undefined => (TONES.has(name) ? tones[name] : undefined)

/** A timechart as stacked bars. The table below says the same in figures. */
export function StatsChart({ chart: { times, series } }: { chart: TimeChart }) {
  const [zone] = useSetting('zone')
  const [pointed, setPointed] = useState<number>()
  const sums = times.map((_, at) => series.reduce((sum, { values }) => sum + Math.max(values[at] ?? 0, 0), 0))
  const most = Math.max(...sums, 1e-9)
  const time = pointed === undefined ? undefined : times[pointed]
  return (
    <figure className={styles.figure}>
      <div
        className={styles.chart}
        role="img"
        aria-label={`Chart of ${series.map(({ name }) => name).join(', ')} over time; the table below has its figures`}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect()
          const at = Math.floor(((event.clientX - box.left) / Math.max(box.width, 1)) * times.length)
          setPointed(Math.min(Math.max(at, 0), times.length - 1))
        }}
        onPointerLeave={() => setPointed(undefined)}
      >
        <svg viewBox={`0 0 ${times.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {times.map((start, at) => {
            let top = HEIGHT
            return series.map(({ name, values }, index) => {
              const height = (Math.max(values[at] ?? 0, 0) / most) * (HEIGHT - 4)
              top -= height
              return height > 0 ? (
                <rect
                  key={`${start} ${name}`}
                  data-hue={HUES[index]}
                  className={joinClass(styles.bar, toneOf(name))}
                  x={at + 0.06}
                  y={top}
                  width={0.88}
                  height={height}
                />
              ) : null
            })
          })}
        </svg>
      </div>
      <figcaption className={styles.caption}>
        <span className={styles.when}>
          {time === undefined
            ? `${formatTime(times[0] ?? 0, zone, 'minute')} – ${formatTime(times.at(-1) ?? 0, zone, 'minute')}`
            : formatTime(time, zone, 'second')}
        </span>
        {series.map(({ name, values }, index) => (
          <span key={name} className={styles.series}>
            <span
              className={joinClass(styles.swatch, toneOf(name))}
              data-hue={HUES[index]}
              aria-hidden="true"
            />
            <span className={styles.name} title={name}>
              {name}
            </span>
            {pointed === undefined ? null : <strong>{formatFigure(values[pointed] ?? 0)}</strong>}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

export const formatFigure = (value: number): string =>
  Number.isInteger(value) ? formatNumber(value) : value.toPrecision(4)
