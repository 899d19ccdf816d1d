import { formatTime, type Zone } from '../../ui/format-time.ts'

/** Milliseconds as one writes them into a form: `2026-11-23 08:00:00`. */
export function toInput(instant: number, zone: Zone): string {
  return formatTime(instant, zone, 'second')
}

/** The way back; seconds may be left out. Undefined when it is no such time. */
export function fromInput(text: string, zone: Zone): number | undefined {
  const match = /^\s*(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?))?\s*$/.exec(text)
  if (!match) return undefined
  const instant = Date.parse(`${match[1]}T${match[2] ?? '00:00'}${zone === 'utc' ? 'Z' : ''}`)
  return Number.isNaN(instant) ? undefined : instant
}
