/** @returns the number of up to 15 digits at the start of a text, whatever follows them */
export function leadingNumber(text: string): number | undefined {
  let value = 0
  let at = 0
  for (; at < text.length && at < 15; at++) {
    const digit = text.charCodeAt(at) - 0x30
    if (!(digit >= 0 && digit <= 9)) break
    value = value * 10 + digit
  }
  return at === 0 ? undefined : value
}
