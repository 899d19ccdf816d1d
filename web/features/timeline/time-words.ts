import { formatNumber } from '../../ui/format-number.ts'
import { formatTime, type Zone } from '../../ui/format-time.ts'
import { levelOf } from '../../ui/level.ts'
import type { Span } from '../ask/time-range.ts'
import { summariseEvent } from '../search/summarise-event.ts'
import type { Lane, Thing } from './lane.ts'

/** `2026-01-31 12:00:00 – 12:05:00`, the day said once where both ends share it. */
export function spanWords({ from, to }: Span, zone: Zone): string {
  const precision = to - from < 10_000 ? 'milli' : 'second'
  const begin = formatTime(from, zone, precision)
  const end = formatTime(to, zone, precision)
  return `${begin} – ${end.slice(0, 10) === begin.slice(0, 10) ? end.slice(11) : end}`
}

/** `1 event`, `3 rules`. */
export function countWords(count: number, one: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : `${one}s`}`
}

/** What the thing under the pointer or the keys is, in a line. */
export function thingWords(lane: Lane, thing: Thing, zone: Zone): string {
  const level = levelOf(thing.severity)
  const worst = level === 'informational' ? 'info' : level
  if (thing.event)
    return `${lane.name}, ${formatTime(thing.event.time, zone)}, ${worst}: ${summariseEvent(thing.event).slice(0, 160)}`
  const suspected = thing.suspected > 0 ? `, ${formatNumber(thing.suspected)} suspected` : ''
  return `${lane.name}, ${spanWords(thing, zone)}: ${countWords(thing.count, 'event')}, worst ${worst}${suspected}`
}
