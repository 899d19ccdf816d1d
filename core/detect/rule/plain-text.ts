import { type Affix, ANY, type TextPattern } from './condition.ts'

/** A text and where it must stand in a value. */
export interface PlainText {
  affix: Affix
  text: string
}

/** What a pattern without wildcards but `*` at its ends is; undefined for others. */
export function plainText(pattern: TextPattern): PlainText | undefined {
  const open = pattern[0] === ANY
  const close = pattern.length > 1 && pattern.at(-1) === ANY
  const inner = pattern.slice(open ? 1 : 0, close ? -1 : undefined)
  const [text = ''] = inner
  if (inner.length > 1 || typeof text !== 'string') return undefined
  if (!open) return { affix: close ? 'startswith' : 'equals', text }
  return { affix: close || inner.length === 0 ? 'contains' : 'endswith', text }
}
