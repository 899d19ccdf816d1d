import { readYaml } from '../rule/read-yaml.ts'
import type { RuleError } from '../rule/rule-error.ts'
import { nodeOf, type Report, type YamlMap, type YamlNode } from '../rule/yaml-node.ts'
import type { Clause, SourceFamily, SourcePart } from './log-sources.ts'

/** A file of `rules/log-sources`: its families of log sources, one or a list a document, and all that is wrong with it. */
export function readLogSources(
  text: string,
  file: string,
): { families: SourceFamily[]; errors: RuleError[] } {
  const { documents, errors, report } = readYaml(text, file)
  const families: SourceFamily[] = []
  for (const root of documents.flatMap(({ root }) => (root.kind === 'list' ? root.items : [root]))) {
    if (root.kind !== 'map') {
      report(root, 'a family of log sources must be a map', 'start with product: NAME')
      continue
    }
    checkKeys(root, [...FAMILY_KEYS, ...PART_KEYS], report)
    const products = textsOf(nodeOf(root, 'product'), report)
    if (products.length === 0) report(root, 'a family needs a product', 'add product: NAME')
    families.push({
      products: products.map((product) => product.toLowerCase()),
      hosts: readClauses(nodeOf(root, 'hosts'), report),
      complete: readClauses(nodeOf(root, 'complete'), report),
      ...readPart(root, report),
      categories: readParts(nodeOf(root, 'categories'), report),
      services: readParts(nodeOf(root, 'services'), report),
    })
  }
  return { families, errors }
}

const FAMILY_KEYS = ['product', 'hosts', 'complete', 'categories', 'services']
const PART_KEYS = ['when', 'shared', 'prefixes', 'fields', 'known']

function checkKeys(map: YamlMap, keys: readonly string[], report: Report): void {
  for (const { key, keyAt } of map.entries)
    if (!keys.includes(key)) report(keyAt, `unknown key '${key}'`, `use ${keys.join(', ')}`)
}

function readParts(node: YamlNode | undefined, report: Report): Map<string, SourcePart> {
  const parts = new Map<string, SourcePart>()
  if (!node) return parts
  if (node.kind !== 'map') report(node, 'must be a map of names', 'write NAME: with when and fields')
  for (const { key, value } of node.kind === 'map' ? node.entries : []) {
    if (value.kind === 'map') {
      checkKeys(value, PART_KEYS, report)
      parts.set(key.toLowerCase(), readPart(value, report))
    } else report(value, `${key} must be a map`, 'write when: and fields:')
  }
  return parts
}

function readPart(map: YamlMap, report: Report): SourcePart {
  const fields = nodeOf(map, 'fields')
  if (fields && fields.kind !== 'map') report(fields, 'fields must be a map', 'write RuleField: event.field')
  const shared = nodeOf(map, 'shared')
  const known = nodeOf(map, 'known')
  return {
    when: readClauses(nodeOf(map, 'when'), report),
    shared: shared?.kind === 'scalar' && shared.value === true,
    prefixes: textsOf(nodeOf(map, 'prefixes'), report),
    known: known && new Set(textsOf(known, report)),
    fields: new Map(
      fields?.kind === 'map' ? fields.entries.map(({ key, value }) => [key, textsOf(value, report)]) : [],
    ),
  }
}

function readClauses(node: YamlNode | undefined, report: Report): Clause[] {
  const clauses = node === undefined ? [] : node.kind === 'list' ? node.items : [node]
  return clauses.map((clause) => readClause(clause, report))
}

function readClause(node: YamlNode, report: Report): Clause {
  if (node.kind !== 'map') {
    report(node, 'when must be maps of fields', 'write event.field: value, a list of values, "*" or null')
    return new Map()
  }
  return new Map(
    node.entries.map(({ key, value }): [string, ReadonlySet<string> | 'present' | 'absent'] => {
      if (value.kind === 'scalar' && value.value === null) return [key, 'absent']
      const texts = textsOf(value, report)
      return [
        key,
        texts.includes('*') ? 'present' : new Set(texts.flatMap((text) => [text, text.toLowerCase()])),
      ]
    }),
  )
}

function textsOf(node: YamlNode | undefined, report: Report): string[] {
  if (!node) return []
  return (node.kind === 'list' ? node.items : [node]).flatMap((item) => {
    if (item.kind === 'scalar' && item.value !== null) return [String(item.value)]
    report(item, 'must be text', 'write a text or a list of texts')
    return []
  })
}
