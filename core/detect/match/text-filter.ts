/** A text that some value must hold for a leaf to hold; of the leaf at this place in the caller's list. */
export interface Needle {
  /** Folded; at least {@link MIN_NEEDLE} units. `\0` stands for the beginning and the end of a value. */
  text: string
  place: number
}

/** Tells which needles a text may hold. Never misses one. */
export interface TextFilter {
  /**
   * @param words the text as {@link writeText} wrote it
   * @param visit called with the places of needles that share four characters with the text, each once per scan
   */
  scan(words: Int32Array, count: number, visit: (place: number) => void): void
  readonly bytes: number
}

const GRAM = 4
/** Shorter texts do not fill the four neighbouring grams of which one begins at a multiple of four. */
export const MIN_NEEDLE = 2 * GRAM - 1

/** Bits of the bitmap for each gram in it: so many to one, a gram that no needle has is turned away by it. */
const BITS_FOR_GRAM = 32
const MIN_BITS = 10
const MAX_BITS = 22

/** The bit that upper and lower case of a letter differ in, in all four characters; merging others costs nothing. */
const CASE = 0x20202020

const scatter = (gram: number) => Math.imul(gram, 0x9e3779b1)

/**
 * Every needle is filed under four neighbouring grams (runs of four characters): wherever it stands in a text, one of
 * them begins at a multiple of four. So it is enough to look at every fourth gram of the text, four characters at
 * once, and most are turned away by one bit. Of all places in a needle the one with the rarest grams is filed.
 */
export function createTextFilter(needles: readonly Needle[]): TextFilter {
  const counts = countGrams(needles)
  const placesByGram = new Map<number, number[]>()
  for (const { text, place } of needles) {
    const at = rarestPlace(text, counts)
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
  const shift = 32 - bits
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
    const bit = hash >>> shift
    bitmap[bit >>> 5] = (bitmap[bit >>> 5] ?? 0) | (1 << (bit & 31))
    let slot = (hash >>> 7) & mask
    while (listOf[slot] !== 0) slot = (slot + 1) & mask
    grams[slot] = gram
    listOf[slot] = ++list
    all.push(...new Set(places))
    starts[list] = all.length
  }
  const places = Uint32Array.from(all)
  const seen = new Uint32Array(list + 1)
  let round = 0

  return {
    scan(words, count, visit) {
      if (++round === 2 ** 32) {
        seen.fill(0)
        round = 1
      }
      for (let i = 0; i < count; i++) {
        const gram = (words[i] as number) | CASE
        const hash = scatter(gram)
        const bit = hash >>> shift
        if (((bitmap[bit >>> 5] as number) & (1 << (bit & 31))) === 0) continue
        let slot = (hash >>> 7) & mask
        while (listOf[slot] !== 0 && grams[slot] !== gram) slot = (slot + 1) & mask
        const found = listOf[slot] as number
        if (found === 0 || seen[found] === round) continue
        seen[found] = round
        const end = starts[found] as number
        for (let at = starts[found - 1] as number; at < end; at++) visit(places[at] as number)
      }
    },
    bytes: bitmap.byteLength + grams.byteLength * 2 + starts.byteLength + places.byteLength + seen.byteLength,
  }
}

function gramAt(text: string, at: number): number {
  let gram = 0
  for (let i = 0; i < GRAM; i++) gram |= (text.charCodeAt(at + i) & 0xff) << (8 * i)
  return gram | CASE
}

/** How often each gram stands in the needles: what many rules seek is what logs are full of. */
function countGrams(needles: readonly Needle[]): Uint32Array {
  const counts = new Uint32Array(2 ** 16)
  for (const { text } of needles) {
    for (let at = 0; at + GRAM <= text.length; at++) {
      const place = scatter(gramAt(text, at)) >>> 16
      counts[place] = (counts[place] ?? 0) + 1
    }
  }
  return counts
}

function rarestPlace(text: string, counts: Uint32Array): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at + MIN_NEEDLE <= text.length; at++) {
    let sum = 0
    for (let i = 0; i < GRAM; i++) sum += counts[scatter(gramAt(text, at + i)) >>> 16] ?? 0
    if (sum < least) {
      least = sum
      best = at
    }
  }
  return best
}
