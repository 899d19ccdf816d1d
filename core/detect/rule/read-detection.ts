import type { Condition } from './condition.ts'
import { mendAggregation } from './mend-aggregation.ts'
import { parseCondition } from './parse-condition.ts'
import { readItem, readKeywords } from './read-item.ts'
import type { Reading } from './reading.ts'
import { nodeOf, type YamlMap, type YamlNode } from './yaml-node.ts'

/** `selection | count() by field > 5`, also without the pipe. */
const AGGREGATION = /(\||(?<![\w-])(?:count|min|max|avg|sum)\()/

const MAX_QUERIES = 100
/** Of one condition: the first ones say enough. */
const MAX_FAILURES = 20

/**
 * The `detection` section, or a filter's, to one condition; undefined after a reported error.
 * @param others keys of the section that are no selections
 */
export function readDetection(
  detection: YamlMap,
  reading: Reading,
  others: readonly string[] = [],
): Condition | undefined {
  const { report } = reading
  const selections = new Map<string, Condition>()
  const timeframe = nodeOf(detection, 'timeframe')
  let broken = false
  for (const { key, keyAt, value } of detection.entries) {
    if (key === 'condition' || others.includes(key)) continue
    if (key === 'timeframe') {
      report(
        keyAt,
        'timeframe is not part of a SIGMA rule any more',
        'write a correlation document with timespan',
      )
      broken = true
      continue
    }
    const selection = readSelection(value, reading)
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
  const period = timeframe?.kind === 'scalar' ? timeframe.written : undefined
  const queries = condition.kind === 'list' ? condition.items : [condition]
  if (queries.length === 0) report(condition, 'the list of conditions is empty', 'add a condition')
  if (queries.length > MAX_QUERIES) {
    report(condition, `${queries.length} conditions`, `at most ${MAX_QUERIES}; join them with or`)
    return undefined
  }
  const read = whole(
    'any',
    queries.map((query) => readQuery(query, selections, period, reading)),
  )
  return broken || queries.length === 0 ? undefined : read
}

function readQuery(
  node: YamlNode,
  selections: ReadonlyMap<string, Condition>,
  timeframe: string | undefined,
  reading: Reading,
): Condition | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') {
    reading.report(node, 'a condition must be text', 'write it like: selection and not filter')
    return undefined
  }
  let failures = 0
  const fail = (offset: number, message: string, mend: string) => {
    if (++failures <= MAX_FAILURES) reading.report(reading.within(node, offset), message, mend)
  }
  const legacy = AGGREGATION.exec(node.value)
  const before = legacy ? node.value.slice(0, legacy.index) : node.value
  if (legacy) {
    const mend = mendAggregation(node.value.slice(legacy.index + (legacy[1] === '|' ? 1 : 0)), timeframe)
    fail(legacy.index, 'aggregations are not part of SIGMA conditions any more', mend)
  }
  const condition = legacy && before.trim() === '' ? undefined : parseCondition(before, selections, fail)
  return failures > 0 ? undefined : condition
}

/** Map: all items. List: any of its maps and keywords. Scalar: a keyword. */
function readSelection(node: YamlNode, reading: Reading): Condition | undefined {
  if (node.kind === 'scalar') return readKeywords(node, reading)
  if (node.kind === 'map') return readMap(node, reading)
  if (node.items.length === 0) {
    reading.report(node, 'an empty selection', 'give it at least one field or keyword')
    return undefined
  }
  if (node.items.every((item) => item.kind === 'scalar')) return readKeywords(node, reading)
  const of = node.items.map((item) => {
    if (item.kind !== 'list') return readSelection(item, reading)
    reading.report(item, 'a list directly inside of a list', 'write maps or keywords in the list')
    return undefined
  })
  return whole('any', of)
}

function readMap(map: YamlMap, reading: Reading): Condition | undefined {
  if (map.entries.length === 0) {
    reading.report(map, 'an empty selection', 'give it at least one field or keyword')
    return undefined
  }
  return whole(
    'all',
    map.entries.map(({ keyAt, value }) => readItem(keyAt, value, reading)),
  )
}

function whole(kind: 'all' | 'any', of: (Condition | undefined)[]): Condition | undefined {
  const conditions = of.filter((condition) => condition !== undefined)
  if (conditions.length < of.length) return undefined
  const [only] = conditions
  return conditions.length === 1 && only ? only : { kind, of: conditions }
}
