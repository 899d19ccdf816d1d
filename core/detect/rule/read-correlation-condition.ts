import { type Expression, parseExpression } from './parse-expression.ts'
import { readTexts } from './read-texts.ts'
import type { Reading } from './reading.ts'
import type { RuleReference } from './rule-reference.ts'
import type { CorrelationCondition, CorrelationType, Limit, RuleFired } from './sigma-correlation.ts'
import { nodeOf, type YamlMap, type YamlNode, type YamlScalar } from './yaml-node.ts'

const OPERATORS = ['gt', 'gte', 'lt', 'lte', 'eq', 'neq'] as const

/** Of one condition: the first ones say enough. */
const MAX_FAILURES = 20

/**
 * The `condition` of a correlation, and the rules that it is about: those written, or without a list those that an
 * extended condition names. Undefined after a reported error.
 */
export function readCorrelationCondition(
  correlation: YamlMap,
  type: CorrelationType,
  rules: readonly RuleReference[],
  reading: Reading,
): { condition: CorrelationCondition; rules: readonly RuleReference[] } | undefined {
  const node = nodeOf(correlation, 'condition')
  const temporal = type === 'temporal' || type === 'temporal_ordered'
  if (!node && temporal) {
    const limits: Limit[] = [{ than: 'gte', value: rules.length }]
    return { condition: { kind: 'limits', limits, fields: [], percentile: undefined }, rules }
  }
  if (node?.kind === 'map') {
    const condition = readLimits(node, type, reading)
    return condition && { condition, rules }
  }
  if (temporal && node?.kind === 'scalar' && typeof node.value === 'string')
    return readExtended(node, rules, reading)
  const extended = node?.kind === 'scalar' && typeof node.value === 'string'
  reading.report(
    node ?? correlation,
    node && extended ? `a condition over rules in ${type}` : 'the correlation has no condition',
    extended ? 'use type: temporal, or a limit like gte: 10' : 'add condition: with a limit like gte: 10',
  )
  return undefined
}

function readLimits(map: YamlMap, type: CorrelationType, reading: Reading): CorrelationCondition | undefined {
  const { report } = reading
  const limits: Limit[] = []
  let broken = false
  const fail: Reading['report'] = (...note) => {
    broken = true
    report(...note)
  }
  let percentile: number | undefined
  for (const { key, keyAt, value } of map.entries) {
    const than = OPERATORS.find((name) => name === key)
    const number = numberOf(value)
    if (than && number !== undefined) limits.push({ than, value: number })
    else if (than) fail(value, `${key} takes a number`, `write ${key}: 10`)
    else if (key === 'percentile') {
      if (number === undefined || number < 0 || number > 100)
        fail(value, 'percentile takes a number from 0 to 100', 'write percentile: 95')
      percentile = number
    } else if (key !== 'field')
      fail(keyAt, `unknown key '${key}'`, `use ${OPERATORS.join(', ')}, field, percentile`)
  }
  const fields = readTexts(map, 'field', reading)
  const counts = !type.startsWith('value_')
  if (!counts && fields.length === 0) fail(map, `${type} needs a field`, 'add field: to the condition')
  if (counts && fields.length > 0)
    reading.warn(
      nodeOf(map, 'field') ?? map,
      `${type} counts without a field`,
      'take it out, or use value_count',
    )
  if (limits.length === 0 && !broken) fail(map, 'the condition has no limit', 'add one, like gte: 10')
  if (limits.length > 1 && !isRange(limits))
    fail(map, 'several limits that are no range', 'use one, or one of gt and gte with one of lt and lte')
  return broken ? undefined : { kind: 'limits', limits, fields, percentile }
}

function isRange(limits: readonly Limit[]): boolean {
  const low = limits.find(({ than }) => than === 'gt' || than === 'gte')
  const high = limits.find(({ than }) => than === 'lt' || than === 'lte')
  return limits.length === 2 && low !== undefined && high !== undefined && low.value <= high.value
}

function numberOf(node: YamlNode): number | undefined {
  if (node.kind !== 'scalar' || typeof node.value === 'boolean' || node.value === null) return undefined
  const text = String(node.value)
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : undefined
}

/** `failed_login and not success`: rules by name, upper-case operators too, as the specification's own tests have. */
function readExtended(
  node: YamlScalar,
  rules: readonly RuleReference[],
  reading: Reading,
): { condition: CorrelationCondition; rules: readonly RuleReference[] } | undefined {
  let failures = 0
  const fail = (offset: number, message: string, mend: string) => {
    if (++failures <= MAX_FAILURES) reading.report(reading.within(node, offset), message, mend)
  }
  const listed = new Set(rules.map(({ to }) => to))
  const found = new Map<string, RuleReference>()
  const text = String(node.value).replaceAll(/(?<![^\s()])(AND|OR|NOT)(?![^\s()])/g, (word) =>
    word.toLowerCase(),
  )
  const of: Expression<RuleFired> | undefined = parseExpression<RuleFired>(
    text,
    {
      has: (name) => listed.has(name),
      leaf: ({ text: rule, offset }) => {
        if (rules.length > 0 && !listed.has(rule))
          fail(offset, `'${rule}' is none of the correlation's rules`, 'add it to rules')
        if (!found.has(rule)) found.set(rule, { to: rule, ...reading.place(reading.within(node, offset)) })
        return { kind: 'rule', rule }
      },
    },
    fail,
  )
  for (const { to } of rules.filter((rule) => of && !found.has(rule.to)))
    fail(0, `the condition does not use the rule '${to}'`, 'add it, or take it out of rules')
  if (!of || failures > 0) return undefined
  return { condition: { kind: 'fired', of }, rules: rules.length > 0 ? rules : [...found.values()] }
}
