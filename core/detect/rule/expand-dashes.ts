import { ANY, ONE, type TextPattern } from './condition.ts'

const DASHES = ['-', '/', '\u2013', '\u2014', '\u2015']
const MAX_DASHES = 5
const startsParameter = /(?<![\p{L}\p{N}_])[-/](?=[\p{L}\p{N}_])/u

/**
 * `windash`: every way to write the dashes that start a word, each of `-`, `/`, en dash, em dash, horizontal bar.
 * @returns undefined beyond 5 dashes (3,125 variants): {@link dashRegex} then says the same in one expression
 */
export function expandDashes(pattern: TextPattern): TextPattern[] | undefined {
  let variants: TextPattern[] = [[]]
  let dashes = 0
  for (const part of pattern) {
    for (const [i, piece] of splitAtDashes(part).entries()) {
      if (i > 0 && ++dashes > MAX_DASHES) return undefined
      if (i > 0) variants = variants.flatMap((variant) => DASHES.map((dash) => [...variant, dash]))
      variants = variants.map((variant) => [...variant, piece])
    }
  }
  return variants
}

/** A pattern in which any dash may stand for those that start a word, as an RE2 expression. */
export function dashRegex(pattern: TextPattern): string {
  const pieces = pattern.map((part) => {
    if (part === ANY) return '.*'
    if (part === ONE) return '.'
    return splitAtDashes(part)
      .map(escapeRegex)
      .join(`[${DASHES.join('')}]`)
  })
  return `^${pieces.join('')}$`.replace(/^\^\.\*/, '').replace(/\.\*\$$/, '')
}

function splitAtDashes(part: TextPattern[number]): TextPattern {
  return typeof part === 'string' ? part.split(startsParameter) : [part]
}

function escapeRegex(piece: TextPattern[number]): string {
  return String(piece).replaceAll(/[\\^$.|?*+()[\]{}]/g, '\\$&')
}
