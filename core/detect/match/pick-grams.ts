/** Two bits of a word of 32: a gram that is not in a bitmap of {@link pickGrams} seldom finds both of its bits set. */
export const pairOf = (hash: number) => (1 << ((hash >>> 8) & 31)) | (1 << ((hash >>> 13) & 31))

/**
 * The grams of a text that a bitmap may hold: the innermost loop of all, a look at every four characters of every
 * event. So it calls nothing, reads nothing but its arguments, and has no branch to be mispredicted; what it writes
 * out again is in grams.ts.
 * @param picked as long as `words`
 * @returns how many were picked
 */
export function pickGrams(
  words: Int32Array,
  count: number,
  bitmap: Uint32Array,
  shift: number,
  picked: Int32Array,
): number {
  let found = 0
  for (let i = 0; i < count; i++) {
    const gram = (words[i] as number) | 0x20202020
    const hash = Math.imul(gram, 0x9e3779b1)
    const pair = (1 << ((hash >>> 8) & 31)) | (1 << ((hash >>> 13) & 31))
    picked[found] = gram
    found += ((bitmap[hash >>> shift] as number) & pair) === pair ? 1 : 0
  }
  return found
}
