'use client'

import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react'
import { formatNumber } from '../../ui/format-number.ts'
import { formatTime } from '../../ui/format-time.ts'
import { useSetting } from '../../ui/use-setting.ts'
import styles from './histogram-chart.module.css'
import type { Histogram } from './use-histogram.ts'

interface HistogramChartProps {
  histogram: Histogram
  /** Chosen buckets as a range of time, milliseconds, half-open. */
  onBrush: (from: number, to: number) => void
}

const OUTCOMES = ['unknown', 'success', 'failure'] as const
const HEIGHT = 72

/** Events over time, stacked by outcome, a foot under bars that hold suspected ones. A stretch of it becomes the time range: by drag, or arrow keys and Enter. */
export function HistogramChart({ histogram: { buckets }, onBrush }: HistogramChartProps) {
  const id = useId()
  const chart = useRef<HTMLDivElement>(null)
  const [zone] = useSetting('zone')
  const [pointed, setPointed] = useState<number>()
  const [anchor, setAnchor] = useState<number>()
  const most = Math.max(1, ...buckets.map(({ count }) => Number(count)))
  const end = buckets.length - 1

  const at = (event: PointerEvent) => {
    const box = chart.current?.getBoundingClientRect()
    if (!box || box.width === 0) return 0
    return Math.min(Math.max(Math.floor(((event.clientX - box.left) / box.width) * buckets.length), 0), end)
  }
  const choose = (one: number, other: number) => {
    const from = buckets[Math.min(one, other)]
    const to = buckets[Math.max(one, other)]
    setAnchor(undefined)
    if (from && to) onBrush(Date.parse(from.from), Date.parse(to.to))
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

  const bucket = pointed === undefined ? undefined : buckets[pointed]
  const first = pointed === undefined ? 0 : Math.min(anchor ?? pointed, pointed)
  const width = pointed === undefined ? 0 : Math.abs((anchor ?? pointed) - pointed) + 1
  const words = bucket
    ? `${formatTime(bucket.from, zone, 'second')} – ${formatTime(bucket.to, zone, 'second').slice(11)}: ${formatNumber(bucket.count)} events, ${formatNumber(bucket.failure)} failures${Number(bucket.suspected) > 0 ? `, ${formatNumber(bucket.suspected)} suspected` : ''}`
    : 'Nothing chosen'

  return (
    <div className={styles.place}>
      <div
        ref={chart}
        className={styles.chart}
        role="slider"
        tabIndex={0}
        aria-label="Events over time. Arrow keys move, Shift widens, Enter takes the stretch as time range"
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
        <svg viewBox={`0 0 ${buckets.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {buckets.map((one, index) => {
            let top = HEIGHT
            return OUTCOMES.map((outcome) => {
              const share = (Number(one[outcome]) / most) * (HEIGHT - 4)
              // What is there is seen, however small beside the rest.
              const height = share > 0 ? Math.max(share, 1) : 0
              top -= height
              return height > 0 ? (
                <rect
                  key={`${one.from} ${outcome}`}
                  className={styles[outcome]}
                  x={index + 0.06}
                  y={top}
                  width={0.88}
                  height={height}
                />
              ) : null
            })
          })}
          {buckets.map((one, index) =>
            Number(one.suspected) > 0 ? (
              <rect
                key={`${one.from} suspected`}
                className={styles.suspected}
                x={index + 0.06}
                y={HEIGHT - 4}
                width={0.88}
                height={4}
              />
            ) : null,
          )}
          {pointed === undefined ? null : (
            <rect className={styles.brush} x={first} y={0} width={width} height={HEIGHT} />
          )}
        </svg>
        {bucket ? (
          <output className={styles.tip} data-side={(pointed ?? 0) > end / 2 ? 'left' : 'right'}>
            {words}
          </output>
        ) : null}
      </div>
      <div className={styles.axis} id={id}>
        {[0, 0.25, 0.5, 0.75].map((part) => {
          const tick = buckets[Math.floor(part * buckets.length)]
          return tick ? <span key={part}>{formatTime(tick.from, zone, 'minute')}</span> : null
        })}
      </div>
    </div>
  )
}
