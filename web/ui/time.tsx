'use client'

import { formatTime, offsetOf, type Precision } from './format-time.ts'
import { useSetting } from './use-setting.ts'

interface TimeProps {
  instant: string
  precision?: Precision
}

/** An instant in the reader's zone, its offset on hover. Only where data came after the page: a server has no zone. */
export function Time({ instant, precision = 'milli' }: TimeProps) {
  const [zone] = useSetting('zone')
  const date = new Date(instant)
  const title = Number.isNaN(date.getTime())
    ? undefined
    : `${formatTime(instant, zone, 'full')} ${offsetOf(date, zone)}\n${instant}`
  return (
    <time dateTime={instant} title={title}>
      {formatTime(instant, zone, precision)}
    </time>
  )
}
