/** Parsers put names and words in another case. */
export function isSameLetter(one: string, other: string): boolean {
  return one !== '' && (one === other || one.toLowerCase() === other.toLowerCase())
}
