import type { Condition } from './condition.ts'
import type { Placeholders } from './expand-placeholders.ts'
import { ConditionError, parseCondition } from './parse-condition.ts'
import { readItem } from './read-item.ts'
import { nodeOf, type Report, type YamlMap, type YamlNode, type YamlScalar } from './read-yaml.ts'

/** The `detection` section to one condition; undefined after a reported error. */
export function readDetection(
  detection: YamlMap,
  placeholders: Placeholders,
  report: Report,
): Condition | undefined {
  const selections = new Map<string, Condition>()
  let broken = false
  for (const { key, keyAt, value } of detection.entries) {
    if (key === 'condition') continue
    if (key === 'timeframe') {
      report(
        keyAt,
        'timeframe is not part of a SIGMA rule any more',
        'write a correlation document with timespan',
      )
      broken = true
      continue
    }
    const selection = readSelection(value, placeholders, report)
    if (!selection) broken = true
    selections.set(key, selection ?? { kind: 'any', of: [] })
  }
  const condition = nodeOf(detection, 'condition')
  if (selections.size === 0) {
    report(detection, 'the detection has no selection', 'add a selection beside the condition')
    broken = true
  }
  if (!condition) {
    report(detection, 'the detection has no condition', 'add condition: NAME')
    return undefined
  }
  const queries = condition.kind === 'list' ? condition.items : [condition]
  const of = queries.map((query) => readQuery(query, selections, report))
  const whole = of.filter((query) => query !== undefined)
  if (broken || whole.length < of.length || whole.length === 0) return undefined
  const [only] = whole
  return whole.length === 1 && only ? only : { kind: 'any', of: whole }
}

function readQuery(
  node: YamlNode,
  selections: ReadonlyMap<string, Condition>,
  report: Report,
): Condition | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') {
    report(node, 'a condition must be text', 'write it like: selection and not filter')
    return undefined
  }
  try {
    return parseCondition(node.value, selections)
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error
    report({ offset: node.offset + offsetIn(node, error.offset) }, error.message, error.mend)
    return undefined
  }
}

/** Offsets inside of plain one-line scalars are exact; of quoted and folded ones the start is named. */
function offsetIn(node: YamlScalar, offset: number): number {
  return node.written === node.value && !node.written.includes('\n') ? offset : 0
}

/** Map: all items. List: any of its maps and keywords. Scalar: a keyword. */
function readSelection(node: YamlNode, placeholders: Placeholders, report: Report): Condition | undefined {
  if (node.kind === 'scalar') return readItem('', node, node, placeholders, report)
  if (node.kind === 'map') return readMap(node, placeholders, report)
  if (node.items.length === 0) {
    report(node, 'an empty selection', 'give it at least one field or keyword')
    return undefined
  }
  if (node.items.every((item) => item.kind === 'scalar'))
    return readItem('', node, node, placeholders, report)
  const of = node.items.map((item) => {
    if (item.kind !== 'list') return readSelection(item, placeholders, report)
    report(item, 'a list directly inside of a list', 'write maps or keywords in the list')
    return undefined
  })
  return whole('any', of)
}

function readMap(map: YamlMap, placeholders: Placeholders, report: Report): Condition | undefined {
  if (map.entries.length === 0) {
    report(map, 'an empty selection', 'give it at least one field or keyword')
    return undefined
  }
  const of = map.entries.map(({ key, keyAt, value }) => readItem(key, keyAt, value, placeholders, report))
  return whole('all', of)
}

function whole(kind: 'all' | 'any', of: (Condition | undefined)[]): Condition | undefined {
  const conditions = of.filter((condition) => condition !== undefined)
  if (conditions.length < of.length) return undefined
  const [only] = conditions
  return conditions.length === 1 && only ? only : { kind, of: conditions }
}
