import { CASE, GRAM, type GramCounts, gramAt, scatter } from './grams.ts'

/** A text that some value must hold for a leaf to hold; of the leaf at this place in the caller's list. */
export interface Needle {
  /** Folded; at least {@link MIN_NEEDLE} units. `\0` stands for the beginning and the end of a value. */
  text: string
  place: number
}

/** Tells which needles a text may hold. Never misses one. */
export interface TextFilter {
  /**
   * @param words the text, a byte for each unit
   * @param places gets the places of needles that share four characters with the text, some more than once
   */
  scan(words: Int32Array, count: number, places: number[]): void
  readonly bytes: number
}

/** Shorter texts do not fill the four neighbouring grams of which one begins at a multiple of four. */
export const MIN_NEEDLE = 2 * GRAM - 1

/** Bits of the bitmap for each gram in it, of which two are set: one of sixty grams that no needle has gets by. */
const BITS_FOR_GRAM = 16
const MIN_BITS = 10
const MAX_BITS = 19

/** Two bits of a word of 32. */
const pairOf = (hash: number) => (1 << ((hash >>> 8) & 31)) | (1 << ((hash >>> 13) & 31))

/**
 * Every needle is filed under four neighbouring grams (runs of four characters): wherever it stands in a text, one of
 * them begins at a multiple of four. So it is enough to look at every fourth gram of the text, four characters at
 * once, and most are turned away by one bit. Of all places in a needle the one with the rarest grams is filed.
 */
export function createTextFilter(needles: readonly Needle[], grams: GramCounts): TextFilter {
  const placesByGram = new Map<number, number[]>()
  for (const { text, place } of needles) {
    const at = rarestPlace(text, grams)
    for (let i = 0; i < GRAM; i++) {
      const gram = gramAt(text, at + i)
      const places = placesByGram.get(gram)
      if (places) places.push(place)
      else placesByGram.set(gram, [place])
    }
  }
  return createTable(placesByGram)
}

function createTable(placesByGram: ReadonlyMap<number, number[]>): TextFilter {
  const bits = Math.min(MAX_BITS, Math.max(MIN_BITS, Math.ceil(Math.log2(placesByGram.size * BITS_FOR_GRAM))))
  const shift = 32 - (bits - 5)
  const bitmap = new Uint32Array(2 ** (bits - 5))
  const mask = 2 ** Math.max(2, Math.ceil(Math.log2(placesByGram.size * 2 + 1))) - 1
  const grams = new Int32Array(mask + 1)
  /** Place + 1 of each slot's list; 0 for an empty slot. */
  const listOf = new Uint32Array(mask + 1)
  const starts = new Uint32Array(placesByGram.size + 1)
  const all: number[] = []
  let list = 0
  for (const [gram, places] of placesByGram) {
    const hash = scatter(gram)
    bitmap[hash >>> shift] = (bitmap[hash >>> shift] ?? 0) | pairOf(hash)
    let slot = (hash >>> 7) & mask
    while (listOf[slot] !== 0) slot = (slot + 1) & mask
    grams[slot] = gram
    listOf[slot] = ++list
    all.push(...new Set(places))
    starts[list] = all.length
  }
  const filed = Uint32Array.from(all)
  const seen = new Uint32Array(list + 1)
  let round = 0

  return {
    scan(words, count, places) {
      if (++round === 2 ** 32) {
        seen.fill(0)
        round = 1
      }
      // Copies in locals: in this loop every load counts.
      const bitsOfGrams = bitmap
      const down = shift
      for (let i = 0; i < count; i++) {
        const gram = (words[i] as number) | CASE
        const hash = scatter(gram)
        const pair = pairOf(hash)
        if (((bitsOfGrams[hash >>> down] as number) & pair) !== pair) continue
        let slot = (hash >>> 7) & mask
        while (listOf[slot] !== 0 && grams[slot] !== gram) slot = (slot + 1) & mask
        const found = listOf[slot] as number
        if (found === 0 || seen[found] === round) continue
        seen[found] = round
        const end = starts[found] as number
        for (let at = starts[found - 1] as number; at < end; at++) places.push(filed[at] as number)
      }
    },
    bytes: bitmap.byteLength + grams.byteLength * 2 + starts.byteLength + filed.byteLength + seen.byteLength,
  }
}

function rarestPlace(text: string, grams: GramCounts): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at + MIN_NEEDLE <= text.length; at++) {
    let sum = 0
    for (let i = 0; i < GRAM; i++) sum += grams.of(gramAt(text, at + i))
    if (sum < least) {
      least = sum
      best = at
    }
  }
  return best
}
