import type { Affix } from '../rule/condition.ts'
import { findText } from './find-text.ts'

type Texts = string | readonly string[] | undefined

/** Of lists, so many values are compared by their parts: a sender could fill both sides with thousands. */
export const MAX_COMPARED = 32

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
  contains: (text: string, other: string) => findText(other)(text),
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
