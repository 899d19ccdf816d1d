import { networkBounds } from './network-bounds.ts'
import { NUMERIC } from './numbers.ts'
import { plainText } from './read-pattern.ts'
import type { Bound, Pattern } from './search-node.ts'
import { isAscii, lowerAscii } from './words.ts'

/** Registers a value and returns the place that stands for it. */
export type Bind = (
  type: 'String' | 'Array(String)' | 'Float64' | 'UInt64' | 'UInt32' | 'Int64' | 'IPv6',
  value: unknown,
) => string

/** A condition on one text, as SQL. */
export type TextTest = (text: string) => string

export interface TextTests {
  patternTest(pattern: Pattern): TextTest
  rangeTest(low: Bound | undefined, high: Bound | undefined): TextTest
  networkTest(network: string): TextTest
  regexTest(regex: string): TextTest
  /** Of an address, as SQL of type IPv6. */
  inNetwork(address: string, network: string): string
}

/** What a search asks of one text, wherever the text lies. */
export function createTextTests(bind: Bind): TextTests {
  return { patternTest, rangeTest, networkTest, regexTest, inNetwork }

  /** Case does not count: that of ASCII for an ASCII search, that of all letters for any other. */
  function folded(search: string): { lower: TextTest; text: string } {
    if (isAscii(search)) return { lower: (text) => `lower(${text})`, text: lowerAscii(search) }
    return { lower: (text) => `lowerUTF8(${text})`, text: search.toLowerCase() }
  }

  function patternTest(pattern: Pattern): TextTest {
    const plain = plainText(pattern)
    if (plain !== undefined) {
      const { lower, text } = folded(plain)
      const place = bind('String', text)
      return (value) => `${lower(value)} = ${place}`
    }
    const like = pattern
      .map((part) => (part === '*' ? '%' : part === '?' ? '_' : escapeLike(part.text)))
      .join('')
    const { lower, text } = folded(like)
    const place = bind('String', text)
    return (value) => `${lower(value)} LIKE ${place}`
  }

  function rangeTest(low: Bound | undefined, high: Bound | undefined): TextTest {
    const bounds = [low && { ...low, sign: '>' }, high && { ...high, sign: '<' }].filter(
      (bound) => bound !== undefined,
    )
    if (bounds.every(({ value }) => NUMERIC.test(value))) {
      const tests = bounds.map(
        ({ value, inclusive, sign }) => `${sign}${inclusive ? '=' : ''} ${bind('Float64', Number(value))}`,
      )
      return (text) => {
        const number = `toFloat64OrZero(${text})`
        return `(match(${text}, '${NUMERIC_SQL}') AND ${tests.map((test) => `${number} ${test}`).join(' AND ')})`
      }
    }
    const parts = bounds.map(({ value, inclusive, sign }) => {
      const { lower, text } = folded(value)
      const place = bind('String', text)
      return (text_: string) => `${lower(text_)} ${sign}${inclusive ? '=' : ''} ${place}`
    })
    return (text) => `(${parts.map((part) => part(text)).join(' AND ')})`
  }

  function networkTest(network: string): TextTest {
    return (text) => inNetwork(`toIPv6OrDefault(${text})`, network)
  }

  /** The address `::` stands for none. */
  function inNetwork(address: string, network: string): string {
    const bounds = networkBounds(network)
    if (bounds === undefined) return '0'
    const { first, last, excludesV4 } = bounds
    const inside = `${address} BETWEEN ${bind('IPv6', first)} AND ${bind('IPv6', last)} AND ${address} != toIPv6('::')`
    return excludesV4
      ? `(${inside} AND NOT ${address} BETWEEN toIPv6('::ffff:0.0.0.0') AND toIPv6('::ffff:255.255.255.255'))`
      : `(${inside})`
  }

  function regexTest(regex: string): TextTest {
    const place = bind('String', `(?i)${regex}`)
    return (text) => `match(${text}, ${place})`
  }
}

const NUMERIC_SQL = '^[+-]?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?$'

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
