import type { Affix } from '../rule/condition.ts'

type Texts = string | readonly string[] | undefined

/** Of lists, so many values are compared by their parts: a sender could fill both sides with thousands. */
export const MAX_COMPARED = 32
const SHORT = 32

/**
 * Compares two fields of one event, both written by the sender, in time linear in their size: of lists any value
 * with any, though beyond the first values of each only equality is noticed.
 */
export function compareFields(affix: Affix): (texts: Texts, others: Texts) => boolean {
  if (affix === 'equals') return equalsAny
  const compare = AFFIXES[affix]
  return (texts, others) => {
    const wanted = listOf(others).slice(0, MAX_COMPARED)
    return listOf(texts)
      .slice(0, MAX_COMPARED)
      .some((text) => wanted.some((other) => compare(text, other)))
  }
}

const AFFIXES = {
  contains,
  startswith: (text: string, other: string) => text.startsWith(other),
  endswith: (text: string, other: string) => text.endsWith(other),
}

function listOf(texts: Texts): readonly string[] {
  return texts === undefined ? [] : typeof texts === 'string' ? [texts] : texts
}

function equalsAny(texts: Texts, others: Texts): boolean {
  if (typeof texts === 'string' && typeof others === 'string') return texts === others
  const wanted = new Set(listOf(others))
  return wanted.size > 0 && listOf(texts).some((text) => wanted.has(text))
}

/** `includes` for a needle that was not written by an author of rules: V8's may take the product of both lengths. */
function contains(text: string, part: string): boolean {
  if (part.length > text.length) return false
  return part.length <= SHORT ? text.includes(part) : findByBorders(text, part)
}

/** Knuth, Morris, Pratt: on a mismatch the longest border of what matched tells where to go on. */
function findByBorders(text: string, part: string): boolean {
  const borders = new Uint32Array(part.length)
  let length = 0
  for (let at = 1; at < part.length; at++) {
    const unit = part.charCodeAt(at)
    while (length > 0 && unit !== part.charCodeAt(length)) length = borders[length - 1] ?? 0
    if (unit === part.charCodeAt(length)) length++
    borders[at] = length
  }
  length = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    while (length > 0 && unit !== part.charCodeAt(length)) length = borders[length - 1] ?? 0
    if (unit === part.charCodeAt(length)) length++
    if (length === part.length) return true
  }
  return false
}
