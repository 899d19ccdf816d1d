import { SEVERITY_LEVELS } from '../../event/detection.ts'
import { entityKind } from '../entity-kind.ts'
import { attackIds } from './attack-ids.ts'
import type { Placeholders } from './expand-placeholders.ts'
import { readDetection } from './read-detection.ts'
import { nodeOf, type Report, readYaml, type YamlDocument, type YamlMap } from './read-yaml.ts'
import type { RuleError } from './rule-error.ts'
import type { LogSource, SigmaRule } from './sigma-rule.ts'

const STATUSES = ['stable', 'test', 'experimental', 'deprecated', 'unsupported']
const MAX_TITLE = 256

/**
 * All rules of a YAML file, and all that is wrong with it. A document with an error gives no rule.
 * @param file name for errors and for the ids of rules without one: `file#n`
 */
export function readRules(
  text: string,
  file: string,
  placeholders: Placeholders = {},
): { rules: SigmaRule[]; errors: RuleError[] } {
  const { documents, errors, report } = readYaml(text, file)
  const rules: SigmaRule[] = []
  for (const document of documents) {
    const before = errors.length
    const rule = readRule(document, file, placeholders, report)
    if (!rule || errors.length > before) continue
    rule.line = text.slice(0, document.root.offset).split('\n').length
    rules.push(rule)
  }
  if (documents.length === 0 && errors.length === 0) {
    report({ offset: 0 }, 'the file holds no rule', 'write a rule, or remove the file')
  }
  return { rules, errors }
}

function readRule(
  { root, index, text }: YamlDocument,
  file: string,
  placeholders: Placeholders,
  report: Report,
): SigmaRule | undefined {
  if (root.kind !== 'map') {
    report(root, 'a rule must be a map', 'start with title: ...')
    return undefined
  }
  for (const kind of ['correlation', 'filter', 'action']) {
    const node = nodeOf(root, kind)
    if (node)
      report(node, `${kind} documents are not supported yet`, 'take the document out of the rule folder')
    if (node) return undefined
  }
  const logSource = readLogSource(root, report)
  const detection = nodeOf(root, 'detection')
  if (!detection) report(root, 'the rule has no detection', 'add detection: with a selection and a condition')
  else if (detection.kind !== 'map')
    report(detection, 'detection must be a map', 'write selections and a condition')
  const condition = detection?.kind === 'map' ? readDetection(detection, placeholders, report) : undefined
  const title = textOf(root, 'title', report) ?? ''
  if (title === '' || title.length > MAX_TITLE) {
    report(
      nodeOf(root, 'title') ?? root,
      `a title of 1 to ${MAX_TITLE} characters is required`,
      'add title: ...',
    )
  }
  const level = oneOf(root, 'level', SEVERITY_LEVELS, report)
  const status = oneOf(root, 'status', STATUSES, report)
  const tags = textsOf(root, 'tags', report)
  if (!condition) return undefined
  return {
    id: textOf(root, 'id', report) ?? `${file}#${index}`,
    title,
    level: SEVERITY_LEVELS.find((name) => name === level) ?? 'medium',
    status,
    description: textOf(root, 'description', report),
    author: textOf(root, 'author', report),
    license: textOf(root, 'license', report),
    references: textsOf(root, 'references', report),
    falsePositives: textsOf(root, 'falsepositives', report),
    tags,
    attack: attackIds(tags),
    logSource,
    entityField: readEntity(root, report),
    condition,
    file,
    line: 1,
    text,
  }
}

function readLogSource(root: YamlMap, report: Report): LogSource {
  const node = nodeOf(root, 'logsource')
  const logSource: LogSource = {}
  if (node?.kind !== 'map') {
    report(node ?? root, 'the rule has no log source', 'add logsource: with product, category or service')
    return logSource
  }
  for (const key of ['product', 'category', 'service'] as const) {
    const value = textOf(node, key, report)
    if (value !== undefined) logSource[key] = value.toLowerCase()
  }
  if (Object.keys(logSource).length === 0) {
    report(node, 'the log source is empty', 'name at least one of product, category and service')
  }
  return logSource
}

function readEntity(root: YamlMap, report: Report): string | undefined {
  const field = textOf(root, 'entity', report)
  if (field === undefined || entityKind(field)) return field
  const node = nodeOf(root, 'entity') ?? root
  report(
    node,
    `${field} is not a field that names an entity`,
    'use host.name, user.name, source.ip or a *.domain field',
  )
  return undefined
}

function oneOf(root: YamlMap, key: string, known: readonly string[], report: Report): string | undefined {
  const value = textOf(root, key, report)?.toLowerCase()
  if (value === undefined || known.includes(value)) return value
  report(nodeOf(root, key) ?? root, `unknown ${key} '${value}'`, `use ${known.join(', ')}`)
  return undefined
}

function textOf(map: YamlMap, key: string, report: Report): string | undefined {
  const node = nodeOf(map, key)
  if (!node || (node.kind === 'scalar' && node.value === null)) return undefined
  if (node.kind === 'scalar') return node.written === '' ? String(node.value) : scalarText(node)
  report(node, `${key} must be text`, `write ${key}: text`)
  return undefined
}

/** A list of texts; a single text counts as a list of one. */
function textsOf(map: YamlMap, key: string, report: Report): string[] {
  const node = nodeOf(map, key)
  if (!node || (node.kind === 'scalar' && node.value === null)) return []
  const items = node.kind === 'list' ? node.items : [node]
  const texts: string[] = []
  for (const item of items) {
    if (item.kind === 'scalar') texts.push(scalarText(item))
    else report(item, `${key} must be a list of texts`, 'quote entries that hold a colon')
  }
  return texts
}

/** Numbers and dates of metadata stay as written. */
function scalarText(node: { value: string | number | boolean | null; written: string }): string {
  return typeof node.value === 'string' ? node.value : node.written
}
