const POINT = 0x2e
const MINUS = 0x2d
/** So many digits a double holds exactly. */
const MAX_DIGITS = 15
const POWERS = Array.from({ length: MAX_DIGITS + 1 }, (_, power) => 10 ** power)

/**
 * What `Number` makes of plain digits such as `443`, `-7` or `0.000390`, without a text of their own: both parts of the
 * quotient are exact, so that it is rounded once.
 * @returns NaN for every other form, and for more digits
 */
export function decimalAt(text: string, start: number, end: number): number {
  const minus = text.charCodeAt(start) === MINUS
  const first = minus ? start + 1 : start
  let value = 0
  let point = -1
  for (let i = first; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x30 && code <= 0x39) value = value * 10 + (code - 0x30)
    else if (code === POINT && point < 0 && i > first && i < end - 1) point = i
    else return Number.NaN
  }
  if (end === first || end - first - (point < 0 ? 0 : 1) > MAX_DIGITS) return Number.NaN
  const places = point < 0 ? 0 : end - point - 1
  const size = places === 0 ? value : value / (POWERS[places] ?? Number.NaN)
  return minus ? -size : size
}
