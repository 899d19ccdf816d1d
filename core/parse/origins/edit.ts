/** Other text of the same length in the place of a word of a line. */
export interface Edit {
  at: number
  text: string
}

/** Words that parsers look up: another word of the same list is read as well, any other text is not. */
const LISTS = [
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  ['get', 'put'],
  ['tcp', 'udp'],
] as const

const LONGEST_WORD = 256

/** Words and numbers of a line, where they stand. */
export function* wordsOf(raw: string): Generator<{ at: number; text: string }> {
  for (const { 0: text, index } of raw.matchAll(/[\p{L}\p{N}]+/gu)) yield { at: index, text }
}

/** Two texts of the same kind as the word, each unlike it and the other; fewer where there are none. */
export function editsOf({ at, text }: { at: number; text: string }): Edit[] {
  if (text.length > LONGEST_WORD) return lastCharacter(at, text)
  const lower = text.toLowerCase()
  for (const list of LISTS) {
    const place = (list as readonly string[]).indexOf(lower)
    if (place < 0) continue
    const others = list.length === 2 ? [1] : [1, 2]
    return others.map((step) => ({ at, text: casedAs(text, list[(place + step) % list.length] ?? lower) }))
  }
  return lastCharacter(at, text)
}

/** The last digit counts down, so that hours, days and addresses stay such; else the last letter changes. */
function lastCharacter(at: number, text: string): Edit[] {
  const digit = text.search(/[0-9](?=[^0-9]*$)/)
  const place = digit >= 0 ? digit : text.search(/[A-Za-z](?=[^A-Za-z]*$)/)
  if (place < 0) return []
  const character = text.charAt(place)
  return (digit >= 0 ? otherDigits(Number(character)) : otherLetters(character)).map((other) => ({
    at: at + place,
    text: other,
  }))
}

function otherDigits(digit: number): string[] {
  return (digit === 0 ? [1, 2] : digit === 1 ? [0, 2] : [digit - 1, digit - 2]).map(String)
}

/** A hexadecimal digit stays one. */
function otherLetters(letter: string): string[] {
  const list = [...(/[a-f]/i.test(letter) ? 'abcdef' : 'ghijklmnopqrstuvwxyz')]
  const place = list.indexOf(letter.toLowerCase())
  return [1, 2].map((step) => casedAs(letter, list[(place + step) % list.length] ?? letter))
}

function casedAs(pattern: string, word: string): string {
  if (pattern === pattern.toLowerCase()) return word
  if (pattern === pattern.toUpperCase()) return word.toUpperCase()
  return word.charAt(0).toUpperCase() + word.slice(1)
}
