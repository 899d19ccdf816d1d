const DAY = 86_400_000

const two = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))
const three = Array.from({ length: 1_000 }, (_, number) => String(number).padStart(3, '0'))
/** The same without the zeros at their end. */
const trimmed = three.map((digits) => digits.replace(/0+$/, ''))

/** The day of the last time: most times are of one that was just printed. */
let lastDay = Number.NaN
let lastDate = ''

/** `2026-03-10T` */
function dateOf(day: number): string {
  if (day !== lastDay) {
    lastDate = new Date(day * DAY).toISOString().slice(0, -13)
    lastDay = day
  }
  return lastDate
}

/** @param nanos below the millisecond, 1-999999 */
function belowMs(nanos: number): string {
  const micros = Math.floor(nanos / 1_000)
  const rest = nanos - micros * 1_000
  return rest === 0 ? `${trimmed[micros]}` : `${three[micros]}${trimmed[rest]}`
}

/**
 * ISO 8601 in UTC with as many digits as the time has: milliseconds, or up to nanoseconds.
 * @param ms whole milliseconds since the epoch
 * @param nanos what comes on top, 0-999999
 */
export function printMoment(ms: number, nanos: number): string {
  const day = Math.floor(ms / DAY)
  const inDay = ms - day * DAY
  const seconds = Math.floor(inDay / 1_000)
  const minutes = Math.floor(seconds / 60)
  const clock = `${dateOf(day)}${two[Math.floor(minutes / 60)]}:${two[minutes % 60]}:${two[seconds % 60]}`
  return `${clock}.${three[inDay % 1_000]}${nanos === 0 ? '' : belowMs(nanos)}Z`
}

/**
 * ISO 8601 in UTC with as many digits as the time has: milliseconds, or up to nanoseconds.
 * @param time nanoseconds since the epoch
 */
export function printTime(time: bigint): string {
  const rest = Number(time % 1_000_000n)
  const before = rest < 0
  return printMoment(Number(time / 1_000_000n) - (before ? 1 : 0), before ? rest + 1_000_000 : rest)
}
