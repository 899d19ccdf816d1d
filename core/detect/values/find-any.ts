import type { PlainText } from '../rule/plain-text.ts'
import { findAnyPart } from './find-any-part.ts'

/** Whether one of many texts stands in a value where it must. The cost hardly grows with their number. */
export function findAny(sought: readonly PlainText[]): (value: string) => boolean {
  const textsWith = (affix: PlainText['affix']) =>
    sought.flatMap((one) => (one.affix === affix ? [one.text] : []))
  const whole = new Set(textsWith('equals'))
  const starts = byLength(textsWith('startswith'))
  const ends = byLength(textsWith('endswith'))
  const parts = textsWith('contains')
  const hasPart = parts.length > 0 ? findAnyPart(parts) : undefined
  return (value) => {
    if (whole.has(value)) return true
    for (const [length, texts] of starts)
      if (length <= value.length && texts.has(value.slice(0, length))) return true
    for (const [length, texts] of ends)
      if (length <= value.length && texts.has(value.slice(value.length - length))) return true
    return hasPart?.(value) ?? false
  }
}

function byLength(texts: readonly string[]): [number, Set<string>][] {
  const known = new Map<number, Set<string>>()
  for (const text of texts) known.set(text.length, (known.get(text.length) ?? new Set()).add(text))
  return [...known]
}
