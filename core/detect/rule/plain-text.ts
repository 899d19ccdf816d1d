import { type Affix, ANY, type TextPattern } from './condition.ts'

/** A pattern whose only wildcards are `*` at its ends, as its text and where that must stand; undefined for others. */
export function plainText(pattern: TextPattern): { affix: Affix; text: string } | undefined {
  const open = pattern[0] === ANY
  const close = pattern.length > 1 && pattern.at(-1) === ANY
  const inner = pattern.slice(open ? 1 : 0, close ? -1 : undefined)
  const [text = ''] = inner
  if (inner.length > 1 || typeof text !== 'string') return undefined
  return {
    affix: open ? (close || inner.length === 0 ? 'contains' : 'endswith') : close ? 'startswith' : 'equals',
    text,
  }
}
