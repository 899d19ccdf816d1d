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

export interface SketchedNeedle {
  /** Each group of four neighbouring grams has one that begins at a multiple of four, wherever the needle stands. */
  groups: readonly Int32Array[]
  /** Of a needle too short for those: all runs of two. */
  pairs: Uint16Array
}

const NO_PAIRS = new Uint16Array(0)

/** @returns undefined for a text too short to be told */
export function sketchNeedle(text: string): SketchedNeedle | undefined {
  if (text.length < 2) return undefined
  if (text.length < MIN_NEEDLE)
    return { groups: [], pairs: Uint16Array.from({ length: text.length - 1 }, (_, at) => pairAt(text, at)) }
  const last = text.length - MIN_NEEDLE
  const places = last < GRAM ? [last] : [0, last]
  const groupAt = (at: number) => Int32Array.from({ length: GRAM }, (_, i) => scatter(gramAt(text, at + i)))
  return { groups: places.map(groupAt), pairs: NO_PAIRS }
}

const PAIR_BITS = 16

/** Two units in one number; others may share it. */
function pairAt(text: string, at: number): number {
  return (Math.imul(text.charCodeAt(at), 0x9f) + Math.imul(text.charCodeAt(at + 1), 0x3b5)) & 0xffff
}

const MIN_BITS = 14
const MAX_BITS = 23

const buffer = createTextBuffer()

export function createTextSketch(): TextSketch {
  let bitmap = new Uint32Array(0)
  let shift = 0
  let taken = ''
  /** Made when the first short needle is sought. */
  let pairs: Uint32Array | undefined
  let paired = false

  function clear(length: number): void {
    const bits = Math.min(MAX_BITS, Math.max(MIN_BITS, Math.ceil(Math.log2(length * 16))))
    shift = 32 - bits
    if (bitmap.length === 2 ** (bits - 5)) bitmap.fill(0)
    else bitmap = new Uint32Array(2 ** (bits - 5))
  }

  function takePairs(): Uint32Array {
    pairs ??= new Uint32Array(2 ** (PAIR_BITS - 5))
    if (paired) return pairs
    pairs.fill(0)
    for (let at = 0; at + 1 < taken.length; at++) {
      const pair = pairAt(taken, at)
      pairs[pair >>> 5] = (pairs[pair >>> 5] as number) | (1 << (pair & 31))
    }
    paired = true
    return pairs
  }

  function holdsPairs(sought: Uint16Array): boolean {
    const known = takePairs()
    for (let i = 0; i < sought.length; i++) {
      const pair = sought[i] as number
      if (((known[pair >>> 5] as number) & (1 << (pair & 31))) === 0) return false
    }
    return true
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
      taken = text
      paired = false
      clear(text.length)
      const count = buffer.write(text) >> 2
      const { words } = buffer
      for (let i = 0; i < count; i++) {
        const bit = scatter((words[i] as number) | CASE) >>> shift
        bitmap[bit >>> 5] = (bitmap[bit >>> 5] as number) | (1 << (bit & 31))
      }
    },
    mayHold(needle) {
      for (const group of needle.groups) if (!holdsOne(group)) return false
      return needle.pairs.length === 0 || holdsPairs(needle.pairs)
    },
  }
}
