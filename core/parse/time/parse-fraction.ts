/** Digits after the point at `at`, at most nine of them count. */
export interface Fraction {
  nanos: number
  end: number
}

/** @returns undefined when there is no digit at `at` */
export function fractionAt(text: string, at: number): Fraction | undefined {
  let end = at
  let nanos = 0
  for (; end < text.length; end++) {
    const digit = text.charCodeAt(end) - 0x30
    if (!(digit >= 0 && digit <= 9)) break
    if (end - at < 9) nanos = nanos * 10 + digit
  }
  if (end === at) return undefined
  for (let i = end - at; i < 9; i++) nanos *= 10
  return { nanos, end }
}
