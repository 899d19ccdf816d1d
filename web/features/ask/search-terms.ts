import { writeName } from '#core/search/field-name'
import { parseSearch } from '#core/search/parse-search'
import type { Pattern, SearchNode } from '#core/search/search-node'
import { quoteValue } from './quote-value.ts'

/** Whole values of one field that a query asks for, or wants to be without. */
interface FieldFilter {
  field: string
  values: readonly string[]
  without: boolean
}

/** One of the conditions that a query joins by `and`. */
export interface SearchTerm {
  text: string
  filter: FieldFilter | undefined
  /** An `or` without brackets: it needs them beside other terms. */
  loose: boolean
}

/** `in`: this value as well; `only`: none but this one of the field. */
export type FilterState = 'in' | 'out' | 'only' | 'off'

const AND = /\sand\s/iy

/** Cuts at each `and` outside of brackets and quotes. */
function cut(text: string): string[] {
  const pieces: string[] = []
  let depth = 0
  let quoted = false
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '\\') at++
    else if (character === '"') quoted = !quoted
    else if (quoted) continue
    else if (character === '(') depth++
    else if (character === ')') depth--
    else if (depth === 0) {
      AND.lastIndex = at
      if (!AND.test(text)) continue
      pieces.push(text.slice(from, at).trim())
      from = AND.lastIndex
      at = from - 1
    }
  }
  return [...pieces, text.slice(from).trim()]
}

function treeOf(text: string): SearchNode | undefined {
  const parsed = parseSearch(text)
  return parsed.ok ? parsed.tree : undefined
}

const conjuncts = (node: SearchNode): readonly SearchNode[] =>
  node.kind === 'and' ? node.nodes.flatMap(conjuncts) : [node]

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The conditions of a query. One that cannot be taken apart is a single term. */
export function readTerms(query: string): readonly SearchTerm[] {
  const text = query.trim()
  const whole = treeOf(text)
  if (!whole) return text ? [{ text, filter: undefined, loose: /\bor\b/i.test(text) }] : []
  const pieces = cut(text)
  const trees = pieces.map(treeOf).filter((tree) => tree !== undefined)
  // The grammar has the last word on whether the cuts are where it joins.
  const apart = trees.length === pieces.length && same(trees.flatMap(conjuncts), conjuncts(whole))
  return apart ? trees.map((tree, index) => termOf(pieces[index] ?? '', tree)) : [termOf(text, whole)]
}

function termOf(text: string, tree: SearchNode): SearchTerm {
  const filter = filterOf(tree)
  const bracketed = text.startsWith('(') && text.endsWith(')') && same(treeOf(text.slice(1, -1)), tree)
  return { text, filter, loose: tree.kind === 'or' && !filter && !bracketed }
}

function filterOf(tree: SearchNode): FieldFilter | undefined {
  if (tree.kind === 'not') {
    const filter = filterOf(tree.node)
    return filter && !filter.without ? { ...filter, without: true } : undefined
  }
  const nodes = tree.kind === 'or' ? tree.nodes : [tree]
  const [first] = nodes
  if (first?.kind !== 'is') return undefined
  const values = nodes.map((node) =>
    node.kind === 'is' && node.field === first.field ? literalOf(node.pattern) : undefined,
  )
  return values.every((value) => value !== undefined)
    ? { field: first.field, values, without: false }
    : undefined
}

function literalOf(pattern: Pattern): string | undefined {
  const [part] = pattern
  if (part === undefined) return ''
  return pattern.length === 1 && typeof part === 'object' ? part.text : undefined
}

/** The query with a value of a field asked for, filtered out, or left alone. */
export function setFilter(query: string, field: string, value: string, state: FilterState): string {
  const kept: { text: string; loose: boolean }[] = []
  let placed = state === 'off'
  for (const term of readTerms(query)) {
    const { filter } = term
    if (filter?.field !== field) {
      kept.push(term)
      continue
    }
    const mine = !placed && filter.without === (state === 'out')
    const others = state === 'only' && !filter.without ? [] : filter.values.filter((one) => one !== value)
    const values = mine ? [...others, value] : others
    placed ||= mine
    if (values.length > 0) kept.push({ text: print(field, values, filter.without), loose: false })
  }
  if (!placed) kept.push({ text: print(field, [value], state === 'out'), loose: false })
  return joinTerms(kept)
}

/** Conditions as one query. */
export function joinTerms(terms: readonly Pick<SearchTerm, 'text' | 'loose'>[]): string {
  return terms.map(({ text, loose }) => (loose && terms.length > 1 ? `(${text})` : text)).join(' and ')
}

/** A condition, as one of several. */
export function looseOf(text: string): boolean {
  const tree = treeOf(text)
  return tree ? termOf(text, tree).loose : true
}

/** What a `not` in front of a condition wants to be without; undefined where there is none. */
export function withoutNot(text: string): string | undefined {
  const tree = treeOf(text)
  const rest = /^not\s+(.+)$/is.exec(text)?.[1]?.trim()
  return tree?.kind === 'not' && rest !== undefined && same(treeOf(rest), tree.node) ? rest : undefined
}

/** The opposite of a condition; with brackets where it needs them. */
export function negateTerm(text: string): string {
  const rest = withoutNot(text)
  if (rest !== undefined) return rest
  const plain = `not ${text}`
  return same(treeOf(plain), { kind: 'not', node: treeOf(text) }) ? plain : `not (${text})`
}

/** The query as if nothing were asked of a field's values: so that those filtered out can be counted. */
export function withoutField(query: string, field: string): string {
  const kept = readTerms(query).filter(({ filter }) => filter?.field !== field)
  return kept.map(({ text }) => text).join(' and ')
}

function print(field: string, values: readonly string[], without: boolean): string {
  const quoted = values.map(quoteValue)
  return `${without ? 'not ' : ''}${writeName(field)}:${quoted.length > 1 ? `(${quoted.join(' or ')})` : quoted[0]}`
}
