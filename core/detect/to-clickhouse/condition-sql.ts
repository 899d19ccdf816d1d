import type { Condition, Test, TextPattern } from '../rule/condition.ts'
import { MAX_COMPARED } from '../values/compare-fields.ts'
import { fold } from '../values/fold.ts'
import { MAX_LIST_VALUES } from '../values/max-list-values.ts'
import { cut, fieldValues, hasField } from './field-values.ts'
import { foldedTexts } from './folded-texts.ts'
import { keywordTest, keywordTexts } from './keyword-test.ts'
import { addressOf, networkTest } from './network-test.ts'
import { numberOf, SIGNS } from './number-test.ts'
import { ruleTooLarge, type StatementParts } from './statement-parts.ts'
import { textTest } from './text-test.ts'
import { TIME, timePartOf } from './time-test.ts'

/** ClickHouse gives up on deeper statements; nobody writes such a rule. */
const MAX_DEPTH = 100

/**
 * The condition of a rule over a row of `events`, 0 or 1 and never NULL.
 * @param fieldsOf event fields that a field of the rule stands for, the first one present counts
 * @throws UserError for a rule that no statement holds
 */
export function conditionSql(
  parts: StatementParts,
  condition: Condition,
  fieldsOf: (field: string) => readonly string[],
): string {
  return compile(condition, 0)

  function compile(node: Condition, depth: number): string {
    if (depth > MAX_DEPTH) throw ruleTooLarge('its condition is nested too deeply')
    switch (node.kind) {
      case 'test':
        return testsSql([node.test])
      case 'selection':
        return compile(node.of, depth)
      case 'not':
        return `NOT ${compile(node.of, depth + 1)}`
      case 'all':
        return node.of.length === 0
          ? '1'
          : `(${node.of.map((child) => compile(child, depth + 1)).join(' AND ')})`
      case 'any':
        return anySql(node.of, depth)
    }
  }

  /** Tests of one sort on one field go into one look at its values, so that a list of thousands stays small. */
  function anySql(nodes: readonly Condition[], depth: number): string {
    const groups = new Map<string, Test[]>()
    const others: Condition[] = []
    for (const node of nodes.flatMap(alternatives)) {
      if (node.kind !== 'test') {
        others.push(node)
        continue
      }
      const key = groupOf(node.test)
      const group = groups.get(key) ?? []
      if (group.push(node.test) === 1) groups.set(key, group)
    }
    const conditions = [
      ...[...groups.values()].map(testsSql),
      ...others.map((child) => compile(child, depth + 1)),
    ]
    return conditions.length === 0 ? '0' : `(${conditions.join(' OR ')})`
  }

  function groupOf(test: Test): string {
    const field = test.field === undefined ? 'keyword' : `field ${test.field}`
    if (test.op === 'text') return `text ${test.cased} ${field}`
    return test.op === 'cidr' ? `cidr ${field}` : JSON.stringify(test)
  }

  /** @param tests any of them, of one {@link groupOf} */
  function testsSql(tests: readonly Test[]): string {
    const [test] = tests
    if (test === undefined) return '0'
    const { field } = test
    switch (test.op) {
      case 'null':
        return field === undefined ? '0' : `NOT ${hasField(parts, fieldsOf(field))}`
      case 'exists':
        if (field === undefined) return '0'
        return `${test.present ? '' : 'NOT '}${hasField(parts, fieldsOf(field))}`
      case 'fieldref':
        return field === undefined ? '0' : fieldrefSql(test, field)
      case 'text': {
        const patterns = tests.flatMap((each) => (each.op === 'text' ? [each.pattern] : []))
        const sought = test.cased ? patterns : patterns.map(foldPattern)
        if (field === undefined) return keywordTest(parts, sought, test.cased)
        return some(test.cased ? texts(field) : folded(field), textTest(parts, sought, 'value'))
      }
      case 'regex': {
        const flags = `(?${[...new Set(test.flags)].join('')}${test.flags.includes('s') ? '' : '-s'})`
        return some(texts(field), `match(value, ${parts.bind('String', flags + test.source)})`)
      }
      case 'cidr': {
        const networks = tests.flatMap((each) => (each.op === 'cidr' ? [each.network] : []))
        const addresses = derived('addresses', field, (value) => addressOf(parts, value))
        const holds = networkTest(parts, networks, 'address', 'value')
        return `arrayExists((address, value) -> ${holds}, ${addresses}, ${texts(field)})`
      }
      case 'compare': {
        const numbers = derived('numbers', field, (value) => numberOf(value, parts.bind))
        return some(numbers, `ifNull(value ${SIGNS[test.than]} ${parts.bind('Float64', test.value)}, 0)`)
      }
      case 'time': {
        const times = derived(
          'times',
          field,
          (value) => `extractGroups(${value}, ${parts.bind('String', TIME)})`,
        )
        const found = parts.once(
          `${test.part} ${nameOf(field)}`,
          () => `arrayMap(value -> ${timePartOf(test.part, 'value')}, ${times})`,
        )
        return some(found, `ifNull(value ${SIGNS[test.than]} ${parts.bind('Float64', test.value)}, 0)`)
      }
    }
  }

  function fieldrefSql({ other, affix, cased }: Test & { op: 'fieldref' }, field: string): string {
    const list = cased ? texts : folded
    if (affix === 'equals') return `hasAny(${list(field)}, ${list(other)})`
    const holds =
      affix === 'contains'
        ? 'position(value, other) > 0'
        : `${affix === 'startswith' ? 'startsWith' : 'endsWith'}(value, other)`
    // Named here first, because a name given inside of a lambda is not known outside of it.
    const known = `notEmpty(${list(other)})`
    const fits = `arrayExists(other -> ${holds}, ${cut(list(other), MAX_COMPARED)})`
    return `(${known} AND arrayExists(value -> ${fits}, ${cut(list(field), MAX_COMPARED)}))`
  }

  /** The values that a test of the field looks at, `Array(String)`; without a field those where keywords are sought. */
  function texts(field: string | undefined): string {
    if (field === undefined) return keywordTexts(parts)
    return parts.once(nameOf(field), () => cut(fieldValues(parts, fieldsOf(field)), MAX_LIST_VALUES))
  }

  function folded(field: string | undefined): string {
    return parts.once(`folded ${nameOf(field)}`, () => foldedTexts(texts(field)))
  }

  function derived(name: string, field: string | undefined, of: (value: string) => string): string {
    return parts.once(`${name} ${nameOf(field)}`, () => `arrayMap(value -> ${of('value')}, ${texts(field)})`)
  }

  function nameOf(field: string | undefined): string {
    return field === undefined ? 'keywords' : `field ${JSON.stringify(fieldsOf(field))}`
  }
}

/** Alternatives of an alternative are alternatives themselves. */
function alternatives(node: Condition): readonly Condition[] {
  if (node.kind === 'selection') return alternatives(node.of)
  return node.kind === 'any' ? node.of.flatMap(alternatives) : [node]
}

function some(list: string, holds: string): string {
  return holds === '1' ? `notEmpty(${list})` : `arrayExists(value -> ${holds}, ${list})`
}

function foldPattern(pattern: TextPattern): TextPattern {
  return pattern.map((part) => (typeof part === 'string' ? fold(part) : part))
}
