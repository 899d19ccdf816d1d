const UNITS: Readonly<Record<string, number>> = { d: 86_400, h: 3_600, m: 60, s: 1 }

/** `0:01:07`, `92:24:20`, `1d 0h:32m:16s`: nanoseconds, undefined when it is none. */
export function readDuration(text: string): number | undefined {
  let seconds = 0
  let value = -1
  let plain = true
  for (let i = 0; i < text.length && i < 40; i++) {
    const character = text.charAt(i)
    const digit = text.charCodeAt(i) - 0x30
    const unit = UNITS[character]
    if (digit >= 0 && digit <= 9) value = Math.max(value, 0) * 10 + digit
    else if (unit !== undefined && value >= 0) {
      seconds += value * unit
      value = -1
      plain = false
    } else if (character === ':' && plain && value >= 0) {
      seconds = (seconds + value) * 60
      value = -1
    } else if (character !== ':' && character !== ' ') return undefined
  }
  if (value >= 0) seconds += value
  return seconds < 1e9 && text !== '' ? seconds * 1e9 : undefined
}
