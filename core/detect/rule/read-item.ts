import { compileRegex } from '../values/compile-regex.ts'
import type { Condition, TextPattern } from './condition.ts'
import { bytesPattern } from './encode-value.ts'
import { dashRegex } from './expand-dashes.ts'
import { hasHalfPair } from './has-half-pair.ts'
import { type ItemValue, ModifierError } from './item-value.ts'
import { type Chain, readChain } from './read-chain.ts'
import type { Reading } from './reading.ts'
import { affixPattern, parseTextPattern } from './text-pattern.ts'
import type { YamlNode, YamlScalar } from './yaml-node.ts'
import { readsOtherwise, yaml11Boolean } from './yaml-versions.ts'

const MAX_MODIFIERS = 16
/** Of a key in messages, of which there may be one for each value. */
const MAX_SHOWN = 100
const WHOLE_PAIR = 'write the whole character, like "\\U0001F600"'

interface Item {
  /** Undefined for keywords. */
  field: string | undefined
  chain: Chain
  reading: Reading
}

/** `field|modifier|...: value or list` to a condition; undefined after a reported error. */
export function readItem(key: YamlScalar, value: YamlNode, reading: Reading): Condition | undefined {
  const [name = '', ...names] = key.written.split('|')
  if (names.length > MAX_MODIFIERS) {
    reading.report(key, `${names.length} modifiers`, `at most ${MAX_MODIFIERS} make sense`)
    return undefined
  }
  if (hasHalfPair(key.written)) {
    reading.report(key, 'a field name with half of a surrogate pair', WHOLE_PAIR)
    return undefined
  }
  const starts = names.map((_, i) => [name, ...names.slice(0, i)].join('|').length + 1)
  const chain = readChain(names, name === '', (i, message, mend) =>
    reading.report(reading.within(key, starts[i] ?? 0), `${shown(key)}${message}`, mend),
  )
  return readValues({ name, chain, key }, value, reading)
}

/** Values without a key: keywords. */
export function readKeywords(value: YamlNode, reading: Reading): Condition | undefined {
  const key: YamlScalar = {
    kind: 'scalar',
    value: '',
    written: '',
    offset: value.offset,
    end: value.offset,
    plain: false,
  }
  return readValues({ name: '', chain: { names: [], steps: [] }, key }, value, reading)
}

interface Head {
  name: string
  chain: Chain | undefined
  key: YamlScalar
}

function readValues({ name, chain, key }: Head, value: YamlNode, reading: Reading): Condition | undefined {
  const scalars = scalarsOf(value, reading)
  if (!scalars || !chain) return undefined
  if (name === '' && scalars.length === 0) {
    reading.report(key, 'a keyword list without keywords', 'give at least one keyword')
    return undefined
  }
  if (chain.names.includes('exists') && scalars.length !== 1) {
    reading.report(value, `${shown(key)}exists takes one value`, 'write Field|exists: true')
    return undefined
  }
  if (chain.names.includes('all') && scalars.length === 1)
    reading.warn(key, `${shown(key)}all of a single value`, 'leave |all out, or give several values')
  const item: Item = { field: name === '' ? undefined : name, chain, reading }
  const nothing: YamlScalar = { ...key, value: null, written: '' }
  const written = scalars.length === 0 ? [nothing] : scalars
  if (written.length > 1) warnOfNull(written, reading)
  const values = written.map((scalar) => readValue(scalar, item, key))
  const whole = values.filter((condition) => condition !== undefined)
  if (whole.length < values.length) return undefined
  const condition = oneOf(chain.names.includes('all') ? 'all' : 'any', whole)
  return chain.names.includes('neq') ? { kind: 'not', of: condition } : condition
}

function shown({ written }: YamlScalar): string {
  return written === '' ? '' : `${written.slice(0, MAX_SHOWN)}: `
}

function scalarsOf(value: YamlNode, { report }: Reading): YamlScalar[] | undefined {
  const nodes = value.kind === 'list' ? value.items : [value]
  const scalars = nodes.filter((node) => node.kind === 'scalar')
  for (const node of nodes) {
    if (node.kind !== 'scalar')
      report(
        node,
        'a value must be text, a number, true, false or null',
        'take nested maps and lists out of the field',
      )
  }
  return scalars.length < nodes.length ? undefined : scalars
}

function warnOfNull(scalars: readonly YamlScalar[], { warn }: Reading): void {
  const scalar = scalars.find(({ value }) => value === null)
  if (scalar) warn(scalar, 'null in a list', 'it is read as "or missing"; give it a selection of its own')
}

