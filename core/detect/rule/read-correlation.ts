import type { ActedDocument } from './apply-actions.ts'
import { readCorrelationCondition } from './read-correlation-condition.ts'
import { readMetadata } from './read-metadata.ts'
import { readReferences } from './read-references.ts'
import { readText, readTexts, scalarText } from './read-texts.ts'
import type { Reading } from './reading.ts'
import type { RuleReference } from './rule-reference.ts'
import type { CorrelationType, SigmaCorrelation } from './sigma-correlation.ts'
import { nodeOf, type YamlMap } from './yaml-node.ts'

const TYPES: readonly CorrelationType[] = [
  'event_count',
  'value_count',
  'temporal',
  'temporal_ordered',
  'value_sum',
  'value_avg',
  'value_percentile',
  'value_median',
]
const KEYS = ['type', 'rules', 'group-by', 'timespan', 'condition', 'aliases', 'generate']
/** Months and years are a 12th of and a mean Gregorian year. */
const SECONDS: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
  M: 2_629_746,
  y: 31_556_952,
}

/** A correlation document (specification 2.1, "Sigma Correlation Rules"); undefined after a reported error. */
export function readCorrelation(
  root: YamlMap,
  { index, offset, text }: ActedDocument,
  file: string,
  reading: Reading,
): SigmaCorrelation | undefined {
  const metadata = readMetadata(root, { file, line: reading.place({ offset }).line, text }, index, reading)
  const map = nodeOf(root, 'correlation')
  if (map?.kind !== 'map') {
    reading.report(map ?? root, 'correlation must be a map', 'write type, rules, timespan and a condition')
    return undefined
  }
  for (const { key, keyAt } of map.entries) {
    if (!KEYS.includes(key)) reading.warn(keyAt, `unknown key '${key}'`, `known are ${KEYS.join(', ')}`)
  }
  const type = readType(map, reading)
  const written = readReferences(map, reading)
  const groupBy = readTexts(map, 'group-by', reading)
  const timespan = readTimespan(map, reading)
  const generate = readGenerate(map, reading) ?? readGenerate(root, reading) ?? false
  if (!type) return undefined
  const condition = readCorrelationCondition(map, type, written, reading)
  const rules = condition?.rules ?? written
  if (condition && rules.length === 0)
    reading.report(
      nodeOf(map, 'rules') ?? map,
      'the correlation has no rules',
      'add rules: with ids or names',
    )
  const aliases = readAliases(map, rules, groupBy, reading)
  return (
    condition && {
      ...metadata,
      type,
      rules,
      groupBy,
      timespan,
      condition: condition.condition,
      aliases,
      generate,
    }
  )
}

function readType(map: YamlMap, reading: Reading): CorrelationType | undefined {
  const written = readText(map, 'type', reading)
  const type = TYPES.find((one) => one === written)
  if (type) return type
  const message = written === undefined ? 'the correlation has no type' : `unknown type '${written}'`
  reading.report(nodeOf(map, 'type') ?? map, message, `use ${TYPES.join(', ')}`)
  return undefined
}

function readTimespan(map: YamlMap, reading: Reading): number {
  const written = readText(map, 'timespan', reading)
  const [, count = '', unit = ''] = /^(\d{1,9})([smhdwMy])$/.exec(written ?? '') ?? []
  const seconds = Number(count) * (SECONDS[unit] ?? 0)
  if (seconds > 0) return seconds
  const message = written === undefined ? 'the correlation has no timespan' : `'${written}' is no timespan`
  const mend = 'write a number and s, m, h, d, w, M (months) or y, like 90m'
  reading.report(nodeOf(map, 'timespan') ?? map, message, mend)
  return 0
}

function readGenerate(map: YamlMap, reading: Reading): boolean | undefined {
  const node = nodeOf(map, 'generate')
  if (!node) return undefined
  if (node.kind === 'scalar' && typeof node.value === 'boolean') return node.value
  reading.report(node, 'generate takes true or false', 'write generate: true')
  return undefined
}

function readAliases(
  map: YamlMap,
  rules: readonly RuleReference[],
  groupBy: readonly string[],
  reading: Reading,
): Map<string, Map<string, string>> {
  const aliases = new Map<string, Map<string, string>>()
  const node = nodeOf(map, 'aliases')
  const listed = new Set(rules.map(({ to }) => to))
  const groups = new Set(groupBy)
  if (!node) return aliases
  if (node.kind !== 'map')
    reading.report(node, 'aliases must be a map', 'write ALIAS: and below it RULE: field')
  for (const { key, keyAt, value } of node.kind === 'map' ? node.entries : []) {
    if (value.kind !== 'map') {
      reading.report(value, `the alias ${key} must be a map`, 'write RULE: field for each rule')
      continue
    }
    const fields = new Map<string, string>()
    for (const { key: rule, keyAt: ruleAt, value: field } of value.entries) {
      if (field.kind === 'scalar' && field.value !== null) fields.set(rule, scalarText(field))
      else reading.report(field, 'an alias stands for one field', `write ${rule}: field`)
      if (!listed.has(rule))
        reading.warn(ruleAt, `'${rule}' is none of the correlation's rules`, 'name it as rules: does')
    }
    const missing = rules.find(({ to }) => !fields.has(to))
    if (missing)
      reading.warn(
        keyAt,
        `the alias ${key} says nothing for the rule '${missing.to}'`,
        'add the field of its events',
      )
    if (!groups.has(key)) reading.warn(keyAt, `the alias ${key} is not used`, 'add it to group-by')
    aliases.set(key, fields)
  }
  return aliases
}
