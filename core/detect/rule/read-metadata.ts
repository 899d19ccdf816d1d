import { SEVERITY_LEVELS } from '../../event/detection.ts'
import { attackIds } from './attack-ids.ts'
import { readScalars, readText, readTexts, scalarText } from './read-texts.ts'
import type { Reading } from './reading.ts'
import { RULE_STATUSES } from './rule-status.ts'
import type { RelatedRule, RuleMetadata } from './sigma-rule.ts'
import { nodeOf, type YamlMap } from './yaml-node.ts'

const RELATIONS = ['derived', 'obsolete', 'merged', 'renamed', 'similar'] as const
const MAX_TITLE = 256
const MAX_DESCRIPTION = 65_535
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const TAG = /^[a-z0-9_-]+\.[a-z0-9._-]+$/

/** All of a rule's or correlation's metadata. What the specification demands is an error, what it advises a warning. */
export function readMetadata(
  root: YamlMap,
  origin: Pick<RuleMetadata, 'file' | 'line' | 'text'>,
  index: number,
  reading: Reading,
): RuleMetadata {
  const tags = readTags(root, reading)
  const related = readRelated(root, reading)
  return {
    id: readId(root, reading) ?? `${origin.file}#${index}`,
    name: readText(root, 'name', reading),
    title: readTitle(root, reading),
    level:
      SEVERITY_LEVELS.find((name) => name === oneOf(root, 'level', SEVERITY_LEVELS, reading)) ?? 'medium',
    status: oneOf(root, 'status', RULE_STATUSES, reading),
    description: readDescription(root, reading),
    author: readText(root, 'author', reading),
    license: readText(root, 'license', reading),
    taxonomy: readTaxonomy(root, reading),
    date: readDate(root, 'date', reading),
    modified: readDate(root, 'modified', reading),
    references: readTexts(root, 'references', reading),
    falsePositives: readTexts(root, 'falsepositives', reading),
    fields: readTexts(root, 'fields', reading),
    scope: readTexts(root, 'scope', reading),
    tags,
    attack: attackIds(tags),
    related,
    obsoletes: related.filter(({ type }) => type === 'obsolete').map(({ id }) => id),
    ...origin,
  }
}

export function readId(root: YamlMap, reading: Reading): string | undefined {
  const id = readText(root, 'id', reading)
  const mend = 'make a random one (version 4); this one is used as it is'
  if (id !== undefined && !UUID.test(id))
    reading.warn(nodeOf(root, 'id') ?? root, `the id ${id} is no UUID`, mend)
  return id
}

export function readTitle(root: YamlMap, reading: Reading): string {
  const title = readText(root, 'title', reading) ?? ''
  if (title === '' || title.length > MAX_TITLE) {
    const at = nodeOf(root, 'title') ?? root
    reading.report(at, `a title of 1 to ${MAX_TITLE} characters is required`, 'add title: ...')
  }
  return title
}

function readDescription(root: YamlMap, reading: Reading): string | undefined {
  const description = readText(root, 'description', reading)
  if (description !== undefined && description.length > MAX_DESCRIPTION) {
    const message = `a description of ${description.length} characters`
    reading.warn(nodeOf(root, 'description') ?? root, message, `at most ${MAX_DESCRIPTION} are meant`)
  }
  return description
}

function readTaxonomy(root: YamlMap, reading: Reading): string | undefined {
  const taxonomy = readText(root, 'taxonomy', reading)
  if (taxonomy !== undefined && taxonomy !== 'sigma') {
    const mend = 'its field names are taken for those of the events; add them to a log source file'
    reading.warn(nodeOf(root, 'taxonomy') ?? root, `the taxonomy ${taxonomy} is not known`, mend)
  }
  return taxonomy
}

function readDate(root: YamlMap, key: 'date' | 'modified', reading: Reading): string | undefined {
  const date = readText(root, key, reading)
  if (date !== undefined && !DATE.test(date))
    reading.warn(nodeOf(root, key) ?? root, `${key} '${date}' is no ISO 8601 date`, 'write it YYYY-MM-DD')
  return date
}

function readTags(root: YamlMap, reading: Reading): string[] {
  const scalars = readScalars(root, 'tags', reading)
  for (const scalar of scalars) {
    if (TAG.test(scalarText(scalar))) continue
    const mend = 'write namespace.name with lower-case letters, digits, _ and -'
    reading.warn(scalar, `'${scalarText(scalar)}' is not how a tag is written`, mend)
  }
  return scalars.map(scalarText)
}

function readRelated(root: YamlMap, reading: Reading): RelatedRule[] {
  const node = nodeOf(root, 'related')
  if (!node || (node.kind === 'scalar' && node.value === null)) return []
  const related: RelatedRule[] = []
  for (const item of node.kind === 'list' ? node.items : [node]) {
    if (item.kind !== 'map') {
      reading.report(item, 'related must be a list of maps', 'write - id: ... and type: ...')
      continue
    }
    const id = readText(item, 'id', reading)
    const type = readText(item, 'type', reading)
    const known = RELATIONS.find((name) => name === type?.toLowerCase())
    if (id !== undefined && known) related.push({ id, type: known })
    else if (id === undefined) reading.report(item, 'related without id', 'add id: of the other rule')
    else {
      const message = type === undefined ? 'related without type' : `unknown relation '${type}'`
      reading.report(nodeOf(item, 'type') ?? item, message, `use ${RELATIONS.join(', ')}`)
    }
  }
  return related
}

function oneOf(root: YamlMap, key: string, known: readonly string[], reading: Reading): string | undefined {
  const value = readText(root, key, reading)?.toLowerCase()
  if (value === undefined || known.includes(value)) return value
  reading.report(nodeOf(root, key) ?? root, `unknown ${key} '${value}'`, `use ${known.join(', ')}`)
  return undefined
}
