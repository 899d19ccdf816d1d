import { parseNetwork } from '../values/match-network.ts'
import type { Affix, Comparison, TextPattern, TimePart } from './condition.ts'
import { base64Offsets, bytesOf, bytesPattern, toBase64, utf16Bytes } from './encode-value.ts'
import { expandDashes } from './expand-dashes.ts'
import { expandPlaceholders, type Placeholders } from './expand-placeholders.ts'
import { type ItemValue, ModifierError } from './item-value.ts'
import { affixPattern, hasWildcard, joinLiterals, printTextPattern } from './text-pattern.ts'

/** What an item's values are at a place in its chain of modifiers; as written they are `text`. */
export type ChainType = 'text' | 'bytes' | 'regex' | 'network' | 'comparison' | 'time' | 'field' | 'presence'

export interface Modifier {
  /** What values may be when the chain comes to this modifier. */
  takes: readonly ChainType[]
  /** What they are behind it, where that changes. */
  gives?: ChainType
  /** Nothing may stand before it. */
  first?: true
  /** What it makes of one value; modifiers without it (`all`, `neq`, `cased`) concern the item. */
  change?: (value: ItemValue, placeholders: Placeholders) => ItemValue[]
}

const AFFIXES = ['contains', 'startswith', 'endswith'] as const
const COMPARISONS = ['lt', 'lte', 'gt', 'gte'] as const
const TIME_PARTS = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const

/** Every modifier of specification 2.1 and what it does to a value. */
export const modifiers: ReadonlyMap<string, Modifier> = new Map<string, Modifier>([
  ...AFFIXES.map((kind): [string, Modifier] => [
    kind,
    { takes: ['text', 'bytes', 'regex', 'field'], change: (value) => [affix(value, kind)] },
  ]),
  ['all', { takes: ['text', 'bytes', 'regex', 'network', 'comparison', 'time', 'field'] }],
  ['neq', { takes: ['text', 'bytes', 'regex', 'network', 'comparison', 'time', 'field'] }],
  ['cased', { takes: ['text', 'bytes', 'field'] }],
  ['exists', { takes: ['text'], gives: 'presence', first: true, change: exists }],
  ['re', { takes: ['text'], gives: 'regex', first: true, change: regex }],
  ...flag('i', 'ignorecase'),
  ...flag('m', 'multiline'),
  ...flag('s', 'dotall'),
  [
    'base64',
    { takes: ['text', 'bytes'], gives: 'text', change: (value) => [textValue(toBase64(bytesOf(value)))] },
  ],
  [
    'base64offset',
    {
      takes: ['text', 'bytes'],
      gives: 'text',
      change: (value) => base64Offsets(offsetBytes(value)).map(textValue),
    },
  ],
  ['wide', utf16('le', false)],
  ['utf16le', utf16('le', false)],
  ['utf16be', utf16('be', false)],
  ['utf16', utf16('le', true)],
  ['windash', { takes: ['text'], change: windash }],
  ['expand', { takes: ['text'], change: expand }],
  ['cidr', { takes: ['text'], gives: 'network', change: cidr }],
  ['fieldref', { takes: ['text'], gives: 'field', change: fieldref }],
  ...COMPARISONS.map((than): [string, Modifier] => [
    than,
    { takes: ['text', 'time'], gives: 'comparison', change: (value) => [compare(value, than)] },
  ]),
  ...TIME_PARTS.map((part): [string, Modifier] => [
    part,
    { takes: ['text'], gives: 'time', change: (value) => [time(value, part)] },
  ]),
])

/** Of a single byte at an odd place no whole character is sure: the variant would be empty and fit anything. */
function offsetBytes(value: ItemValue): Uint8Array {
  const bytes = bytesOf(value)
  if (bytes.length > 1) return bytes
  throw new ModifierError('base64offset of less than two bytes fits anything', 'give a longer value')
}

function textValue(text: string): ItemValue {
  return { type: 'text', pattern: [text] }
}

