import { formatTime, type Zone } from '../../ui/format-time.ts'

/** Milliseconds as a `datetime-local` input wants them, to the second. */
export function toInput(instant: number, zone: Zone): string {
  return formatTime(instant, zone, 'second').replace(' ', 'T')
}

/** The way back; undefined when nothing, or nothing whole, was typed. */
export function fromInput(text: string, zone: Zone): number | undefined {
  if (!text) return undefined
  const instant = Date.parse(zone === 'utc' ? `${text}Z` : text)
  return Number.isNaN(instant) ? undefined : instant
}
