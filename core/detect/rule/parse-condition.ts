import type { Condition } from './condition.ts'
import { type Fail, parseExpression, type Word } from './parse-expression.ts'

/** What all selectors of a condition may choose, and names in a message. */
const MAX_SELECTED = 10_000
const MAX_SHOWN = 40

/** A rule's condition over its selections; undefined after reported failures. */
export function parseCondition(
  text: string,
  selections: ReadonlyMap<string, Condition>,
  fail: Fail,
): Condition | undefined {
  const known = `the selections are ${[...selections.keys()].slice(0, MAX_SHOWN).join(', ')}`
  let selected = 0

  function leaf({ text: name, offset }: Word): Condition | undefined {
    const of = selections.get(name)
    if (of) return { kind: 'selection', name, of }
    fail(offset, `no selection is named '${name}'`, known)
    return undefined
  }

  function select(pattern: Word): Condition[] | undefined {
    const chosen = [...selections].filter(([name]) => selects(pattern.text, name))
    selected += chosen.length
    if (selected > MAX_SELECTED) {
      fail(pattern.offset, 'the condition selects too much', 'write fewer selectors')
      return undefined
    }
    if (chosen.length > 0) return chosen.map(([name, of]) => ({ kind: 'selection', name, of }))
    const mend = pattern.text.toLowerCase() === 'them' ? 'write them, in lower case' : known
    fail(pattern.offset, `no selection is named like '${pattern.text}'`, mend)
    return undefined
  }

  return parseExpression(text, { has: (name) => selections.has(name), leaf, select }, fail)
}

/** `them` is every name without leading underscore; a pattern sees those only when it starts with one itself. */
function selects(pattern: string, name: string): boolean {
  if (pattern === 'them') return !name.startsWith('_')
  if (name.startsWith('_') && !pattern.startsWith('_')) return false
  const pieces = pattern.split('*')
  if (pieces.length === 1) return name === pattern
  let at = 0
  for (const [i, piece] of pieces.entries()) {
    const found = i === 0 ? (name.startsWith(piece) ? 0 : -1) : name.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  const last = pieces.at(-1) ?? ''
  return name.endsWith(last) && name.length >= (pieces[0]?.length ?? 0) + last.length
}
