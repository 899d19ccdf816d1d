import type { ONE } from '../rule/condition.ts'

/** Masks kept, one for each character met. */
const MAX_MASKS = 256

/**
 * Finds literal characters with `?` between them, each of which takes a whole character: Shift-And (Baeza-Yates and
 * Gonnet), which follows 32 places of the segment at once, so that no text makes it start over.
 * @returns where the first occurrence at or behind `from` ends, or -1
 */
export function findWildcards(
  segment: readonly (string | typeof ONE)[],
): (text: string, from: number) => number {
  const points = segment.flatMap((part) =>
    typeof part === 'string' ? Array.from(part, (character) => character.codePointAt(0)) : [undefined],
  )
  const words = Math.ceil(points.length / 32)
  const accept = 1 << ((points.length - 1) & 31)
  const literals = new Set(points)
  const any = maskOf(points, words, undefined)
  const masks = new Map<number, Int32Array>()

  function masked(point: number): Int32Array {
    if (!literals.has(point)) return any
    const known = masks.get(point)
    if (known) return known
    if (masks.size >= MAX_MASKS) masks.clear()
    const made = maskOf(points, words, point)
    masks.set(point, made)
    return made
  }

  return (text, from) => {
    if (text.length - from < points.length) return -1
    const state = new Int32Array(words)
    for (let at = from; at < text.length; ) {
      const point = text.codePointAt(at) as number
      at += point > 0xffff ? 2 : 1
      const mask = masked(point)
      let carry = 1
      for (let word = 0; word < words; word++) {
        const before = state[word] as number
        state[word] = ((before << 1) | carry) & (mask[word] as number)
        carry = before >>> 31
      }
      if (((state[words - 1] as number) & accept) !== 0) return at
    }
    return -1
  }
}

/** The places that a character fits. */
function maskOf(
  points: readonly (number | undefined)[],
  words: number,
  point: number | undefined,
): Int32Array {
  const mask = new Int32Array(words)
  for (const [place, wanted] of points.entries())
    if (wanted === undefined || wanted === point)
      mask[place >> 5] = (mask[place >> 5] as number) | (1 << (place & 31))
  return mask
}
