import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml'
import type { RuleError } from './rule-error.ts'

export interface At {
  /** Offset in the file's text; see {@link YamlFile.error}. */
  offset: number
}

export type YamlScalar = At & { kind: 'scalar'; value: string | number | boolean | null; written: string }
export type YamlList = At & { kind: 'list'; items: readonly YamlNode[] }
export type YamlMap = At & { kind: 'map'; entries: readonly YamlEntry[] }
export type YamlNode = YamlScalar | YamlList | YamlMap
export type YamlEntry = { key: string; keyAt: At; value: YamlNode }

export interface YamlDocument {
  /** 0-based, counting every document of the file. */
  index: number
  root: YamlNode
  text: string
}

/** What rule readers report through: keeps every error of a file, with its place. */
export type Report = (at: At, message: string, mend: string) => void

export interface YamlFile {
  documents: YamlDocument[]
  errors: RuleError[]
  report: Report
}

const MAX_TEXT = 4_000_000
const MAX_NODES = 200_000
const MAX_DEPTH = 64

/**
 * YAML 1.2 (core schema) into plain nodes with places. Duplicate keys are errors, aliases are followed,
 * and the size of what they unfold to is bounded.
 */
export function readYaml(text: string, file: string): YamlFile {
  const errors: RuleError[] = []
  const lines = new LineCounter()
  const report: Report = (at, message, mend) => {
    const { line, col } = lines.linePos(at.offset)
    errors.push({ file, line: Math.max(line, 1), column: Math.max(col, 1), message, mend })
  }
  const documents: YamlDocument[] = []
  if (text.length > MAX_TEXT) {
    report({ offset: 0 }, `the file has ${text.length} characters`, `split it: at most ${MAX_TEXT} are read`)
    return { documents, errors, report }
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
  return { documents, errors, report }
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
    const { value } = node
    const written = node.source ?? String(value)
    if (typeof value === 'number' && !Number.isFinite(value)) {
      walk.report({ offset }, `${written} is not a number that a log can hold`, 'quote it if it is text')
      return undefined
    }
    const plain = value === null || typeof value === 'number' || typeof value === 'boolean'
    return { kind: 'scalar', value: plain ? value : String(value), written, offset }
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => toNode(item as Node, walk, depth + 1))
    return { kind: 'list', items: items.filter((item) => item !== undefined), offset }
  }
  if (!isMap(node)) return undefined
  const entries: YamlEntry[] = []
  for (const pair of node.items) {
    const key = pair.key as Node
    const keyAt = { offset: key.range?.[0] ?? offset }
    if (!isScalar(key)) {
      walk.report(keyAt, 'a key must be text', 'quote the key')
      continue
    }
    const value: YamlNode | undefined = pair.value
      ? toNode(pair.value as Node, walk, depth + 1)
      : { kind: 'scalar', value: null, written: '', ...keyAt }
    if (value) entries.push({ key: key.source ?? String(key.value), keyAt, value })
  }
  return { kind: 'map', entries, offset }
}

export function nodeOf(map: YamlMap, key: string): YamlNode | undefined {
  return map.entries.find((entry) => entry.key === key)?.value
}
