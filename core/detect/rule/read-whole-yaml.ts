import { isAlias, isMap, isScalar, isSeq, type Node, parseAllDocuments, type Scalar } from 'yaml'
import type { Report, YamlDocument, YamlEntry, YamlNode, YamlScalar } from './yaml-node.ts'

const MAX_NODES = 200_000
const MAX_DEPTH = 64

/** All of YAML 1.2, with the errors of a text that is none; aliases are followed as far as they unfold to little. */
export function readWholeYaml(text: string, report: Report): YamlDocument[] {
  const documents: YamlDocument[] = []
  const parsed = parseAllDocuments(text, { uniqueKeys: true, prettyErrors: false })
  const walk: Walk = { report, nodes: MAX_NODES, anchors: new Map() }
  for (const [index, document] of (Array.isArray(parsed) ? parsed : []).entries()) {
    for (const error of document.errors) report({ offset: error.pos[0] }, error.message, mendOf(error.code))
    if (document.errors.length > 0 || document.contents === null) continue
    const [start, , end] = document.range
    walk.anchors.clear()
    const root = toNode(document.contents, walk, 0)
    const empty = root?.kind === 'scalar' && root.value === null && root.written === ''
    if (root && !empty) documents.push({ index, root, text: text.slice(start, end).trim() })
  }
  return documents
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
