import type { TextPattern } from './condition.ts'
import { hasHalfPair } from './has-half-pair.ts'
import { ModifierError } from './item-value.ts'
import { parseTextPattern } from './text-pattern.ts'

/** Values by placeholder name, without the percent signs. */
export type Placeholders = Readonly<Record<string, readonly string[]>>

const MAX_VARIANTS = 10_000

/** `expand`: every `%name%` becomes each value of its list; `\%` is a percent sign. */
export function expandPlaceholders(pattern: TextPattern, placeholders: Placeholders): TextPattern[] {
  let variants: TextPattern[] = [[]]
  for (const part of pattern) {
    for (const piece of typeof part === 'string' ? splitPlaceholders(part) : [part]) {
      if (typeof piece !== 'object') {
        variants = variants.map((variant) => [...variant, piece])
        continue
      }
      const values = Object.hasOwn(placeholders, piece.name) ? placeholders[piece.name] : undefined
      if (!values) {
        throw new ModifierError(
          `nobody says what %${piece.name}% stands for`,
          'give the placeholder a list of values',
        )
      }
      if (values.some(hasHalfPair)) {
        throw new ModifierError(
          `a value of %${piece.name}% holds half of a surrogate pair`,
          'give the whole character',
        )
      }
      if (variants.length * values.length > MAX_VARIANTS) {
        throw new ModifierError(
          `placeholders expand to more than ${MAX_VARIANTS} values`,
          'use shorter lists',
        )
      }
      variants = variants.flatMap((variant) =>
        values.map((value) => [...variant, ...parseTextPattern(value)]),
      )
    }
  }
  return variants
}

function splitPlaceholders(text: string): (string | { name: string })[] {
  const pieces: (string | { name: string })[] = []
  let rest = 0
  for (const match of text.matchAll(/\\%|%([^%\s\\]+)%/g)) {
    pieces.push(text.slice(rest, match.index), match[1] === undefined ? '%' : { name: match[1] })
    rest = match.index + match[0].length
  }
  return [...pieces, text.slice(rest)]
}
