import { printIp } from '../detect/values/print-ip.ts'
import { ipText } from '../event/ip-text.ts'
import { oddValues } from '../event/odd-values.ts'
import { addressOf } from './address-of.ts'
import { DECIMAL } from './numbers.ts'
import { plainText } from './read-pattern.ts'
import { regexWords } from './regex-words.ts'
import { type Storage, storageOf } from './search-fields.ts'
import type { Bound, Pattern } from './search-node.ts'
import { type Bind, createTextTests, type TextTest } from './text-tests.ts'
import { isAscii, isOneWord, lowerAscii, wholeWords, wordsRegex } from './words.ts'

interface FieldConditions {
  words(pattern: Pattern): string
  is(field: string, pattern: Pattern): string
  exists(field: string): string
  range(field: string, low: Bound | undefined, high: Bound | undefined): string
  network(field: string, network: string): string
  regex(field: string | undefined, regex: string): string
}

/**
 * What a field asks of a row. A field has any number of values, and a condition holds when one of them fits; its
 * values lie in a column or in the map `fields`, and in either case what did not fit there lies elsewhere (`oddValues`).
 */
export function createFieldConditions(bind: Bind): FieldConditions {
  const { patternTest, rangeTest, networkTest, regexTest, addressRange, inNetwork } = createTextTests(bind)

  /** Words in prose: the index gives the rows, the pattern has the last word. */
  function proseTest(pattern: Pattern): { indexed: TextTest | undefined; exact: TextTest | undefined } {
    const words = wholeWords(pattern)
    const place = words.length > 0 ? bind('Array(String)', words) : undefined
    const indexed = place === undefined ? undefined : hasAll(place)
    if (isOneWord(pattern)) return { indexed, exact: undefined }
    const source = wordsRegex(pattern)
    if (!isAscii(source)) return { indexed, exact: regexTest(source) }
    const lowered = bind('String', lowerSource(pattern))
    return { indexed, exact: (text) => `match(lower(${text}), ${lowered})` }
  }

  function both(
    tests: { indexed: TextTest | undefined; exact: TextTest | undefined },
    column: string,
  ): string {
    const parts = [tests.indexed?.(column), tests.exact?.(column)].filter((part) => part !== undefined)
    return `(${parts.join(' AND ')})`
  }

  function inProse(column: 'raw' | 'message', pattern: Pattern): string {
    const tests = proseTest(pattern)
    if (column === 'raw') return both(tests, 'raw')
    const inText = `(message_text != '' AND ${both(tests, 'message_text')})`
    const { indexed, exact } = tests
    // Words of a message that lies in the raw line are words of the raw line.
    const inRaw = [indexed?.('raw'), (exact ?? indexed)?.('message')].filter((part) => part !== undefined)
    return `(${inText} OR (message_size > 0 AND ${inRaw.join(' AND ')}))`
  }

  /**
   * One of the field's values passes. `onColumn` replaces the test where the column is no text, `hint` says to an index
   * which values in the map `fields` pass.
   */
  function someValue(
    field: string,
    test: TextTest,
    onColumn?: (storage: Storage & { column: string }) => string | undefined,
    hint = '',
  ): string {
    const storage = storageOf(field)
    if (storage.kind === 'own') return `(${test(storage.sql)})`
    const name = bind('String', field)
    const odd = someOdd(field, name, test)
    switch (storage.kind) {
      case 'map':
        return `((mapContains(fields, ${name}) AND ${test(`fields[${name}]`)}${hint}) OR ${odd})`
      case 'time':
        return `(${test(`toString(${storage.column})`)})`
      case 'prose':
        return storage.column === 'raw'
          ? `(${test('raw')})`
          : `((message != '' AND ${test('message')}) OR ${odd})`
      case 'words':
        return `(arrayExists(value -> ${test('value')}, ${storage.column}) OR ${odd})`
      case 'word':
      case 'text':
        return `((${test(storage.column)} AND ${storage.column} != '') OR ${odd})`
      case 'ip':
        return `((${onColumn?.(storage) ?? test(ipText(storage.column))} AND ${storage.column} != toIPv6('::')) OR ${odd})`
      case 'number':
        return `(${onColumn?.(storage) ?? present(storage.column, test(`toString(assumeNotNull(${storage.column}))`))} OR ${odd})`
    }
  }

  return {
    words: (pattern) => {
      const tests = proseTest(pattern)
      return `(${both(tests, 'raw')} OR ${both(tests, 'message_text')})`
    },
    is(field, pattern) {
      const storage = storageOf(field)
      if (storage.kind === 'prose') {
        if (pattern.length === 0)
          return storage.column === 'raw'
            ? `(raw = '')`
            : someOdd(field, bind('String', field), patternTest(pattern))
        if (storage.column === 'raw') return inProse('raw', pattern)
        return `(${inProse('message', pattern)} OR ${someOdd(field, bind('String', field), patternTest(pattern))})`
      }
      const plain = plainText(pattern)
      const onColumn = ({ kind, column }: Storage & { column: string }) => {
        if (plain === undefined)
          return kind === 'ip'
            ? patternTest(pattern)(ipText(column))
            : present(column, patternTest(pattern)(`toString(assumeNotNull(${column}))`))
        if (kind === 'ip') {
          const groups = addressOf(plain)
          return groups ? `${column} = ${bind('IPv6', printIp(groups))}` : '0'
        }
        return DECIMAL.test(plain)
          ? present(column, `assumeNotNull(${column}) = ${bind('UInt64', plain)}`)
          : '0'
      }
      const hint = storage.kind === 'map' && plain !== undefined ? inFilter(field, plain) : ''
      return someValue(field, patternTest(pattern), onColumn, hint)
    },
    exists(field) {
      const storage = storageOf(field)
      if (storage.kind === 'own' || storage.kind === 'time') return '1'
      const name = bind('String', field)
      const odd = oddValues(field, name).present
      switch (storage.kind) {
        case 'map':
          return `(mapContains(fields, ${name}) OR ${odd})`
        case 'words':
          return `(notEmpty(${storage.column}) OR ${odd})`
        case 'ip':
          return `(${storage.column} != toIPv6('::') OR ${odd})`
        case 'number':
          return `(isNotNull(${storage.column}) OR ${odd})`
        case 'prose':
          return storage.column === 'raw' ? '1' : `(message_size > 0 OR message_text != '' OR ${odd})`
        default:
          return `(${storage.column} != '' OR ${odd})`
      }
    },
    range: (field, low, high) =>
      someValue(field, rangeTest(low, high), ({ kind, column }) =>
        kind === 'ip' ? addressRange(low, high)?.(column) : undefined,
      ),
    network: (field, network) =>
      someValue(field, networkTest(network), ({ kind, column }) =>
        kind === 'ip' ? inNetwork(column, network) : '0',
      ),
    regex(field, regex) {
      const test = regexTest(regex)
      const isOfRaw = field !== undefined && isRaw(field)
      if (field !== undefined && !isOfRaw) return someValue(field, test)
      const words = regexWords(regex)
      const place = words.length > 0 ? bind('Array(String)', words) : undefined
      const indexed = place === undefined ? undefined : hasAll(place)
      if (isOfRaw) return both({ indexed, exact: test }, 'raw')
      // Where a message lies in the line, only its ends tell them apart.
      const exact = ENDS.test(regex)
        ? `(${test('raw')} OR (message_size > 0 AND ${test('message')}))`
        : test('raw')
      const inRaw = both({ indexed, exact: () => exact }, 'raw')
      return `(${inRaw} OR (message_text != '' AND ${both({ indexed, exact: test }, 'message_text')}))`
    },
  }

  /** The filter knows values in ASCII lower case. It is asked which rows to pass over, and of no row what it holds. */
  function inFilter(field: string, plain: string): string {
    if (!isAscii(plain)) return ''
    return ` AND indexHint(has(${VALUES_OF_FIELDS}, ${bind('String', `${field}=${lowerAscii(plain)}`)}))`
  }

  function isRaw(field: string): boolean {
    const storage = storageOf(field)
    return storage.kind === 'prose' && storage.column === 'raw'
  }
}

function someOdd(field: string, name: string, test: TextTest): string {
  const { present, texts } = oddValues(field, name)
  return `(${present} AND arrayExists(value -> ${test('value')}, ${texts}))`
}

/** As the index `has_value` says it (core/store/migrations). */
const VALUES_OF_FIELDS =
  "arrayMap((name, value) -> concat(name, '=', lower(value)), mapKeys(fields), mapValues(fields))"

/** What asks for the beginning or the end of a text, or of a word at it. */
const ENDS = /[$^]|\\[AbBz]/

/** What the text index answers. */
function hasAll(words: string): TextTest {
  return (text) => `hasAllTokens(lower(${text}), ${words})`
}

function lowerSource(pattern: Pattern): string {
  return wordsRegex(
    pattern.map((part) => (typeof part === 'string' ? part : { text: lowerAscii(part.text) })),
  )
}

/** Nullable columns answer 0, not NULL, where there is nothing: otherwise `not` would lose those rows. */
function present(column: string, condition: string): string {
  return `(isNotNull(${column}) AND ${condition})`
}
