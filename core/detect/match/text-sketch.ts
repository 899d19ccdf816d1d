import { CASE, GRAM, gramAt, scatter } from './grams.ts'
import { createTextBuffer } from './text-buffer.ts'
import { MIN_NEEDLE } from './text-filter.ts'

/** Which runs of four characters a long text holds: many needles are sought in it without reading it again. */
export interface TextSketch {
  /** @param text folded */
  take(text: string): void
  /** False when the text taken last does not hold the needle. */
  mayHold(needle: SketchedNeedle): boolean
}

/** Each group of four neighbouring grams has one that begins at a multiple of four, wherever the needle stands. */
export type SketchedNeedle = readonly Int32Array[]

/** @returns undefined for a text too short to be told */
export function sketchNeedle(text: string): SketchedNeedle | undefined {
  if (text.length < MIN_NEEDLE) return undefined
  const last = text.length - MIN_NEEDLE
  const places = last < GRAM ? [last] : [0, last]
  return places.map((at) => Int32Array.from({ length: GRAM }, (_, i) => scatter(gramAt(text, at + i))))
}

const MIN_BITS = 14
const MAX_BITS = 23

const buffer = createTextBuffer()

export function createTextSketch(): TextSketch {
  let bitmap = new Uint32Array(0)
  let shift = 0

  function clear(length: number): void {
    const bits = Math.min(MAX_BITS, Math.max(MIN_BITS, Math.ceil(Math.log2(length * 16))))
    shift = 32 - bits
    if (bitmap.length === 2 ** (bits - 5)) bitmap.fill(0)
    else bitmap = new Uint32Array(2 ** (bits - 5))
  }

  function holdsOne(group: Int32Array): boolean {
    for (let i = 0; i < GRAM; i++) {
      const bit = (group[i] as number) >>> shift
      if (((bitmap[bit >>> 5] as number) & (1 << (bit & 31))) !== 0) return true
    }
    return false
  }

  return {
    take(text) {
      clear(text.length)
      const count = buffer.write(text) >> 2
      const { words } = buffer
      for (let i = 0; i < count; i++) {
        const bit = scatter((words[i] as number) | CASE) >>> shift
        bitmap[bit >>> 5] = (bitmap[bit >>> 5] as number) | (1 << (bit & 31))
      }
    },
    mayHold(needle) {
      for (const group of needle) if (!holdsOne(group)) return false
      return true
    },
  }
}
