/** @returns the number that `count` decimal digits at `at` make, -1 when one of them is none */
export function digitsAt(text: string, at: number, count: number): number {
  let value = 0
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - 0x30
    if (!(digit >= 0 && digit <= 9)) return -1
    value = value * 10 + digit
  }
  return value
}

/** @returns the number a whole text of 1-15 decimal digits makes, else undefined */
export function wholeNumber(text: string): number | undefined {
  if (text.length === 0 || text.length > 15) return undefined
  const value = digitsAt(text, 0, text.length)
  return value < 0 ? undefined : value
}
