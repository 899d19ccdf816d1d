/**
 * Where a character of a scalar's value stands in the scalar's source, which may be quoted, escaped, folded or a
 * block: the characters that are no space come in the same order in both. An index at the value's end gives the
 * end of its last word.
 */
export function offsetInScalar(source: string, value: string, index: number): number {
  const quote = source.charAt(0)
  const block = quote === '|' || quote === '>'
  const wanted = value.slice(0, index).replaceAll(/\s/g, '').length
  let at = block ? source.indexOf('\n') + 1 : quote === "'" || quote === '"' ? 1 : 0
  let seen = 0
  while (at < source.length) {
    if (seen === wanted && index >= value.length) return at
    const length = stepLength(source, at, quote)
    if (!isSpace(source.slice(at, at + length), quote)) {
      if (seen === wanted) return at
      seen++
    }
    at += length
  }
  return source.length
}

/** How much of the source makes one character of the value. */
function stepLength(source: string, at: number, quote: string): number {
  if (quote === "'") return source.startsWith("''", at) ? 2 : 1
  if (quote !== '"' || source.charAt(at) !== '\\') return 1
  return { x: 4, u: 6, U: 10 }[source.charAt(at + 1)] ?? 2
}

function isSpace(piece: string, quote: string): boolean {
  return /^\s/.test(piece) || (quote === '"' && /^\\[\snrt]$/.test(piece))
}
