import type { ParseContext } from '../parser.ts'
import { type Clock, localToUtc } from './local-time.ts'
import { isDate } from './to-nanos.ts'

/** A clock may run ahead of ours by this much before its time is taken for last year's. */
const AHEAD_MS = 24 * 3_600_000

/** @returns milliseconds since the epoch, NaN for a date that the year does not have */
export function dateInYear(
  year: number,
  month: number,
  day: number,
  msOfDay: number,
  clock: number | Clock,
): number {
  return isDate(year, month, day) ? localToUtc(Date.UTC(year, month - 1, day) + msOfDay, clock) : Number.NaN
}

/**
 * The time of a date without a year: the newest one that is not in the future by more than a day. Up to eight years
 * back: the longest stretch without a 29 February.
 * @param context when the line came, or the year that the source names
 * @param clock zone of the time
 * @returns milliseconds since the epoch, NaN for a date that no year has
 */
export function inNewestYear(
  month: number,
  day: number,
  msOfDay: number,
  { received, year: given }: ParseContext,
  clock: number | Clock,
): number {
  if (given !== undefined) return dateInYear(given, month, day, msOfDay, clock)
  // A day ahead of ours in any zone: the first to try may be next year.
  const latest = new Date(received + 2 * AHEAD_MS).getUTCFullYear()
  for (let year = latest; year >= latest - 8; year--) {
    const ms = dateInYear(year, month, day, msOfDay, clock)
    if (ms <= received + AHEAD_MS) return ms
  }
  return Number.NaN
}
