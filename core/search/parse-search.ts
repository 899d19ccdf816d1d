import { plainText, readPhrase, readWord } from './read-pattern.ts'
import { readRegex, regexEnd } from './read-regex.ts'
import { readComparison, readValue, skipWord, takeOrOfValues } from './read-value.ts'
import {
  createReader,
  isAt,
  isAtEnd,
  keywordLength,
  type Reader,
  report,
  type SearchError,
  skipSpace,
  take,
  takeKeyword,
} from './reader.ts'
import type { SearchNode } from './search-node.ts'

type ParsedSearch = { ok: true; tree: SearchNode | undefined } | { ok: false; errors: readonly SearchError[] }

const MAX_LENGTH = 10_000
const MAX_DEPTH = 40
const MAX_CONDITIONS = 300

/**
 * Reads a search as people type it (docs/search.md). Reading goes on behind an error, so that all of them are
 * reported at once. An empty text is no search: `tree` is undefined.
 */
export function parseSearch(text: string): ParsedSearch {
  if (text.length > MAX_LENGTH) {
    return {
      ok: false,
      errors: [
        { message: `A search has at most ${MAX_LENGTH} characters`, from: MAX_LENGTH, to: text.length },
      ],
    }
  }
  const reader = createReader(text)
  const nodes: SearchNode[] = []
  for (skipSpace(reader); !isAtEnd(reader); skipSpace(reader)) {
    const from = reader.at
    if (take(reader, ')')) {
      report(reader, { message: 'There is no ( for this )', from, to: reader.at })
      continue
    }
    const node = readAny(reader, readOperand)
    if (node !== undefined) nodes.push(node)
    if (reader.at === from) reader.at++
  }
  if (reader.size > MAX_CONDITIONS) {
    report(reader, { message: `A search has at most ${MAX_CONDITIONS} conditions`, from: 0, to: text.length })
  }
  return reader.errors.length > 0
    ? { ok: false, errors: reader.errors }
    : { ok: true, tree: join('and', nodes) }
}

type Read = (reader: Reader) => SearchNode | undefined

/** a or b */
function readAny(reader: Reader, operand: Read): SearchNode | undefined {
  const nodes = [readAll(reader, operand)]
  while (skipTo(reader, 'or')) nodes.push(readAll(reader, operand))
  return join('or', nodes)
}

/** a and b, or just: a b */
function readAll(reader: Reader, operand: Read): SearchNode | undefined {
  const nodes = [readUnary(reader, operand)]
  for (;;) {
    if (skipTo(reader, 'and')) nodes.push(readUnary(reader, operand))
    else if (isAtEnd(reader) || isAt(reader, ')') || keywordLength(reader, 'or') > 0)
      return join('and', nodes)
    else nodes.push(readUnary(reader, operand))
  }
}

function skipTo(reader: Reader, keyword: 'and' | 'or'): boolean {
  skipSpace(reader)
  return takeKeyword(reader, keyword)
}

function readUnary(reader: Reader, operand: Read): SearchNode | undefined {
  let negated = false
  skipSpace(reader)
  while (takeKeyword(reader, 'not')) {
    negated = !negated
    skipSpace(reader)
  }
  const from = reader.at
  const stray = keywordLength(reader, 'and') || keywordLength(reader, 'or')
  if (stray > 0) {
    const word = reader.text.slice(from, from + stray)
    reader.at += stray
    return report(reader, {
      message: `Something is missing before ${word}`,
      from,
      to: reader.at,
      hint: `Quote "${word}" to look for the word`,
    })
  }
  if (isAtEnd(reader) || isAt(reader, ')')) {
    return report(reader, {
      message: 'Something is missing here',
      from,
      to: from,
      hint: 'Write a word, "a phrase" or field:value',
    })
  }
  const node = isAt(reader, '(')
    ? readBrackets(reader, (inner) => readAny(inner, operand))
    : counted(reader, operand)
  return node !== undefined && negated ? { kind: 'not', node } : node
}

function counted(reader: Reader, operand: Read): SearchNode | undefined {
  reader.size++
  const from = reader.at
  const node = operand(reader)
  // Whatever could not be read is left behind, so that reading comes to an end.
  if (reader.at === from) reader.at++
  return node
}

function readBrackets(reader: Reader, inside: Read): SearchNode | undefined {
  const from = reader.at
  take(reader, '(')
  if (reader.depth >= MAX_DEPTH) {
    reader.at = reader.text.length
    return report(reader, { message: `Brackets go at most ${MAX_DEPTH} deep`, from, to: from + 1 })
  }
  reader.depth++
  const node = inside(reader)
  reader.depth--
  skipSpace(reader)
  if (!take(reader, ')'))
    report(reader, { message: 'The bracket opened here is not closed', from, to: from + 1, hint: 'Add )' })
  return node
}

// Not a field: `fe80::1`, `http://host`, `C:\path`.
const FIELD = /([\p{L}_@][\p{L}\p{N}_.@-]*):(?!:|\/\/)|([\p{L}_@][\p{L}\p{N}_.@-]*)\s*(?=[<>])/uy

function readOperand(reader: Reader): SearchNode | undefined {
  FIELD.lastIndex = reader.at
  const [matched = '', named, compared] = FIELD.exec(reader.text) ?? []
  if (compared !== undefined) {
    reader.at += matched.length
    return readComparison(reader, compared)
  }
  if (named !== undefined && !/^[A-Za-z]:\\/.test(reader.text.slice(reader.at, reader.at + 3))) {
    reader.at += matched.length
    return readField(reader, named)
  }
  return readFree(reader)
}

function readField(reader: Reader, field: string): SearchNode | undefined {
  skipSpace(reader)
  if (!isAt(reader, '(')) return readValue(reader, field)
  return readBrackets(reader, (inner) => readValues(inner, (one) => readValue(one, field)))
}

/** As elsewhere, but values side by side mean any of them: a field seldom has two. */
function readValues(reader: Reader, value: Read): SearchNode | undefined {
  const nodes: (SearchNode | undefined)[] = []
  do {
    const all = [readUnary(reader, value)]
    while (skipTo(reader, 'and')) all.push(readUnary(reader, value))
    nodes.push(join('and', all))
  } while (takeOrOfValues(reader))
  return join('or', nodes)
}

function readFree(reader: Reader): SearchNode | undefined {
  const from = reader.at
  if (isAt(reader, '"')) {
    const text = readPhrase(reader)
    if (text === '')
      return report(reader, { message: 'There is nothing between the quotes', from, to: reader.at })
    return text === undefined ? undefined : { kind: 'words', pattern: [{ text }] }
  }
  const end = regexEnd(reader)
  if (end !== undefined) {
    const regex = readRegex(reader, end)
    return regex === undefined ? undefined : { kind: 'regex', regex }
  }
  const pattern = readWord(reader)
  if (pattern === undefined) {
    skipWord(reader)
    return undefined
  }
  const isAll = plainText(pattern) === undefined && pattern.every((part) => part === '*')
  return isAll ? { kind: 'exists', field: 'raw' } : { kind: 'words', pattern }
}

function join(kind: 'and' | 'or', nodes: readonly (SearchNode | undefined)[]): SearchNode | undefined {
  const found = nodes.filter((node) => node !== undefined)
  const [only] = found
  return found.length > 1 ? { kind, nodes: found } : only
}
