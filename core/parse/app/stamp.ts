import type { ParseContext } from '../parser.ts'
import { digitsAt } from '../text/digits.ts'
import { monthAt } from '../time/month-number.ts'
import { dateInYear, inNewestYear } from '../time/newest-year.ts'
import { fractionAt } from '../time/parse-fraction.ts'
import { parseZone } from '../time/parse-zone.ts'
import { isClock, toNanos } from '../time/to-nanos.ts'

export interface AppStamp {
  time: bigint
  end: number
}

interface Day {
  year: number | undefined
  month: number
  day: number
  end: number
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

/** Years of two digits are this century's. */
const wholeYear = (short: number): number => 2_000 + short

/** `2026-03-10`, `2026/03/10`, `26/03/10`, `10-Mar-2026`, `10/Mar/2026`, `20260310`, `260310`, `03-10`, `03.10` */
function dayAt(text: string, at: number): Day | undefined {
  let digits = 0
  while (digits < 9 && isDigit(text.charCodeAt(at + digits))) digits++
  const mark = text.charCodeAt(at + digits)
  const dashed = mark === 0x2d || mark === 0x2f || mark === 0x2e
  if (digits === 4 && dashed && text.charCodeAt(at + 7) === mark)
    return {
      year: digitsAt(text, at, 4),
      month: digitsAt(text, at + 5, 2),
      day: digitsAt(text, at + 8, 2),
      end: at + 10,
    }
  if (digits === 8)
    return {
      year: digitsAt(text, at, 4),
      month: digitsAt(text, at + 4, 2),
      day: digitsAt(text, at + 6, 2),
      end: at + 8,
    }
  if (digits === 6)
    return {
      year: wholeYear(digitsAt(text, at, 2)),
      month: digitsAt(text, at + 2, 2),
      day: digitsAt(text, at + 4, 2),
      end: at + 6,
    }
  if (digits !== 2 || !dashed) return undefined
  if (monthAt(text, at + 3) > 0 && text.charCodeAt(at + 6) === mark)
    return {
      year: digitsAt(text, at + 7, 4),
      month: monthAt(text, at + 3),
      day: digitsAt(text, at, 2),
      end: at + 11,
    }
  if (mark === 0x2f && text.charCodeAt(at + 5) === mark)
    return {
      year: wholeYear(digitsAt(text, at, 2)),
      month: digitsAt(text, at + 3, 2),
      day: digitsAt(text, at + 6, 2),
      end: at + 8,
    }
  return { year: undefined, month: digitsAt(text, at, 2), day: digitsAt(text, at + 3, 2), end: at + 5 }
}

interface Clock {
  ms: number
  nanos: number
  end: number
}

const msOfDay = (hour: number, minute: number, second: number): number =>
  ((hour * 60 + minute) * 60 + second) * 1_000

/** `120000` */
function bareClockAt(text: string, at: number): Clock | undefined {
  const [hour, minute, second] = [digitsAt(text, at, 2), digitsAt(text, at + 2, 2), digitsAt(text, at + 4, 2)]
  if (!isClock(hour, minute, second) || isDigit(text.charCodeAt(at + 6))) return undefined
  return { ms: msOfDay(hour, minute, second), nanos: 0, end: at + 6 }
}

/** `12:00:00`, also `12:0:0`, with a fraction behind `.`, `,` or `:`. */
function clockAt(text: string, at: number): Clock | undefined {
  if (digitsAt(text, at, 6) >= 0) return bareClockAt(text, at)
  const parts: number[] = []
  let end = at
  while (parts.length < 3) {
    const width = isDigit(text.charCodeAt(end + 1)) ? 2 : 1
    parts.push(digitsAt(text, end, width))
    end += width
    if (parts.length < 3 && text.charCodeAt(end++) !== 0x3a) return undefined
  }
  const [hour = -1, minute = -1, second = -1] = parts
  if (!isClock(hour, minute, second) || isDigit(text.charCodeAt(end))) return undefined
  const point = text.charCodeAt(end)
  const fraction = point === 0x2e || point === 0x2c || point === 0x3a ? fractionAt(text, end + 1) : undefined
  return { ms: msOfDay(hour, minute, second), nanos: fraction?.nanos ?? 0, end: fraction?.end ?? end }
}

/** `Z`, `+01:00`, ` +0100`, ` UTC` behind a clock. */
function zoneAt(text: string, at: number): { minutes: number; end: number } | undefined {
  const start = text.charCodeAt(at) === 0x20 ? at + 1 : at
  const first = text.charCodeAt(start)
  let end = start + 1
  if (first === 0x2b || first === 0x2d) {
    while (end - start < 7 && (isDigit(text.charCodeAt(end)) || text.charCodeAt(end) === 0x3a)) end++
    if (text.charCodeAt(end - 1) === 0x3a) end--
  } else if (first >= 0x41 && first <= 0x5a) {
    while (end - start < 6 && text.charCodeAt(end) >= 0x41 && text.charCodeAt(end) <= 0x5a) end++
  } else return undefined
  const minutes = parseZone(text.slice(start, end))
  return minutes === undefined ? undefined : { minutes, end }
}

/** The time with which a line of a program's own log begins, in the forms that logging libraries have. */
export function appStampAt(text: string, at: number, context: ParseContext): AppStamp | undefined {
  const date = dayAt(text, at)
  if (!date) return undefined
  const between = text.charCodeAt(date.end)
  // A blank, the T of ISO 8601, a dash, an underscore.
  if (between !== 0x20 && between !== 0x54 && between !== 0x2d && between !== 0x5f) return undefined
  const clock = clockAt(text, date.end + 1)
  if (!clock) return undefined
  const zone = zoneAt(text, clock.end)
  const where = zone?.minutes ?? context
  const ms =
    date.year === undefined
      ? inNewestYear(date.month, date.day, clock.ms, context, where)
      : dateInYear(date.year, date.month, date.day, clock.ms, where)
  return Number.isNaN(ms) ? undefined : { time: toNanos(ms, clock.nanos), end: zone?.end ?? clock.end }
}
