import { GRAM, type GramCounts, gramAt, gramIn, scatter } from './grams.ts'
import { pairOf, pickGrams, pickShortGrams } from './pick-grams.ts'
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
   * @param buffer holds the text, `length` bytes of it
   * @param places gets the places of needles that share some of their characters with the text, some more than once
   */
  scan(buffer: TextBuffer, length: number, places: number[]): void
  readonly bytes: number
}

/** Shorter texts do not fill the four neighbouring grams of which one begins at a multiple of four. */
export const MIN_NEEDLE = 2 * GRAM - 1
/** Shorter ones do not fill two neighbouring grams of three. */
export const MIN_SHORT = GRAM

interface Filing {
  /** Under how many neighbouring grams a needle is filed, and how many runs of four characters they span. */
  neighbours: number
  window: number
  /** The bytes of a gram. */
  mask: number
  pick: typeof pickGrams
}

const FILINGS: Readonly<Record<'long' | 'short', Filing>> = {
  long: { neighbours: 4, window: 4, mask: -1, pick: pickGrams },
  short: { neighbours: 2, window: 1, mask: 0xffffff, pick: pickShortGrams },
}

interface Filed {
  place: number
  /** From the gram to another one of the needle, which must be there too. */
  step: number
  other: number
}

/** Bits of the bitmap for each gram in it, of which two are set: one of sixty grams that no needle has gets by. */
const BITS_FOR_GRAM = 16
const MIN_BITS = 10
const MAX_BITS = 19
/** How often in a text the needles of a gram are looked at closely: a sender may repeat it. */
const MAX_LOOKS = 16

/**
 * Every needle is filed under four neighbouring grams (runs of four characters): wherever it stands in a text, one of
 * them begins at a multiple of four. So it is enough to look at every fourth gram of the text, four characters at
 * once, and most are turned away by one look at a bitmap. Of all places in a needle the one with the rarest grams is
 * filed. Short needles are filed under two grams of three characters, of which one begins at a multiple of two.
 */
export function createTextFilter(
  needles: readonly Needle[],
  grams: GramCounts,
  kind: 'long' | 'short',
): TextFilter {
  const filing = FILINGS[kind]
  const byGram = new Map<number, Filed[]>()
  for (const { text, place } of needles) {
    const start = rarestPlace(text, grams, filing.window)
    for (let at = start; at < start + filing.neighbours; at++) {
      const gram = gramAt(text, at) & filing.mask
      const to = otherPlace(text, at)
      const filed = { place, step: to - at, other: gramAt(text, to) }
      const known = byGram.get(gram)
      if (known) known.push(filed)
      else byGram.set(gram, [filed])
    }
  }
  return createTable(byGram, filing)
}

function createTable(
  byGram: ReadonlyMap<number, readonly Filed[]>,
  { mask: gramMask, pick }: Filing,
): TextFilter {
  const bits = Math.min(MAX_BITS, Math.max(MIN_BITS, Math.ceil(Math.log2(byGram.size * BITS_FOR_GRAM))))
  const shift = 32 - (bits - 5)
  const bitmap = new Uint32Array(2 ** (bits - 5))
  const slotBits = Math.max(2, Math.ceil(Math.log2(byGram.size * 2 + 1)))
  const mask = 2 ** slotBits - 1
  const down = 32 - slotBits
  const grams = new Int32Array(mask + 1)
  /** Place + 1 of each slot's list; 0 for an empty slot. */
  const listOf = new Uint32Array(mask + 1)
  const starts = new Uint32Array(byGram.size + 1)
  const filed: Filed[] = []
  let list = 0
  for (const [gram, own] of byGram) {
    const hash = scatter(gram)
    bitmap[hash >>> shift] = (bitmap[hash >>> shift] ?? 0) | pairOf(hash)
    let slot = hash >>> down
    while (listOf[slot] !== 0) slot = (slot + 1) & mask
    grams[slot] = gram
    listOf[slot] = ++list
    filed.push(...own)
    starts[list] = filed.length
  }
  const placeOf = Uint32Array.from(filed, ({ place }) => place)
  const stepOf = Int8Array.from(filed, ({ step }) => step)
  const otherOf = Int32Array.from(filed, ({ other }) => other)
  const seen = new Uint32Array(list + 1)
  const looks = new Uint8Array(list + 1)
  let round = 0

  return {
    scan({ bytes, words, picked }, length, places) {
      if (++round === 2 ** 32) {
        seen.fill(0)
        round = 1
      }
      const found = pick(words, length, bitmap, shift, picked)
      for (let i = 0; i < found; i++) {
        const at = picked[i] as number
        const gram = gramIn(bytes, at) & gramMask
        let slot = scatter(gram) >>> down
        while (listOf[slot] !== 0 && grams[slot] !== gram) slot = (slot + 1) & mask
        const own = listOf[slot] as number
        if (own === 0) continue
        if (seen[own] !== round) {
          seen[own] = round
          looks[own] = 0
        }
        const look = looks[own] as number
        if (look > MAX_LOOKS) continue
        looks[own] = look + 1
        const end = starts[own] as number
        for (let j = starts[own - 1] as number; j < end; j++) {
          const to = at + (stepOf[j] as number)
          const fits = to >= 0 && to + GRAM <= length && gramIn(bytes, to) === otherOf[j]
          if (fits || look === MAX_LOOKS) places.push(placeOf[j] as number)
        }
      }
    },
    bytes: [bitmap, grams, listOf, starts, placeOf, stepOf, otherOf, seen, looks].reduce(
      (sum, { byteLength }) => sum + byteLength,
      0,
    ),
  }
}

/** Where the run of four starts that tells most beside the gram at `at`. */
function otherPlace(text: string, at: number): number {
  const last = text.length - GRAM
  if (at + GRAM <= last) return at + GRAM
  if (at >= GRAM) return at - GRAM
  return last - at > at ? last : 0
}

/** @param window how many runs of four, one after the other, are filed */
function rarestPlace(text: string, grams: GramCounts, window: number): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at + GRAM + window - 1 <= text.length; at++) {
    let sum = 0
    for (let i = 0; i < window; i++) sum += grams.of(gramAt(text, at + i))
    if (sum < least) {
      least = sum
      best = at
    }
  }
  return best
}
