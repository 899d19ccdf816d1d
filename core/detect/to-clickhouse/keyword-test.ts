import type { TextPattern } from '../rule/condition.ts'
import { plainText } from '../rule/plain-text.ts'
import { ESCAPED_ASCII, JSON_LINE, MARKUP_LINE } from '../values/line-kind.ts'
import { MAX_LIST_VALUES } from '../values/max-list-values.ts'
import { ordinaryRun } from '../values/ordinary-run.ts'
import { OUR_WORDS } from '../values/our-words.ts'
import { allValues } from './field-values.ts'
import { foldedText, foldedTexts } from './folded-texts.ts'
import type { StatementParts } from './statement-parts.ts'
import { textTest } from './text-test.ts'

/** Positions are 8 bytes for each needle and row. */
const MAX_POSITIONS = 64

interface Needle {
  pattern: TextPattern
  /** As it is sought. */
  text: string
  /** What a line of JSON must hold besides; empty for nothing. */
  run: string
}

/**
 * Whether a row holds one of many keywords, see {@link LineKind}. All that are plain texts are sought together in one
 * text with all values: a look at the list of values for each of them would copy that list for each of them.
 * @param patterns folded unless cased
 */
export function keywordTest(parts: StatementParts, patterns: readonly TextPattern[], cased: boolean): string {
  const needles: Needle[] = []
  const others: TextPattern[] = []
  for (const pattern of patterns) {
    const plain = plainText(pattern)
    // A NUL stands between the values.
    if (plain?.affix === 'contains' && plain.text !== '' && !plain.text.includes('\0'))
      needles.push({ pattern, text: plain.text, run: ordinaryRun(pattern) })
    else others.push(pattern)
  }
  const tests = others.map((pattern) => patternTest(parts, pattern, cased))
  if (needles.length > 0) tests.unshift(needlesTest(parts, needles, cased))
  return `(${tests.join(' OR ')})`
}

/** The texts that keywords are sought in, `Array(String)`. */
export function keywordTexts(parts: StatementParts): string {
  return parts.once('keywords', () => {
    const isText = `raw != '' AND NOT ${isLike(parts, JSON_LINE)} AND NOT ${isLike(parts, MARKUP_LINE)}`
    return `if(${isText}, [raw], ${allValues(parts, OUR_WORDS, MAX_LIST_VALUES)})`
  })
}

function needlesTest(parts: StatementParts, needles: readonly Needle[], cased: boolean): string {
  const holds = textTest(
    parts,
    needles.map(({ pattern }) => pattern),
    joinedTexts(parts, cased),
  )
  return `((${holds}) AND (NOT ${isJson(parts)} OR ${standTest(parts, needles, cased)}))`
}

/** Whether one of the needles is in a value and its run stands in the line. */
function standTest(parts: StatementParts, needles: readonly Needle[], cased: boolean): string {
  const joined = joinedTexts(parts, cased)
  const free = needles.filter(({ run }) => run === '')
  const bound = needles.filter(({ run }) => run !== '')
  const tests: string[] = []
  for (let i = 0; i < bound.length; i += MAX_POSITIONS) {
    const some = bound.slice(i, i + MAX_POSITIONS)
    const [texts, runs] = [some.map(({ text }) => text), some.map(({ run }) => run)]
    const positions = (text: string, sought: readonly string[]) =>
      `multiSearchAllPositions(${text}, ${parts.bind('Array(String)', sought)})`
    const both = `${positions(joined, texts)}, ${positions(foldedLine(parts), runs)}`
    tests.push(`arrayExists((inValue, inLine) -> inValue > 0 AND inLine > 0, ${both})`)
  }
  if (free.length > 0)
    tests.push(
      textTest(
        parts,
        free.map(({ pattern }) => pattern),
        joined,
      ),
    )
  return `(${tests.join(' OR ')})`
}

/** Any other pattern, value by value. */
function patternTest(parts: StatementParts, pattern: TextPattern, cased: boolean): string {
  const texts = cased
    ? keywordTexts(parts)
    : parts.once('folded keywords', () => foldedTexts(keywordTexts(parts)))
  const test = textTest(parts, [pattern], 'value')
  const holds = test === '1' ? `notEmpty(${texts})` : `arrayExists(value -> ${test}, ${texts})`
  const run = ordinaryRun(pattern)
  if (run === '') return holds
  return `(${holds} AND (NOT ${isJson(parts)} OR position(${foldedLine(parts)}, ${parts.bind('String', run)}) > 0))`
}

function joinedTexts(parts: StatementParts, cased: boolean): string {
  const joined = () =>
    parts.once('joined keywords', () => `arrayStringConcat(${keywordTexts(parts)}, char(0))`)
  return cased ? joined() : parts.once('folded joined keywords', () => foldedText(joined()))
}

function isJson(parts: StatementParts): string {
  return parts.once('is json', () => `${isLike(parts, JSON_LINE)} AND NOT ${isLike(parts, ESCAPED_ASCII)}`)
}

function isLike(parts: StatementParts, pattern: string): string {
  return `match(raw, ${parts.bind('String', pattern)})`
}

function foldedLine(parts: StatementParts): string {
  return parts.once('folded line', () => foldedText('raw'))
}
