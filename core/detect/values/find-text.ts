/** Shorter needles cost at most so many steps for each character. */
const SHORT = 32

/** Whether a text holds the needle, in time linear in the text. */
export function findText(needle: string): (text: string) => boolean {
  if (needle.length <= SHORT) return (text) => text.includes(needle)
  const find = findTextEnd(needle)
  return (text) => find(text, 0) >= 0
}

/**
 * `indexOf` in time linear in the text: V8's takes the product of both lengths where a long needle repeats itself,
 * which a sender or a rule can arrange.
 * @returns where the first occurrence at or behind `from` ends, or -1
 */
export function findTextEnd(needle: string): (text: string, from: number) => number {
  if (needle.length <= SHORT)
    return (text, from) => {
      const at = text.indexOf(needle, from)
      return at < 0 ? -1 : at + needle.length
    }
  const beginning = needle.slice(0, SHORT)
  let borders: Uint32Array | undefined
  return (text, from) => {
    const start = needle.length > text.length - from ? -1 : text.indexOf(beginning, from)
    if (start < 0) return -1
    borders ??= bordersOf(needle)
    return endByBorders(text, start, needle, borders)
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
function endByBorders(text: string, from: number, needle: string, borders: Uint32Array): number {
  let length = 0
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    while (length > 0 && unit !== needle.charCodeAt(length)) length = borders[length - 1] ?? 0
    if (unit === needle.charCodeAt(length)) length++
    if (length === needle.length) return at + 1
  }
  return -1
}
