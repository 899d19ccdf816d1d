/** Whether a text holds half of a surrogate pair: no log does, and no store keeps it. */
export function hasHalfPair(text: string): boolean {
  return /\p{Cs}/u.test(text)
}
