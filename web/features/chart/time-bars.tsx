'use client'

import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react'
import { formatNumber } from '../../ui/format-number.ts'
import { formatTime } from '../../ui/format-time.ts'
import { joinClass } from '../../ui/join-class.ts'
import { useSetting } from '../../ui/use-setting.ts'
import type { Bar, Series } from './series.ts'
import styles from './time-bars.module.css'
import tones from './tones.module.css'

interface TimeBarsProps {
  /** What is counted: `Events over time`. */
  label: string
  /** `events` */
  unit: string
  /** What Enter does with the chosen stretch: `opens the search`. */
  enter: string
  series: readonly Series[]
  bars: readonly Bar[]
  /** What the feet of the bars count: `suspected`. */
  foot?: string
  precision?: 'minute' | 'second'
  /** Lower, beside much else. */
  low?: boolean
  /** Chosen bars as a range of time, milliseconds, half-open. */
  onChoose: (from: number, to: number) => void
}

const HEIGHT = 96
const FOOT = 5

/** Counts over time, stacked. One bar or a stretch of them is chosen by click, drag, or arrow keys and Enter. */
export function TimeBars(props: TimeBarsProps) {
  const { label, unit, enter, series, bars, foot, precision = 'minute', low = false, onChoose } = props
  const id = useId()
  const chart = useRef<HTMLDivElement>(null)
  const [zone] = useSetting('zone')
  const [pointed, setPointed] = useState<number>()
  const [anchor, setAnchor] = useState<number>()
  const heights = bars.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0))
  const most = Math.max(1, ...heights)
  const end = bars.length - 1

  const at = (event: PointerEvent) => {
    const box = chart.current?.getBoundingClientRect()
    if (!box || box.width === 0) return 0
    return Math.min(Math.max(Math.floor(((event.clientX - box.left) / box.width) * bars.length), 0), end)
  }
  const choose = (one: number, other: number) => {
    const from = bars[Math.min(one, other)]
    const to = bars[Math.max(one, other)]
    setAnchor(undefined)
    if (from && to) onChoose(Date.parse(from.from), Date.parse(to.to))
  }

  function onKeyDown(event: KeyboardEvent) {
    const now = pointed ?? end
    const to: Record<string, number> = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: end }
    const target = to[event.key]
    if (target !== undefined) {
      const next = Math.min(Math.max(target, 0), end)
      // With Shift the stretch grows from where it began.
      setAnchor(event.shiftKey ? (anchor ?? now) : undefined)
      setPointed(next)
    } else if (event.key === 'Enter' && pointed !== undefined) choose(anchor ?? pointed, pointed)
    else if (event.key === 'Escape') {
      setAnchor(undefined)
      setPointed(undefined)
    } else return
    event.preventDefault()
  }

  const bar = pointed === undefined ? undefined : bars[pointed]
  const first = pointed === undefined ? 0 : Math.min(anchor ?? pointed, pointed)
  const width = pointed === undefined ? 0 : Math.abs((anchor ?? pointed) - pointed) + 1
  const parts = bar
    ? series.flatMap(({ name }, place) => {
        const count = bar.counts[place] ?? 0
        return count > 0 ? [`${formatNumber(count)} ${name}`] : []
      })
    : []
  if (foot !== undefined && bar?.foot) parts.push(`${formatNumber(bar.foot)} ${foot}`)
  const words = bar
    ? `${formatTime(bar.from, zone, precision)} – ${formatTime(bar.to, zone, precision).slice(11)}: ${formatNumber(bar.total)} ${unit}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`
    : 'Nothing chosen'

  return (
    <div className={joinClass(styles.place, low && styles.low)}>
      <div
        ref={chart}
        className={styles.chart}
        role="slider"
        tabIndex={0}
        aria-label={`${label}. Arrow keys move, Shift widens, Enter ${enter}`}
        aria-valuemin={0}
        aria-valuemax={end}
        aria-valuenow={pointed ?? end}
        aria-valuetext={words}
        aria-describedby={id}
        onKeyDown={onKeyDown}
        onBlur={() => setPointed(undefined)}
        onPointerMove={(event) => setPointed(at(event))}
        onPointerLeave={() => anchor === undefined && setPointed(undefined)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setAnchor(at(event))
          setPointed(at(event))
        }}
        onPointerUp={(event) => anchor !== undefined && choose(anchor, at(event))}
        onPointerCancel={() => setAnchor(undefined)}
      >
        <svg viewBox={`0 0 ${bars.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {bars.map(({ from, counts }, index) => {
            let top = HEIGHT
            return series.map(({ name, tone }, place) => {
              const share = ((counts[place] ?? 0) / most) * (HEIGHT - 4)
              // What is there is seen, however small beside the rest.
              const height = share > 0 ? Math.max(share, 1.5) : 0
              top -= height
              return height > 0 ? (
                <rect
                  key={`${from} ${name}`}
                  className={joinClass(styles.part, tones[tone])}
                  x={index + 0.06}
                  y={top}
                  width={0.88}
                  height={height}
                />
              ) : null
            })
          })}
          {bars.map(({ from, foot: marked }, index) =>
            marked ? (
              <rect
                key={`${from} foot`}
                className={styles.foot}
                x={index + 0.06}
                y={HEIGHT - FOOT}
                width={0.88}
                height={FOOT}
              />
            ) : null,
          )}
          {pointed === undefined ? null : (
            <rect className={styles.brush} x={first} y={0} width={width} height={HEIGHT} />
          )}
        </svg>
        {bar ? (
          <output className={styles.tip} data-side={(pointed ?? 0) > end / 2 ? 'left' : 'right'}>
            {words}
          </output>
        ) : null}
      </div>
      <div className={styles.axis} id={id}>
        {[0, 0.25, 0.5, 0.75].map((part) => {
          const tick = bars[Math.floor(part * bars.length)]
          return tick ? <span key={part}>{formatTime(tick.from, zone, 'minute')}</span> : null
        })}
      </div>
    </div>
  )
}
