import { checkValue } from './check-value.ts'
import { isAddressField } from './is-address-field.ts'
import { networkBounds } from './network-bounds.ts'
import { endsBeforePipe, plainText, readPhrase, readWord } from './read-pattern.ts'
import { readRegex, regexEnd } from './read-regex.ts'
import {
  expect,
  expectBehind,
  isAt,
  isAtEnd,
  type Reader,
  report,
  skipSpace,
  take,
  takeKeyword,
} from './reader.ts'
import type { Bound, SearchNode } from './search-node.ts'

/** What follows `field:`. */
export function readValue(reader: Reader, field: string): SearchNode | undefined {
  skipSpace(reader)
  expect(reader, { kind: 'value', field })
  const from = reader.at
  const node = readAnyValue(reader, field)
  return node && checkValue(reader, node, from)
}

/** A value among others in brackets, where commas are easily written for `or`. */
export function readListedValue(reader: Reader, field: string): SearchNode | undefined {
  skipSpace(reader)
  const from = reader.at
  const node = readValue(reader, field)
  const written = reader.text.slice(from, reader.at)
  if (!/,$|^\d+(?:,\d+)+$/.test(written)) return node
  const hint = `Write or between values, or quote "${written}"`
  return report(reader, { message: 'Values are not separated by commas', from, to: reader.at, hint })
}

function readAnyValue(reader: Reader, field: string): SearchNode | undefined {
  const from = reader.at
  if (isAtEnd(reader) || isAt(reader, ')') || endsBeforePipe(reader)) {
    const hint = `Write a value, or ${field}:* for any`
    return report(reader, { message: `A value is missing behind ${field}:`, from, to: from, hint })
  }
  if (isAt(reader, '"')) {
    const text = readPhrase(reader)
    if (text === undefined) return undefined
    if (isAddressField(field) && NETWORK.test(text)) return networkIn(reader, field, text, from)
    return { kind: 'is', field, pattern: text === '' ? [] : [{ text }] }
  }
  const end = regexEnd(reader)
  if (end !== undefined) {
    const regex = readRegex(reader, end)
    return regex === undefined ? undefined : { kind: 'regex', field, regex }
  }
  if (isAt(reader, '[') || isAt(reader, '{')) return readInterval(reader, field)
  return readSign(reader, field) ?? readWordValue(reader, field)
}

function readWordValue(reader: Reader, field: string): SearchNode | undefined {
  const from = reader.at
  const pattern = readWord(reader)
  if (pattern === undefined) return undefined
  if (pattern.length === 1 && pattern[0] === '*') return { kind: 'exists', field }
  const text = plainText(pattern)
  return text !== undefined && NETWORK.test(text)
    ? networkIn(reader, field, text, from)
    : { kind: 'is', field, pattern }
}

const NETWORK = /^[0-9A-Fa-f.:]+\/\d+$/

function networkIn(reader: Reader, field: string, network: string, from: number): SearchNode | undefined {
  if (networkBounds(network) !== undefined) return { kind: 'network', field, network }
  const hint = 'Write it like 10.0.0.0/8 or fe80::/10'
  return report(reader, { message: `${network} is not a network`, from, to: reader.at, hint })
}

/** `>5`, `>= 5`, `<"b"` */
export function readComparison(reader: Reader, field: string): SearchNode | undefined {
  const from = reader.at
  const node = readSign(reader, field)
  return node && checkValue(reader, node, from)
}

/** Nothing is taken when there is no comparison. */
function readSign(reader: Reader, field: string): SearchNode | undefined {
  const sign = ['>=', '<=', '>', '<'].find((candidate) => isAt(reader, candidate))
  if (sign === undefined) return undefined
  const from = reader.at
  reader.at += sign.length
  skipSpace(reader)
  expect(reader, { kind: 'value', field })
  const value = readPlain(reader)
  if (value === undefined)
    return report(reader, { message: `A value is missing behind ${sign}`, from, to: reader.at })
  const bound: Bound = { value, inclusive: sign.endsWith('=') }
  return sign.startsWith('>') ? { kind: 'range', field, low: bound } : { kind: 'range', field, high: bound }
}

/** `[a TO b]`, `{a TO *}`: square brackets take the bound in. */
function readInterval(reader: Reader, field: string): SearchNode | undefined {
  const from = reader.at
  const lowInclusive = take(reader, '[')
  if (!lowInclusive) take(reader, '{')
  const low = readEnd(reader, field)
  skipSpace(reader)
  expectBehind(reader, { kind: 'words', words: ['TO'] })
  const hasTo = /^to(?=\s)/i.test(reader.text.slice(reader.at, reader.at + 3))
  if (hasTo) reader.at += 2
  const high = hasTo ? readEnd(reader, field) : undefined
  skipSpace(reader)
  const highInclusive = take(reader, ']')
  if (low === undefined || high === undefined || (!highInclusive && !take(reader, '}'))) {
    skipWord(reader)
    const hint = `Write ${field}:[1 TO 5], with * for no bound`
    return report(reader, { message: 'This range is not complete', from, to: reader.at, hint })
  }
  if (low === '*' && high === '*') return { kind: 'exists', field }
  return {
    kind: 'range',
    field,
    ...(low === '*' ? {} : { low: { value: low, inclusive: lowInclusive } }),
    ...(high === '*' ? {} : { high: { value: high, inclusive: highInclusive } }),
  }
}

function readEnd(reader: Reader, field: string): string | undefined {
  skipSpace(reader)
  expect(reader, { kind: 'value', field })
  return take(reader, '*') ? '*' : readPlain(reader)
}

/** A phrase, or a word in which nothing is a wildcard. */
function readPlain(reader: Reader): string | undefined {
  if (isAt(reader, '"')) return readPhrase(reader)
  const match = /^(?:[^\s()"[\]{}|]|\|(?!\s|$))+/.exec(reader.text.slice(reader.at, reader.at + 1000))
  if (match === null) return undefined
  reader.at += match[0].length
  return match[0]
}

export function skipWord(reader: Reader): void {
  while (!isAtEnd(reader) && !/[\s()]/.test(reader.text.charAt(reader.at)) && !endsBeforePipe(reader))
    reader.at++
}

/** The values of `field:(a or b)`: without a word between them, any of them will do. */
export function takeOrOfValues(reader: Reader): boolean {
  skipSpace(reader)
  expectBehind(reader, { kind: 'words', words: ['or', 'and'] })
  return takeKeyword(reader, 'or') || !(isAtEnd(reader) || isAt(reader, ')'))
}
