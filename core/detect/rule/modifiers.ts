import { parseNetwork } from '../values/match-network.ts'
import type { Affix, Comparison, TimePart } from './condition.ts'
import { base64Offsets, bytesOf, bytesPattern, toBase64, utf16Bytes } from './encode-value.ts'
import { expandDashes } from './expand-dashes.ts'
import { expandPlaceholders, type Placeholders } from './expand-placeholders.ts'
import { type Item, type ItemValue, ModifierError } from './item-value.ts'
import { affixPattern, hasWildcard, joinLiterals, printTextPattern } from './text-pattern.ts'

type Modifier = (item: Item, placeholders: Placeholders) => void

/** Every modifier of specification 2.1 and what it does to an item. */
export const modifiers: ReadonlyMap<string, Modifier> = new Map<string, Modifier>([
  ['contains', affix('contains')],
  ['startswith', affix('startswith')],
  ['endswith', affix('endswith')],
  ['all', all],
  ['neq', neq],
  ['cased', cased],
  ['exists', exists],
  ['re', regex],
  ...flagNames('i', 'ignorecase'),
  ...flagNames('m', 'multiline'),
  ...flagNames('s', 'dotall'),
  ['base64', each((value) => [{ type: 'text', pattern: [toBase64(bytesOf(value))] }])],
  [
    'base64offset',
    each((value) => base64Offsets(bytesOf(value)).map((text) => ({ type: 'text', pattern: [text] }))),
  ],
  ['wide', each((value) => [{ type: 'bytes', bytes: utf16Bytes(value, 'le', false) }])],
  ['utf16le', each((value) => [{ type: 'bytes', bytes: utf16Bytes(value, 'le', false) }])],
  ['utf16be', each((value) => [{ type: 'bytes', bytes: utf16Bytes(value, 'be', false) }])],
  ['utf16', each((value) => [{ type: 'bytes', bytes: utf16Bytes(value, 'le', true) }])],
  [
    'windash',
    each((value) =>
      expandDashes(textOf(value)).map((pattern) => ({ type: 'text', pattern: joinLiterals(pattern) })),
    ),
  ],
  [
    'expand',
    (item, placeholders) =>
      each((value) =>
        expandPlaceholders(textOf(value), placeholders).map((pattern) => ({
          type: 'text',
          pattern: joinLiterals(pattern),
        })),
      )(item, placeholders),
  ],
  ['cidr', cidr],
  ['fieldref', fieldref],
  ...(['lt', 'lte', 'gt', 'gte'] as const).map((than): [string, Modifier] => [than, compare(than)]),
  ...(['minute', 'hour', 'day', 'week', 'month', 'year'] as const).map((part): [string, Modifier] => [
    part,
    each((value) => [{ type: 'time', part, than: 'eq', value: numberOf(value, part) }]),
  ]),
])

function each(change: (value: ItemValue) => ItemValue[]): Modifier {
  return (item) => {
    item.values = item.values.map((alternatives) => alternatives.flatMap(change))
  }
}

function affix(kind: Affix): Modifier {
  const change = each((value) => {
    if (value.type === 'regex') return [{ ...value, source: affixRegex(value.source, kind) }]
    if (value.type === 'field') return [{ ...value, affix: kind }]
    return [{ type: 'text', pattern: affixPattern(textOf(value), kind) }]
  })
  return (item, placeholders) => {
    change(item, placeholders)
    item.affixed = true
  }
}

/** A regular expression is sought anywhere in the value: only the anchored ends change it. */
function affixRegex(source: string, kind: Affix): string {
  if (kind === 'startswith') return `^(?:${source})`
  return kind === 'endswith' ? `(?:${source})$` : source
}

function all(item: Item): void {
  item.all = true
}

function neq(item: Item): void {
  item.negated = true
}

function cased(item: Item): void {
  if (item.values.flat().some((value) => value.type === 'regex')) {
    throw new ModifierError(
      'cased on a regular expression',
      'leave it out: re minds the case unless |i is given',
    )
  }
  item.cased = true
}

function exists(item: Item): void {
  if (item.applied.length > 0)
    throw new ModifierError('exists goes with no other modifier', 'write Field|exists: true')
  if (item.field === undefined) throw new ModifierError('exists needs a field', 'write Field|exists: true')
  each((value) => {
    if (value.type !== 'boolean')
      throw new ModifierError('exists takes true or false', 'write Field|exists: true')
    return [{ type: 'presence', present: value.value }]
  })(item, {})
}

function regex(item: Item): void {
  if (item.applied.length > 0) {
    throw new ModifierError(`re after ${item.applied.join('|')}`, 're must be the first modifier')
  }
  // The reader keeps values under `re` as written: no wildcards, no escapes.
  each((value) => [
    { type: 'regex', source: value.type === 'number' ? value.written : textOf(value).join(''), flags: '' },
  ])(item, {})
}

function flagNames(flag: string, long: string): [string, Modifier][] {
  const modifier = each((value) => {
    if (value.type !== 'regex') throw new ModifierError(`|${flag} without re`, `write |re|${flag}`)
    return [{ ...value, flags: value.flags + flag }]
  })
  return [
    [flag, modifier],
    [long, modifier],
  ]
}

function cidr(item: Item): void {
  each((value) => {
    const network = printTextPattern(textOf(value))
    const parsed = parseNetwork(network)
    if ('wrong' in parsed) throw new ModifierError(parsed.wrong, parsed.mend)
    return [{ type: 'network', network }]
  })(item, {})
}

function fieldref(item: Item): void {
  if (item.field === undefined)
    throw new ModifierError('fieldref needs a field', 'write Field|fieldref: OtherField')
  each((value) => {
    const pattern = textOf(value)
    if (hasWildcard(pattern) || pattern.length === 0) {
      throw new ModifierError(
        'fieldref takes the name of one field',
        'leave wildcards out; use |contains and the like',
      )
    }
    return [{ type: 'field', name: pattern.join(''), affix: 'equals' }]
  })(item, {})
}

function compare(than: Comparison): Modifier {
  return each((value) => {
    if (value.type === 'time') return [{ ...value, than }]
    return [{ type: 'comparison', than, value: numberOf(value, than) }]
  })
}

function numberOf(value: ItemValue, modifier: Comparison | TimePart): number {
  if (value.type !== 'number')
    throw new ModifierError(`${modifier} takes a number`, 'write a number without quotes')
  return value.value
}

function textOf(value: ItemValue) {
  if (value.type === 'text') return value.pattern
  if (value.type === 'number') return [value.written]
  if (value.type === 'boolean') return [String(value.value)]
  if (value.type === 'bytes') return bytesPattern(value.bytes)
  throw new ModifierError(
    `a ${value.type} cannot be used as text here`,
    'leave the modifier out or give a text',
  )
}
