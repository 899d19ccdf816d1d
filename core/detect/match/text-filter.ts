import { GRAM, type GramCounts, gramAt, scatter } from './grams.ts'
import { pairOf, pickGrams } from './pick-grams.ts'
import type { TextBuffer } from './text-buffer.ts'

/** A text that some value must hold for a leaf to hold; of the leaf at this place in the caller's list. */
export interface Needle {
  /** Folded; of at least {@link MIN_NEEDLE} units, or {@link MIN_SHORT}. */
  text: string
  place: number
}

/** Tells which needles a text may hold. Never misses one. */
export interface TextFilter {
  /**
   * @param buffer holds the text, `count` whole words of it
   * @param places gets the places of needles that share four characters with the text, some more than once
   */
  scan(buffer: TextBuffer, count: number, places: number[]): void
  readonly bytes: number
}

/** Shorter texts do not fill the four neighbouring grams of which one begins at a multiple of four. */
export const MIN_NEEDLE = 2 * GRAM - 1
/** Shorter ones do not fill a gram. */
export const MIN_SHORT = GRAM

/** Bits of the bitmap for each gram in it, of which two are set: one of sixty grams that no needle has gets by. */
const BITS_FOR_GRAM = 16
const MIN_BITS = 10
const MAX_BITS = 19

/**
 * Every needle is filed under four neighbouring grams (runs of four characters): wherever it stands in a text, one of
 * them begins at a multiple of four. So it is enough to look at every fourth gram of the text, four characters at
 * once, and most are turned away by one look at a bitmap. Of all places in a needle the one with the rarest grams is
 * filed.
 * @param neighbours 4, or 1 for short needles: those are found when they begin so that their gram is looked at
 */
export function createTextFilter(
  needles: readonly Needle[],
  grams: GramCounts,
  neighbours: 1 | 4 = GRAM,
): TextFilter {
  const placesByGram = new Map<number, number[]>()
  for (const { text, place } of needles) {
    const at = rarestPlace(text, grams, neighbours)
    for (let i = 0; i < neighbours; i++) {
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
  const slotBits = Math.max(2, Math.ceil(Math.log2(placesByGram.size * 2 + 1)))
  const mask = 2 ** slotBits - 1
  const down = 32 - slotBits
  const grams = new Int32Array(mask + 1)
  /** Place + 1 of each slot's list; 0 for an empty slot. */
  const listOf = new Uint32Array(mask + 1)
  const starts = new Uint32Array(placesByGram.size + 1)
  const all: number[] = []
  let list = 0
  for (const [gram, places] of placesByGram) {
    const hash = scatter(gram)
    bitmap[hash >>> shift] = (bitmap[hash >>> shift] ?? 0) | pairOf(hash)
    let slot = hash >>> down
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
    scan({ words, picked }, count, places) {
      if (++round === 2 ** 32) {
        seen.fill(0)
        round = 1
      }
      const found = pickGrams(words, count, bitmap, shift, picked)
      for (let i = 0; i < found; i++) {
        const gram = picked[i] as number
        let slot = scatter(gram) >>> down
        while (listOf[slot] !== 0 && grams[slot] !== gram) slot = (slot + 1) & mask
        const filedIn = listOf[slot] as number
        if (filedIn === 0 || seen[filedIn] === round) continue
        seen[filedIn] = round
        const end = starts[filedIn] as number
        for (let at = starts[filedIn - 1] as number; at < end; at++) places.push(filed[at] as number)
      }
    },
    bytes: bitmap.byteLength + grams.byteLength * 2 + starts.byteLength + filed.byteLength + seen.byteLength,
  }
}

function rarestPlace(text: string, grams: GramCounts, neighbours: number): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at + GRAM + neighbours - 1 <= text.length; at++) {
    let sum = 0
    for (let i = 0; i < neighbours; i++) sum += grams.of(gramAt(text, at + i))
    if (sum < least) {
      least = sum
      best = at
    }
  }
  return best
}
