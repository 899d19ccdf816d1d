/** Nanoseconds since the epoch, half-open. */
interface Span {
  from: bigint
  to: bigint
}

const MILLI = 1_000_000n
const SECOND = 1_000_000_000n
const DAY = 86_400n * SECOND
/** Of the calendar, with room to reckon: beyond there is no event. */
const LAST_YEAR = 100_000
const WIDTHS: Readonly<Record<string, bigint>> = {
  s: SECOND,
  m: 60n * SECOND,
  h: 3600n * SECOND,
  d: DAY,
  w: 7n * DAY,
}
const RELATIVE = /^now((?:[+-]\d{1,6}[smhdwMy]|\/[smhdwMy]){0,8})$/
const STEP = /([+-]\d{1,6}|\/)([smhdwMy])/g
const ABSOLUTE =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?)?)?(Z|[+-]\d\d:?\d\d)?$/i
const EPOCH: Readonly<Record<number, bigint>> = { 10: SECOND, 13: MILLI, 16: 1000n, 19: 1n }

/**
 * The stretch of time that a text names: a day for `2026-11-27` and for `now/d`, a moment for `now-1h`. UTC without an
 * offset.
 * @returns undefined for what is no time
 */
export function timeSpanOf(text: string, now: bigint): Span | undefined {
  const relative = RELATIVE.exec(text)
  if (relative) return relativeSpan(relative[1] ?? '', now)
  const unit = /^\d+$/.test(text) ? EPOCH[text.length] : undefined
  if (unit !== undefined) return { from: BigInt(text) * unit, to: (BigInt(text) + 1n) * unit }
  return absoluteSpan(text)
}

function relativeSpan(steps: string, now: bigint): Span {
  let span: Span = { from: now, to: now + 1n }
  for (const [, step = '', unit = ''] of steps.matchAll(STEP)) {
    if (step === '/') span = unitAround(span.from, unit)
    else span = { from: moved(span.from, Number(step), unit), to: moved(span.to, Number(step), unit) }
  }
  return span
}

function moved(time: bigint, count: number, unit: string): bigint {
  const width = WIDTHS[unit]
  if (width !== undefined) return time + BigInt(count) * width
  const millis = floorDivide(time, MILLI)
  const date = new Date(Number(millis))
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + count * (unit === 'y' ? 12 : 1)
  const year = Math.min(Math.max(Math.floor(months / 12), -LAST_YEAR), LAST_YEAR)
  const month = ((months % 12) + 12) % 12
  // The 31st of a month before one of 30 days is its 30th, not the first of the next.
  const day = Math.min(date.getUTCDate(), new Date(Date.UTC(year, month + 1, 0)).getUTCDate())
  return BigInt(Date.UTC(year, month, day)) * MILLI + (time - floorDivide(time, DAY) * DAY)
}

function unitAround(time: bigint, unit: string): Span {
  const width = WIDTHS[unit]
  if (width !== undefined) {
    // The epoch was a Thursday; weeks begin on Monday.
    const shift = unit === 'w' ? 3n * DAY : 0n
    const from = floorDivide(time + shift, width) * width - shift
    return { from, to: from + width }
  }
  const date = new Date(Number(floorDivide(time, MILLI)))
  const [year, month] = [date.getUTCFullYear(), unit === 'y' ? 0 : date.getUTCMonth()]
  return {
    from: BigInt(Date.UTC(year, month)) * MILLI,
    to: BigInt(unit === 'y' ? Date.UTC(year + 1, 0) : Date.UTC(year, month + 1)) * MILLI,
  }
}

function absoluteSpan(text: string): Span | undefined {
  const match = ABSOLUTE.exec(text)
  if (!match) return undefined
  const [, year = '', month, day, hour, minute, second, fraction, zone = 'Z'] = match
  if (match[8] !== undefined && hour === undefined) return undefined
  const whole = Date.parse(
    `${year}-${month ?? '01'}-${day ?? '01'}T${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}Z`,
  )
  // Date.parse takes the 31st of any month.
  if (Number.isNaN(whole) || (day !== undefined && new Date(whole).getUTCDate() !== Number(day)))
    return undefined
  const nanos = BigInt((fraction ?? '').padEnd(9, '0'))
  const from = BigInt(whole) * MILLI + nanos - offsetOf(zone)
  if (month === undefined) return { from, to: unitAround(from, 'y').to }
  if (day === undefined) return { from, to: unitAround(from, 'M').to }
  return { from, to: from + widthOf(hour, second, fraction) }
}

function widthOf(hour: string | undefined, second: string | undefined, fraction: string | undefined): bigint {
  if (fraction !== undefined) return 10n ** BigInt(9 - fraction.length)
  if (second !== undefined) return SECOND
  return hour === undefined ? DAY : 60n * SECOND
}

function offsetOf(zone: string): bigint {
  if (zone.toUpperCase() === 'Z') return 0n
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return BigInt(zone.startsWith('-') ? -minutes : minutes) * 60n * SECOND
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by
  return value < 0n && quotient * by !== value ? quotient - 1n : quotient
}
