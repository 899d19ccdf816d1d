import { compileRegex } from '../values/compile-regex.ts'
import type { Condition, Test } from './condition.ts'
import { bytesPattern } from './encode-value.ts'
import type { Placeholders } from './expand-placeholders.ts'
import { type Item, type ItemValue, ModifierError } from './item-value.ts'
import { modifiers } from './modifiers.ts'
import type { At, Report, YamlNode, YamlScalar } from './read-yaml.ts'
import { affixPattern, parseTextPattern } from './text-pattern.ts'

/** `field|modifier|...: value or list` to a condition; undefined after a reported error. */
export function readItem(
  key: string,
  keyAt: At,
  value: YamlNode,
  placeholders: Placeholders,
  report: Report,
): Condition | undefined {
  const [name = '', ...chain] = key.split('|')
  const scalars = scalarsOf(value, report)
  if (!scalars) return undefined
  const item: Item = {
    field: name === '' ? undefined : name,
    values: [],
    all: false,
    negated: false,
    cased: false,
    affixed: false,
    applied: [],
  }
  if (item.field === undefined && scalars.length === 0) {
    report(keyAt, 'a keyword list without keywords', 'give at least one keyword')
    return undefined
  }
  try {
    const nothing: YamlScalar = { kind: 'scalar', value: null, written: '', offset: keyAt.offset }
    const written = scalars.length === 0 ? [nothing] : scalars
    item.values = written.map((scalar) => [valueOfScalar(scalar, chain.includes('re'))])
    for (const modifier of chain) {
      const apply = modifiers.get(modifier)
      if (!apply) throw new ModifierError(`unknown modifier '${modifier}'`, nearest(modifier))
      apply(item, placeholders)
      item.applied.push(modifier)
    }
    return conditionOf(item)
  } catch (error) {
    if (!(error instanceof ModifierError)) throw error
    report(keyAt, `${key}: ${error.message}`, error.mend)
    return undefined
  }
}

function scalarsOf(value: YamlNode, report: Report): YamlScalar[] | undefined {
  const nodes = value.kind === 'list' ? value.items : [value]
  const scalars: YamlScalar[] = []
  for (const node of nodes) {
    if (node.kind !== 'scalar') {
      report(
        node,
        'a value must be text, a number, true, false or null',
        'take nested maps and lists out of the field',
      )
      return undefined
    }
    scalars.push(node)
  }
  return scalars
}

function valueOfScalar(scalar: YamlScalar, verbatim: boolean): ItemValue {
  const { value, written } = scalar
  if (value === null) return { type: 'null' }
  if (typeof value === 'boolean') return { type: 'boolean', value }
  if (typeof value === 'number') {
    const exact = Number.isInteger(value) && !Number.isSafeInteger(value) && /^-?\d+$/.test(written)
    return { type: 'number', value, written: exact ? written : String(value) }
  }
  return { type: 'text', pattern: verbatim ? [value] : parseTextPattern(value) }
}

function conditionOf(item: Item): Condition {
  const values = item.values.map((alternatives) =>
    oneOf(
      'any',
      alternatives.map((value): Condition => ({ kind: 'test', test: testOf(value, item) })),
    ),
  )
  const condition = oneOf(item.all ? 'all' : 'any', values)
  return item.negated ? { kind: 'not', of: condition } : condition
}

function oneOf(kind: 'all' | 'any', of: Condition[]): Condition {
  const [only] = of
  return of.length === 1 && only ? only : { kind, of }
}

function testOf(value: ItemValue, item: Item): Test {
  const { field, cased } = item
  switch (value.type) {
    case 'text':
      return { field, op: 'text', pattern: sought(value.pattern, item), cased }
    case 'bytes':
      return { field, op: 'text', pattern: sought(bytesPattern(value.bytes), item), cased }
    case 'number':
      return { field, op: 'text', pattern: sought([value.written], item), cased }
    case 'boolean':
      return { field, op: 'text', pattern: sought([String(value.value)], item), cased }
    case 'regex':
      checkRegex(value.source, value.flags)
      return { field, op: 'regex', source: value.source, flags: value.flags }
    case 'network':
      return { field, op: 'cidr', network: value.network }
    case 'comparison':
      return { field, op: 'compare', than: value.than, value: value.value }
    case 'time':
      return { field, op: 'time', part: value.part, than: value.than, value: value.value }
    case 'field':
      return { field, op: 'fieldref', other: value.name, affix: value.affix, cased }
    case 'presence':
      return { field, op: 'exists', present: value.present }
    case 'null':
      if (field === undefined) throw new ModifierError('null is not a keyword', 'give the text to look for')
      if (item.applied.some((modifier) => modifier !== 'neq' && modifier !== 'all')) {
        throw new ModifierError('null takes no modifier but neq', `write ${field}: null`)
      }
      return { field, op: 'null' }
  }
}

/** A keyword is sought inside of every value; a field is compared as a whole. */
function sought(pattern: ReturnType<typeof parseTextPattern>, item: Item) {
  return item.field === undefined && !item.affixed ? affixPattern(pattern, 'contains') : pattern
}

function checkRegex(source: string, flags: string): void {
  try {
    compileRegex(source, flags)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ModifierError(
      `not a regular expression: ${reason}`,
      'use RE2 syntax: no lookaround, no backreferences, repetitions up to 1000',
    )
  }
}

function nearest(modifier: string): string {
  const known = [...modifiers.keys()]
  const close = known.find((name) => name === modifier.toLowerCase() || name.startsWith(modifier.slice(0, 3)))
  return close ? `did you mean ${close}?` : `known are ${known.join(', ')}`
}
