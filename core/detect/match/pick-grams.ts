/** Two bits of a word of 32: a gram that is not in a bitmap of {@link pickGrams} seldom finds both of its bits set. */
export const pairOf = (hash: number) => (1 << ((hash >>> 8) & 31)) | (1 << ((hash >>> 13) & 31))

/**
 * Where in a text grams stand that a bitmap may hold, of those that begin at a multiple of four: the innermost loop of
 * all, a look at every four characters of every event. So it calls nothing, reads nothing but its arguments, and has no
 * branch to be mispredicted; what it writes out again is in grams.ts.
 * @param length of the text in bytes
 * @param picked gets their places, bytes from the start
 * @returns how many were picked
 */
export function pickGrams(
  words: Int32Array,
  length: number,
  bitmap: Uint32Array,
  shift: number,
  picked: Int32Array,
): number {
  let found = 0
  const count = length >> 2
  for (let i = 0; i < count; i++) {
    const hash = Math.imul((words[i] as number) | 0x20202020, 0x9e3779b1)
    const pair = (1 << ((hash >>> 8) & 31)) | (1 << ((hash >>> 13) & 31))
    picked[found] = i << 2
    found += ((bitmap[hash >>> shift] as number) & pair) === pair ? 1 : 0
  }
  return found
}

/** {@link pickGrams} for grams of three characters that begin at a multiple of two. */
export function pickShortGrams(
  words: Int32Array,
  length: number,
  bitmap: Uint32Array,
  shift: number,
  picked: Int32Array,
): number {
  let found = 0
  const count = (length + 3) >> 2
  for (let i = 0; i < count; i++) {
    const word = (words[i] as number) | 0x20202020
    const low = Math.imul(word & 0xffffff, 0x9e3779b1)
    const lowPair = (1 << ((low >>> 8) & 31)) | (1 << ((low >>> 13) & 31))
    picked[found] = i << 2
    found += ((bitmap[low >>> shift] as number) & lowPair) === lowPair ? 1 : 0
    const next = ((words[i + 1] as number) & 0xff) | 0x20
    const high = Math.imul((word >>> 16) | (next << 16), 0x9e3779b1)
    const highPair = (1 << ((high >>> 8) & 31)) | (1 << ((high >>> 13) & 31))
    picked[found] = (i << 2) | 2
    found += ((bitmap[high >>> shift] as number) & highPair) === highPair ? 1 : 0
  }
  return found
}
