import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments, type Scalar } from 'yaml'
import { offsetInScalar } from './offset-in-scalar.ts'
import type { RuleError } from './rule-error.ts'

export interface At {
  /** Offset in the file's text; see {@link Notes}. */
  offset: number
}

export type YamlScalar = At & {
  kind: 'scalar'
  value: string | number | boolean | null
  written: string
  /** Where it ends in the file's text, quotes included. */
  end: number
  /** Neither quoted nor a block. */
  plain: boolean
}
export type YamlList = At & { kind: 'list'; items: readonly YamlNode[] }
export type YamlMap = At & { kind: 'map'; entries: readonly YamlEntry[] }
export type YamlNode = YamlScalar | YamlList | YamlMap
export type YamlEntry = { key: string; keyAt: YamlScalar; value: YamlNode }

export interface YamlDocument {
  /** 0-based, counting every document of the file. */
  index: number
  root: YamlNode
  text: string
}

export type Report = (at: At, message: string, mend: string) => void

/** What readers report through: keeps every error and warning of a file once, with its place. */
export interface Notes {
  report: Report
  warn: Report
  /** Where a character of a scalar's value stands in the file. */
  within(scalar: YamlScalar, index: number): At
  /** Line and column, both 1-based. */
  place(at: At): { line: number; column: number }
}

export interface YamlFile extends Notes {
  documents: YamlDocument[]
  errors: RuleError[]
  warnings: RuleError[]
}

const MAX_TEXT = 4_000_000
const MAX_NODES = 200_000
const MAX_DEPTH = 64

/**
 * YAML 1.2 (core schema) into plain nodes with places. Duplicate keys are errors, aliases are followed,
 * and the size of what they unfold to is bounded.
 */
export function readYaml(text: string, file: string): YamlFile {
  const lines = new LineCounter()
  const place: Notes['place'] = ({ offset }) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const errors: RuleError[] = []
  const warnings: RuleError[] = []
  const keep = (notes: RuleError[]): Report => {
    const seen = new Set<string>()
    return (at, message, mend) => {
      const key = `${at.offset} ${message}`
      // Documents made from one template would repeat what is wrong with it.
      if (!seen.has(key)) notes.push({ file, ...place(at), message, mend })
      seen.add(key)
    }
  }
  const report = keep(errors)
  const documents: YamlDocument[] = []
  const read: YamlFile = {
    documents,
    errors,
    warnings,
    report,
    warn: keep(warnings),
    place,
    within: (scalar, index) => ({
      offset:
        scalar.offset +
        offsetInScalar(text.slice(scalar.offset, scalar.end), String(scalar.value ?? ''), index),
    }),
  }
  if (text.length > MAX_TEXT) {
    report({ offset: 0 }, `the file has ${text.length} characters`, `split it: at most ${MAX_TEXT} are read`)
    return read
  }
  const parsed = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false })
  const walk: Walk = { report, nodes: MAX_NODES, anchors: new Map() }
  for (const [index, document] of (Array.isArray(parsed) ? parsed : []).entries()) {
    for (const error of document.errors) report({ offset: error.pos[0] }, error.message, mendOf(error.code))
    if (document.errors.length > 0 || document.contents === null) continue
    const [start, , end] = document.range
    walk.anchors.clear()
    const root = toNode(document.contents, walk, 0)
    if (root) documents.push({ index, root, text: text.slice(start, end).trim() })
  }
  return read
}

function mendOf(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'give each key of a map once; join the values in a list'
  if (code === 'BAD_INDENT' || code === 'TAB_AS_INDENT')
    return 'indent with spaces, the same for all keys of a map'
  return 'write valid YAML 1.2; quote values that hold : # * & % or quotes'
}

interface Walk {
  report: Report
  /** How many more nodes may be made: aliases can unfold a small file to a huge one. */
  nodes: number
  /** Of the document at hand, as far as it was read. */
  anchors: Map<string, Node>
}

function toNode(node: Node, walk: Walk, depth: number): YamlNode | undefined {
  const offset = node.range?.[0] ?? 0
  if (depth > MAX_DEPTH || walk.nodes-- <= 0) {
    if (walk.nodes > -2)
      walk.report({ offset }, 'the document is too deep or unfolds to too much', 'make it smaller')
    walk.nodes = -2
    return undefined
  }
  if (isAlias(node)) {
    const target = walk.anchors.get(node.source)
    if (target) return toNode(target, walk, depth + 1)
    walk.report({ offset }, `nothing is named &${node.source}`, 'define the anchor before its use')
    return undefined
  }
  if (node.anchor !== undefined) walk.anchors.set(node.anchor, node)
  if (isScalar(node)) {
    const scalar = toScalar(node)
    if (typeof scalar.value !== 'number' || Number.isFinite(scalar.value)) return scalar
    walk.report(scalar, `${scalar.written} is not a number that a log can hold`, 'quote it if it is text')
    return undefined
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => toNode(item as Node, walk, depth + 1))
    return { kind: 'list', items: items.filter((item) => item !== undefined), offset }
  }
  if (!isMap(node)) return undefined
  const entries: YamlEntry[] = []
  for (const pair of node.items) {
    const key = pair.key as Node
    if (!isScalar(key)) {
      walk.report({ offset: key.range?.[0] ?? offset }, 'a key must be text', 'quote the key')
      continue
    }
    const keyAt = toScalar(key)
    const value: YamlNode | undefined = pair.value
      ? toNode(pair.value as Node, walk, depth + 1)
      : { ...keyAt, value: null, written: '' }
    if (value) entries.push({ key: keyAt.written, keyAt, value })
  }
  return { kind: 'map', entries, offset }
}

function toScalar(node: Scalar): YamlScalar {
  const { value, range, type } = node
  const [offset, end] = range ?? [0, 0]
  const typed = value === null || typeof value === 'number' || typeof value === 'boolean'
  return {
    kind: 'scalar',
    value: typed ? value : String(value),
    written: node.source ?? String(value),
    offset,
    end,
    plain: type === 'PLAIN',
  }
}

export function nodeOf(map: YamlMap, key: string): YamlNode | undefined {
  return map.entries.find((entry) => entry.key === key)?.value
}