/** One written value with its alternatives: encodings, dashes and placeholders expand to several. */
function readValue(scalar: YamlScalar, item: Item, key: YamlScalar): Condition | undefined {
  const { chain, reading } = item
  try {
    if (scalar.value === null && chain.names.some((name) => name !== 'neq' && name !== 'all'))
      throw new ModifierError('null takes no modifier but neq', `write ${item.field}: null`)
    let values = valuesOf(scalar, chain.names.includes('re'), reading)
    for (const { change } of chain.steps) {
      if (reading.allowance.values < 0) throw tooMany()
      if (change) values = values.flatMap((value) => change(value, reading.placeholders))
    }
    // A value that no modifier multiplies is bounded by the size of the file.
    reading.allowance.values -= values.length - 1
    return oneOf(
      'any',
      values.map((value) => testOf(value, item)),
    )
  } catch (error) {
    if (!(error instanceof ModifierError)) throw error
    reading.report(scalar, `${shown(key)}${error.message}`, error.mend)
    return undefined
  }
}

function tooMany(): ModifierError {
  return new ModifierError('the modifiers of this rule make too many values', 'use fewer, or shorter lists')
}

function valuesOf(scalar: YamlScalar, verbatim: boolean, { warn }: Reading): ItemValue[] {
  const { value, written, plain } = scalar
  if (value === null) return [{ type: 'null' }]
  if (plain && readsOtherwise(written))
    warn(scalar, `tools that read YAML 1.1 take ${written} for something else`, 'quote it if it is text')
  if (typeof value === 'boolean') return [{ type: 'boolean', value }]
  if (typeof value === 'number') {
    return [{ type: 'number', value, written: isAsWritten(value, written) ? written : String(value) }]
  }
  if (hasHalfPair(value)) throw new ModifierError('half of a surrogate pair', WHOLE_PAIR)
  const text: ItemValue = { type: 'text', pattern: verbatim ? [value] : parseTextPattern(value) }
  const boolean = plain && !verbatim ? yaml11Boolean(written) : undefined
  return boolean === undefined ? [text] : [text, { type: 'boolean', value: boolean }]
}

/** Leading zeros and more digits than a double holds stay: values are compared as text. */
function isAsWritten(value: number, written: string): boolean {
  return /^-?\d+$/.test(written) && (!Number.isSafeInteger(value) || /^-?0\d/.test(written))
}

function oneOf(kind: 'all' | 'any', of: Condition[]): Condition {
  const [only] = of
  return of.length === 1 && only ? only : { kind, of }
}

function testOf(value: ItemValue, item: Item): Condition {
  const { field, chain } = item
  const cased = chain.names.includes('cased')
  const text = (pattern: TextPattern): Condition => ({
    kind: 'test',
    test: { field, op: 'text', pattern: sought(pattern, item), cased },
  })
  switch (value.type) {
    case 'text':
      if (!value.anyDash) return text(value.pattern)
      return regexTest(field, dashRegex(sought(value.pattern, item)), cased ? 's' : 'is')
    case 'bytes':
      return text(bytesPattern(value.bytes))
    case 'number':
      return text([value.written])
    case 'boolean':
      return text([String(value.value)])
    case 'regex':
      return regexTest(field, value.source, value.flags)
    case 'network':
      return { kind: 'test', test: { field, op: 'cidr', network: value.network } }
    case 'comparison':
      return { kind: 'test', test: { field, op: 'compare', than: value.than, value: value.value } }
    case 'time':
      return {
        kind: 'test',
        test: { field, op: 'time', part: value.part, than: value.than, value: value.value },
      }
    case 'field':
      return {
        kind: 'test',
        test: { field, op: 'fieldref', other: value.name, affix: value.affix, cased },
      }
    case 'presence':
      return { kind: 'test', test: { field, op: 'exists', present: value.present } }
    case 'null':
      if (field === undefined) throw new ModifierError('null is not a keyword', 'give the text to look for')
      return { kind: 'test', test: { field, op: 'null' } }
  }
}

/** A keyword is sought inside of every value, unless an affix says where; a field is compared as a whole. */
function sought(pattern: TextPattern, { field, chain }: Item): TextPattern {
  const affixed = ['contains', 'startswith', 'endswith'].some((affix) => chain.names.includes(affix))
  return field === undefined && !affixed ? affixPattern(pattern, 'contains') : pattern
}

function regexTest(field: string | undefined, source: string, flags: string): Condition {
  try {
    compileRegex(source, flags)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ModifierError(
      `not a regular expression: ${reason}`,
      'use RE2 syntax: no lookaround, no backreferences, repetitions up to 1000',
    )
  }
  return { kind: 'test', test: { field, op: 'regex', source, flags } }
}
