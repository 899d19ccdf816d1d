import { printIp } from '../detect/values/print-ip.ts'
import { addressOf } from './address-of.ts'
import { boundKind } from './bound-kind.ts'
import { networkBounds } from './network-bounds.ts'
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
  /** Of an address, as SQL of type IPv6; undefined where the bounds are no addresses. */
  addressRange(low: Bound | undefined, high: Bound | undefined): TextTest | undefined
  networkTest(network: string): TextTest
  regexTest(regex: string): TextTest
  /** Of an address, as SQL of type IPv6. */
  inNetwork(address: string, network: string): string
}

/** What a search asks of one text, wherever the text lies. */
export function createTextTests(bind: Bind): TextTests {
  return { patternTest, rangeTest, addressRange, networkTest, regexTest, inNetwork }

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
    const inRange = addressRange(low, high)
    if (inRange) return (text) => inRange(`toIPv6OrDefault(${text})`)
    const bounds = signed(low, high)
    if (bounds.every(({ value }) => boundKind(value) === 'number')) {
      const tests = bounds.map(({ value, sign }) => `${sign} ${bind('Float64', Number(value))}`)
      return (text) => {
        const number = `toFloat64OrZero(${text})`
        return `(match(${text}, '${NUMERIC_SQL}') AND ${tests.map((test) => `${number} ${test}`).join(' AND ')})`
      }
    }
    const parts = bounds.map(({ value, sign }) => {
      const { lower, text } = folded(value)
      const place = bind('String', text)
      return (text_: string) => `${lower(text_)} ${sign} ${place}`
    })
    return (text) => `(${parts.map((part) => part(text)).join(' AND ')})`
  }

  /** IPv4 lies among IPv6 in its mapped form. */
  function addressRange(low: Bound | undefined, high: Bound | undefined): TextTest | undefined {
    const tests: string[] = []
    for (const { value, sign } of signed(low, high)) {
      const groups = addressOf(value)
      if (groups === undefined) return undefined
      tests.push(`${sign} ${bind('IPv6', printIp(groups))}`)
    }
    return (address) =>
      `(${[...tests, `!= ${NO_ADDRESS}`].map((test) => `${address} ${test}`).join(' AND ')})`
  }

  function networkTest(network: string): TextTest {
    return (text) => inNetwork(`toIPv6OrDefault(${text})`, network)
  }

  function inNetwork(address: string, network: string): string {
    const bounds = networkBounds(network)
    if (bounds === undefined) return '0'
    const { first, last, excludesV4 } = bounds
    const inside = `${address} BETWEEN ${bind('IPv6', first)} AND ${bind('IPv6', last)} AND ${address} != ${NO_ADDRESS}`
    return excludesV4
      ? `(${inside} AND NOT ${address} BETWEEN toIPv6('::ffff:0.0.0.0') AND toIPv6('::ffff:255.255.255.255'))`
      : `(${inside})`
  }

  function regexTest(regex: string): TextTest {
    const place = bind('String', `(?i)${regex}`)
    return (text) => `match(${text}, ${place})`
  }
}

/** The address `::` stands for none. */
const NO_ADDRESS = "toIPv6('::')"

function signed(low: Bound | undefined, high: Bound | undefined): { value: string; sign: string }[] {
  return [low && { ...low, sign: '>' }, high && { ...high, sign: '<' }]
    .filter((bound) => bound !== undefined)
    .map(({ value, inclusive, sign }) => ({ value, sign: inclusive ? `${sign}=` : sign }))
}

const NUMERIC_SQL = '^[+-]?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?$'

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
