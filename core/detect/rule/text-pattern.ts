import { type Affix, ANY, ONE, type TextPattern } from './condition.ts'

/**
 * A SIGMA string as written to a pattern. `*` and `?` are wildcards; a backslash escapes them and itself,
 * before anything else and at the end it stays (specification, "Escape Character").
 */
export function parseTextPattern(written: string): TextPattern {
  const parts: (string | typeof ANY | typeof ONE)[] = []
  let literal = ''
  for (let i = 0; i < written.length; i++) {
    const character = written.charAt(i)
    const next = written.charAt(i + 1)
    if (character === '\\' && (next === '*' || next === '?' || next === '\\')) {
      literal += next
      i++
    } else if (character === '*' || character === '?') {
      if (literal !== '') parts.push(literal)
      literal = ''
      parts.push(character === '*' ? ANY : ONE)
    } else {
      literal += character
    }
  }
  if (literal !== '') parts.push(literal)
  return parts
}

/** `contains`, `startswith`, `endswith`: a `*` at the open ends, unless one is there. */
export function affixPattern(pattern: TextPattern, affix: Affix): TextPattern {
  const parts = [...pattern]
  if ((affix === 'contains' || affix === 'endswith') && parts[0] !== ANY) parts.unshift(ANY)
  if ((affix === 'contains' || affix === 'startswith') && parts.at(-1) !== ANY) parts.push(ANY)
  return parts
}

export function hasWildcard(pattern: TextPattern): boolean {
  return pattern.some((part) => typeof part !== 'string')
}

/** Joins neighbouring literals, as {@link TextPattern} promises, and drops empty ones. */
export function joinLiterals(parts: TextPattern): TextPattern {
  const joined: (string | typeof ANY | typeof ONE)[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part
    else if (part !== '') joined.push(part)
  }
  return joined
}

/** The pattern as a rule author writes it. */
export function printTextPattern(pattern: TextPattern): string {
  return pattern
    .map((part) => (part === ANY ? '*' : part === ONE ? '?' : part.replace(/[*?]|\\(?=[*?\\]|$)/g, '\\$&')))
    .join('')
}