function affix(value: ItemValue, kind: Affix): ItemValue {
  if (value.type === 'regex') return { ...value, source: affixRegex(value.source, kind) }
  if (value.type === 'field') return { ...value, affix: kind }
  const pattern = affixPattern(patternOf(value), kind)
  return value.type === 'text' ? { ...value, pattern } : { type: 'text', pattern }
}

/** A regular expression is sought anywhere in the value: only the anchored ends change it. */
function affixRegex(source: string, kind: Affix): string {
  if (kind === 'startswith') return `^(?:${source})`
  return kind === 'endswith' ? `(?:${source})$` : source
}

function exists(value: ItemValue): ItemValue[] {
  if (value.type !== 'boolean')
    throw new ModifierError('exists takes true or false', 'write Field|exists: true')
  return [{ type: 'presence', present: value.value }]
}

/** The reader keeps values under `re` as written: no wildcards, no escapes. */
function regex(value: ItemValue): ItemValue[] {
  const source = value.type === 'number' ? value.written : patternOf(value).join('')
  return [{ type: 'regex', source, flags: '' }]
}

function flag(short: string, long: string): [string, Modifier][] {
  const modifier: Modifier = {
    takes: ['regex'],
    change: (value) => [value.type === 'regex' ? { ...value, flags: value.flags + short } : value],
  }
  return [
    [short, modifier],
    [long, modifier],
  ]
}

function utf16(order: 'le' | 'be', mark: boolean): Modifier {
  return {
    takes: ['text'],
    gives: 'bytes',
    change: (value) => [{ type: 'bytes', bytes: utf16Bytes(value, order, mark) }],
  }
}

function windash(value: ItemValue): ItemValue[] {
  const pattern = patternOf(value)
  const variants = expandDashes(pattern)
  if (!variants) return [{ type: 'text', pattern, anyDash: true }]
  return variants.map((variant) => ({ type: 'text', pattern: joinLiterals(variant) }))
}

function expand(value: ItemValue, placeholders: Placeholders): ItemValue[] {
  const expanded = expandPlaceholders(patternOf(value), placeholders)
  const anyDash = value.type === 'text' && value.anyDash ? { anyDash: value.anyDash } : {}
  return expanded.map((pattern) => ({ type: 'text', pattern: joinLiterals(pattern), ...anyDash }))
}

function cidr(value: ItemValue): ItemValue[] {
  const network = printTextPattern(patternOf(value))
  const parsed = parseNetwork(network)
  if ('wrong' in parsed) throw new ModifierError(parsed.wrong, parsed.mend)
  return [{ type: 'network', network }]
}

function fieldref(value: ItemValue): ItemValue[] {
  const pattern = patternOf(value)
  if (hasWildcard(pattern) || pattern.length === 0) {
    throw new ModifierError(
      'fieldref takes the name of one field',
      'leave wildcards out; use |contains and the like',
    )
  }
  return [{ type: 'field', name: pattern.join(''), affix: 'equals' }]
}

function compare(value: ItemValue, than: Comparison): ItemValue {
  if (value.type === 'time') return { ...value, than }
  return { type: 'comparison', than, value: numberOf(value, than) }
}

function time(value: ItemValue, part: TimePart): ItemValue {
  return { type: 'time', part, than: 'eq', value: numberOf(value, part) }
}

function numberOf(value: ItemValue, modifier: Comparison | TimePart): number {
  if (value.type === 'number') return value.value
  throw new ModifierError(`${modifier} takes a number`, 'write a number without quotes')
}

function patternOf(value: ItemValue): TextPattern {
  if (value.type === 'text') return value.pattern
  if (value.type === 'number') return [value.written]
  if (value.type === 'boolean') return [String(value.value)]
  if (value.type === 'bytes') return bytesPattern(value.bytes)
  throw new ModifierError(
    `a ${value.type} cannot be used as text here`,
    'leave the modifier out or give a text',
  )
}
