import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'

const RFC_3339 =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d\d):(\d\d))$/
const NS_PER_MS = 1_000_000n
const NS_PER_S = 1_000_000_000n
/** What the store's times hold: 1900 to 2262. */
const FIRST = -(70n * 365n + 17n) * 86_400n * NS_PER_S
const LAST = 2n ** 63n - 1n

/** Nanoseconds since the epoch of an RFC 3339 text; undefined where the text is none or out of reach (1900-2262). */
export function parseDateTime(text: string): bigint | undefined {
  const match = RFC_3339.exec(text)
  if (!match) return undefined
  const [, year, month, day, hour, minute, second, fraction = '', sign, zoneHour, zoneMinute] = match
  const ms = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  )
  // Date.UTC carries 31 February over into March: what comes back must be what went in.
  if (!new Date(ms).toISOString().startsWith(`${year}-${month}-${day}T${hour}:${minute}:${second}`))
    return undefined
  if (Number(zoneHour ?? 0) > 23 || Number(zoneMinute ?? 0) > 59) return undefined
  const zoneMs = (Number(zoneHour ?? 0) * 60 + Number(zoneMinute ?? 0)) * 60_000 * (sign === '-' ? -1 : 1)
  const time = BigInt(ms - zoneMs) * NS_PER_MS + BigInt(fraction.padEnd(9, '0'))
  return time >= FIRST && time <= LAST ? time : undefined
}

/** RFC 3339 in UTC with 3, 6 or 9 decimals, as few as keep every nanosecond. */
export function formatDateTime(time: bigint): string {
  const nanos = ((time % NS_PER_S) + NS_PER_S) % NS_PER_S
  const digits = nanos.toString().padStart(9, '0')
  const kept = digits.endsWith('000000') ? 3 : digits.endsWith('000') ? 6 : 9
  const whole = new Date(Number((time - nanos) / NS_PER_MS)).toISOString()
  return `${whole.slice(0, whole.indexOf('.'))}.${digits.slice(0, kept)}Z`
}

function read(value: unknown): bigint {
  const time = typeof value === 'string' && value.length <= 64 ? parseDateTime(value) : undefined
  if (time === undefined)
    throw new GraphQLError('DateTime must be RFC 3339 with a zone, from 1900 to 2262: 2026-01-31T09:15:00Z')
  return time
}

/** Nanoseconds since the epoch inside, RFC 3339 outside. */
export const dateTime = new GraphQLScalarType<bigint, string>({
  name: 'DateTime',
  serialize: (value) => {
    if (typeof value !== 'bigint') throw new TypeError('DateTime is served from bigint nanoseconds')
    return formatDateTime(value)
  },
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
})
