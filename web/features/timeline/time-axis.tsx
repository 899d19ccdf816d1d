'use client'

import { useRef } from 'react'
import { useSetting } from '../../ui/use-setting.ts'
import type { Span } from '../ask/time-range.ts'
import { axisTicks } from './axis-ticks.ts'
import styles from './lane-chart.module.css'
import { xOf } from './lane-paths.ts'
import { panSpan } from './move-span.ts'

interface TimeAxisProps {
  span: Span
  width: number
  /** Without it the axis stays where it is. */
  move?: (change: (span: Span) => Span) => void
}

/** Moments above the lanes. Dragging it moves along; Page Up and Page Down on the lanes do the same. */
export function TimeAxis({ span, width, move }: TimeAxisProps) {
  const [zone] = useSetting('zone')
  const last = useRef<number>(undefined)
  return (
    <svg
      width={width}
      height={24}
      className={styles.axis}
      aria-hidden="true"
      data-still={move === undefined}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        last.current = event.clientX
      }}
      onPointerMove={({ clientX }) => {
        const { current } = last
        if (current === undefined) return
        last.current = clientX
        move?.((now) => panSpan(now, (current - clientX) / width))
      }}
      onPointerUp={() => {
        last.current = undefined
      }}
      onPointerCancel={() => {
        last.current = undefined
      }}
    >
      {axisTicks(span, width, zone).map(({ at, label }) => (
        <g key={at} transform={`translate(${Math.round(xOf(at, { span, width, pitch: 0 }))} 0)`}>
          <path d="M.5 18v6" className={styles.tick} />
          <text x={4} y={16} className={styles.moment}>
            {label}
          </text>
        </g>
      ))}
    </svg>
  )
}
