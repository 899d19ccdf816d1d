import { nodeOf, type Report, type YamlDocument, type YamlMap, type YamlNode } from './yaml-node.ts'

/** A document with what templates and repetitions gave it. */
export interface ActedDocument extends YamlDocument {
  /** Where the document itself begins; parts of `root` may come from earlier ones. */
  offset: number
  /** It has more than was written in it, an id among that perhaps. */
  inherits: boolean
}

/** How much merging may add to a file: a large template over many small documents would multiply. */
const MAX_ADDED = 4_000_000

/**
 * Rule collections: `action: global` makes a template whose values override those of the rules behind it, `reset`
 * drops it, `repeat` makes another rule of the one before. Correlations and filters are left as they are.
 */
export function applyActions(documents: readonly YamlDocument[], report: Report): ActedDocument[] {
  const acted: ActedDocument[] = []
  let template: YamlDocument | undefined
  let previous: ActedDocument | undefined
  let added = 0

  /** The document with `over` laid over `under`; undefined when a file grows too much. */
  function merge(document: YamlDocument, under: YamlNode, over: YamlNode, from: YamlDocument) {
    // Once too much, a template is not even counted again: there may be as many documents as it has values.
    if (added <= MAX_ADDED) added += from.text.length + countNodes(from.root)
    if (added > MAX_ADDED || under.kind !== 'map' || over.kind !== 'map') {
      if (added > MAX_ADDED) report(document.root, 'the actions of this file make too much', 'split the file')
      return undefined
    }
    const { index, root } = document
    const text = `${from.text}\n---\n${document.text}`
    return { index, root: mergeMaps(under, over), text, offset: root.offset, inherits: true }
  }

  for (const document of documents) {
    const { root } = document
    const action = root.kind === 'map' ? nodeOf(root, 'action') : undefined
    const name = action?.kind === 'scalar' ? action.value : undefined
    if (root.kind !== 'map' || nodeOf(root, 'correlation') || nodeOf(root, 'filter')) {
      if (action) report(action, 'actions are for rules', 'take action: out of this document')
      else acted.push({ ...document, offset: root.offset, inherits: false })
    } else if (!action) {
      const rule = template
        ? merge(document, root, template.root, template)
        : { ...document, offset: root.offset, inherits: false }
      if (rule) acted.push(rule)
      previous = rule
    } else if (name === 'global') {
      template = { ...document, root: without(root, 'action') }
    } else if (name === 'reset') {
      template = undefined
    } else if (name !== 'repeat') {
      report(action, `unknown action '${name ?? ''}'`, 'use global, reset or repeat')
    } else if (!previous) {
      report(action, 'nothing to repeat', 'write a rule before it')
    } else {
      const changed = merge(document, previous.root, without(root, 'action'), previous)
      const merged = changed && template ? merge(changed, changed.root, template.root, template) : changed
      // The text of the rule before has the template's already.
      previous = changed && merged && { ...merged, offset: root.offset, text: changed.text }
      if (previous) acted.push(previous)
    }
  }
  return acted
}

function mergeMaps(under: YamlMap, over: YamlMap): YamlMap {
  const entries = new Map(under.entries.map((entry) => [entry.key, entry]))
  for (const entry of over.entries) {
    const below = entries.get(entry.key)?.value
    const { value } = entry
    const both = below?.kind === 'map' && value.kind === 'map'
    entries.set(entry.key, both ? { ...entry, value: mergeMaps(below, value) } : entry)
  }
  return { ...under, entries: [...entries.values()] }
}

function without(map: YamlMap, key: string): YamlMap {
  return { ...map, entries: map.entries.filter((entry) => entry.key !== key) }
}

function countNodes(node: YamlNode): number {
  if (node.kind === 'scalar') return 1
  const inner = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value)
  return inner.reduce((sum, one) => sum + countNodes(one), 1)
}
