export type Zone = 'local' | 'utc'
/** `dense` is for rows: `Nov 23 12:39:13.123`. */
export type Precision = 'minute' | 'second' | 'dense' | 'milli' | 'full'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

function parts(instant: Date, zone: Zone) {
  return zone === 'utc'
    ? {
        year: instant.getUTCFullYear(),
        month: instant.getUTCMonth() + 1,
        day: instant.getUTCDate(),
        hour: instant.getUTCHours(),
        minute: instant.getUTCMinutes(),
        second: instant.getUTCSeconds(),
      }
    : {
        year: instant.getFullYear(),
        month: instant.getMonth() + 1,
        day: instant.getDate(),
        hour: instant.getHours(),
        minute: instant.getMinutes(),
        second: instant.getSeconds(),
      }
}

/** `+02:00`, `Z` for UTC. */
export function offsetOf(instant: Date, zone: Zone): string {
  const minutes = zone === 'utc' ? 0 : -instant.getTimezoneOffset()
  if (minutes === 0) return 'Z'
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

/**
 * `2026-11-23 12:39:13.123` in the zone.
 * @param precision `full` keeps the digits that the instant's text has, down to nanoseconds
 */
export function formatTime(instant: string | number, zone: Zone, precision: Precision = 'milli'): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return String(instant)
  const { year, month, day, hour, minute, second } = parts(date, zone)
  const milli = pad(date.getUTCMilliseconds(), 3)
  if (precision === 'dense')
    return `${MONTHS[month - 1]} ${pad(day)} ${pad(hour)}:${pad(minute)}:${pad(second)}.${milli}`
  const text = `${year}-${pad(month)}-${pad(day)} ${pad(hour)}:${pad(minute)}`
  if (precision === 'minute') return text
  if (precision === 'second') return `${text}:${pad(second)}`
  const digits = typeof instant === 'string' ? /\.(\d+)/.exec(instant)?.[1] : undefined
  const fraction = precision === 'full' && digits && digits.length > 3 ? digits : milli
  return `${text}:${pad(second)}.${fraction}`
}
