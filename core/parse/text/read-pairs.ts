const MAX_PAIRS = 1_000

/**
 * `date=2026-03-10 msg="a \"b\"" act=deny`: names, `=`, values in quotes or without separators. Words that are no pair
 * are passed over; of a name that comes twice the first counts.
 * @param separator between pairs; around one more blanks may stand
 */
export function readPairs(text: string, separator = ' '): Map<string, string> {
  const found = new Map<string, string>()
  let at = 0
  while (at < text.length && found.size < MAX_PAIRS) {
    const equals = text.indexOf('=', at)
    if (equals < 0) break
    // What stands between the last separator and `=` is the name.
    const before = text.slice(at, equals)
    const name = before.slice(before.lastIndexOf(separator) + 1).trim()
    const value = readValue(text, equals + 1, separator)
    if (name !== '' && !found.has(name)) found.set(name, value.text)
    at = value.end
  }
  return found
}

function readValue(text: string, start: number, separator: string): { text: string; end: number } {
  const quote = text[start]
  if (quote === '"' || quote === "'") {
    for (let at = start + 1; at < text.length; at++) {
      if (text[at] === '\\') at++
      else if (text[at] === quote) {
        const inner = text.slice(start + 1, at)
        return { text: inner.includes('\\') ? inner.replaceAll(/\\(["'\\])/g, '$1') : inner, end: at + 1 }
      }
    }
  }
  const next = text.indexOf(separator, start)
  const end = next < 0 ? text.length : next
  return { text: text.slice(start, end).trim(), end }
}
