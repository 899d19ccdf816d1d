import type { TextPattern } from './condition.ts'
import { ModifierError } from './item-value.ts'

const DASHES = ['-', '/', '\u2013', '\u2014', '\u2015']
const MAX_DASHES = 5
const startsParameter = /(?<![\p{L}\p{N}_])[-/](?=[\p{L}\p{N}_])/u

/** `windash`: every way to write the dashes that start a word, each of `-`, `/`, en dash, em dash, horizontal bar. */
export function expandDashes(pattern: TextPattern): TextPattern[] {
  let variants: TextPattern[] = [[]]
  let dashes = 0
  for (const part of pattern) {
    if (typeof part !== 'string') {
      variants = variants.map((variant) => [...variant, part])
      continue
    }
    for (const [i, piece] of part.split(new RegExp(startsParameter, 'gu')).entries()) {
      if (i > 0) {
        if (++dashes > MAX_DASHES) {
          throw new ModifierError(
            `windash on more than ${MAX_DASHES} parameters`,
            'split the value into several under |all',
          )
        }
        variants = variants.flatMap((variant) => DASHES.map((dash) => [...variant, dash]))
      }
      variants = variants.map((variant) => [...variant, piece])
    }
  }
  return variants
}
