/** Shorter needles cost at most so many steps for each character. */
const SHORT = 32

/**
 * `includes` in time linear in the text: V8's takes the product of both lengths where a long needle repeats itself,
 * which a sender or a rule can arrange.
 */
export function findText(needle: string): (text: string) => boolean {
  if (needle.length <= SHORT) return (text) => text.includes(needle)
  const beginning = needle.slice(0, SHORT)
  let borders: Uint32Array | undefined
  return (text) => {
    if (needle.length > text.length || !text.includes(beginning)) return false
    borders ??= bordersOf(needle)
    return findByBorders(text, needle, borders)
  }
}

/** Knuth, Morris, Pratt: for each beginning the length of the longest border, a proper beginning that is its end. */
function bordersOf(needle: string): Uint32Array {
  const borders = new Uint32Array(needle.length)
  let length = 0
  for (let at = 1; at < needle.length; at++) {
    const unit = needle.charCodeAt(at)
    while (length > 0 && unit !== needle.charCodeAt(length)) length = borders[length - 1] ?? 0
    if (unit === needle.charCodeAt(length)) length++
    borders[at] = length
  }
  return borders
}

/** On a mismatch the longest border of what matched tells where to go on. */
function findByBorders(text: string, needle: string, borders: Uint32Array): boolean {
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    while (length > 0 && unit !== needle.charCodeAt(length)) length = borders[length - 1] ?? 0
    if (unit === needle.charCodeAt(length)) length++
    if (length === needle.length) return true
  }
  return false
}
