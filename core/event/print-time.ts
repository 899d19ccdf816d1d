const DAY = 86_400_000

const two = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))

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

/**
 * ISO 8601 in UTC with as many digits as the time has: milliseconds, or up to nanoseconds.
 * @param time nanoseconds since the epoch
 */
export function printTime(time: bigint): string {
  const rest = Number(time % 1_000_000n)
  const nanos = rest < 0 ? rest + 1_000_000 : rest
  const ms = Number(time / 1_000_000n) - (rest < 0 ? 1 : 0)
  const day = Math.floor(ms / DAY)
  const inDay = ms - day * DAY
  const seconds = Math.floor(inDay / 1_000)
  const minutes = Math.floor(seconds / 60)
  const clock = `${two[Math.floor(minutes / 60)]}:${two[minutes % 60]}:${two[seconds % 60]}`
  let fraction = String(1_000 + (inDay % 1_000)).slice(1)
  if (nanos > 0)
    fraction += String(1_000_000 + nanos)
      .slice(1)
      .replace(/0+$/, '')
  return `${dateOf(day)}${clock}.${fraction}Z`
}
