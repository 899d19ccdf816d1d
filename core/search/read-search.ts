import { checkField } from './check-field.ts'
import { fieldsOf } from './field-aliases.ts'
import { COLUMN_NAME, FIELD_NAME, plainName } from './field-name.ts'
import { noteWord } from './note-word.ts'
import { endsBeforePipe, readPhrase, readWord } from './read-pattern.ts'
import { readRegex, regexEnd } from './read-regex.ts'
import { readComparison, readListedValue, readValue, skipWord, takeOrOfValues } from './read-value.ts'
import {
  expect,
  expectBehind,
  expectNoMore,
  isAt,
  isAtEnd,
  isAtPipe,
  keywordLength,
  type Reader,
  report,
  skipSpace,
  take,
  takeKeyword,
} from './reader.ts'
import type { SearchNode } from './search-node.ts'

const MAX_DEPTH = 40
const TOO_DEEP = `Brackets go at most ${MAX_DEPTH} deep`

/** Reads to the end of the text or to a pipe, past whatever is wrong. @returns undefined for no search */
export function readSearch(reader: Reader): SearchNode | undefined {
  const nodes: SearchNode[] = []
  skipSpace(reader)
  expect(reader, { kind: 'condition' })
  for (; !isAtEnd(reader) && !isAtPipe(reader); skipSpace(reader)) {
    const from = reader.at
    if (take(reader, ')')) {
      report(reader, { message: 'There is no ( for this )', from, to: reader.at })
      continue
    }
    const node = readAny(reader, readOperand)
    if (node !== undefined) nodes.push(node)
    if (reader.at === from) reader.at++
  }
  return join('and', nodes)
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
    skipSpace(reader)
    expectBehind(reader, reader.depth > 0 ? { kind: 'words', words: ['and', 'or'] } : { kind: 'operator' })
    if (takeKeyword(reader, 'and')) nodes.push(readUnary(reader, operand))
    else if (isAtEnd(reader)) {
      if (/\s$/.test(reader.text)) expect(reader, { kind: 'condition' })
      return join('and', nodes)
    } else if (endsHere(reader) || keywordLength(reader, 'or') > 0) return join('and', nodes)
    else nodes.push(readUnary(reader, operand))
  }
}

function endsHere(reader: Reader): boolean {
  return isAtEnd(reader) || isAt(reader, ')') || isAtPipe(reader)
}

function skipTo(reader: Reader, keyword: 'and' | 'or'): boolean {
  skipSpace(reader)
  return takeKeyword(reader, keyword)
}

function readUnary(reader: Reader, operand: Read): SearchNode | undefined {
  let negated = false
  skipSpace(reader)
  if (operand === readOperand) expect(reader, { kind: 'condition' })
  while (takeKeyword(reader, 'not') || takeSign(reader, operand)) {
    negated = !negated
    skipSpace(reader)
    if (operand === readOperand) expect(reader, { kind: 'condition' })
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
  if (endsHere(reader)) {
    if (operand !== readOperand) return operand(reader)
    const hint =
      reader.columns === undefined ? 'Write a word, "a phrase" or field:value' : 'Write column:value'
    return report(reader, { message: 'Something is missing here', from, to: from, hint })
  }
  const node = isAt(reader, '(')
    ? readBrackets(reader, (inner) => readAny(inner, operand))
    : counted(reader, operand)
  return node !== undefined && negated ? { kind: 'not', node } : node
}

// Not before a bare word: `-enc` is looked for as it stands, as command lines have it.
const MINUS = new RegExp(String.raw`-(?=[("]|${FIELD_NAME}(?:\s+:\s*|:)(?!:(?!:)|\/\/)\S)`, 'uy')
const MINUS_OF_VALUE = /-(?=[("])/y

/** `!` and `-` before what they negate. */
function takeSign(reader: Reader, operand: Read): boolean {
  if (take(reader, '!')) return true
  const minus = operand === readOperand ? MINUS : MINUS_OF_VALUE
  minus.lastIndex = reader.at
  return minus.test(reader.text) && take(reader, '-')
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
    return report(reader, { message: TOO_DEEP, from, to: from + 1 })
  }
  reader.depth++
  const node = inside(reader)
  reader.depth--
  skipSpace(reader)
  if (take(reader, ')')) return node
  expectNoMore(reader)
  // What follows brackets that are too deep is not read, so nobody knows what it closes.
  if (reader.errors.some(({ message }) => message === TOO_DEEP)) return node
  report(reader, { message: 'The bracket opened here is not closed', from, to: from + 1, hint: 'Add )' })
  return node
}

// Not a field: `fe80::1`, `http://host`, `C:\path`; of three colons the first ends a field. Kibana and Lucene take spaces
// before the colon. Columns of a table may be named `dc(user.name)`.
const named = (name: string) =>
  new RegExp(String.raw`(${name})\s*:(?!:(?!:)|\/\/)|(${name})\s*(?=[<>])`, 'uy')
const FIELD = named(FIELD_NAME)
const COLUMN = named(COLUMN_NAME)

/** In a search of events `a=b` is a word that lines have; a column can be compared so. */
const EQUALITY = new RegExp(String.raw`(${COLUMN_NAME})\s*(!?)==?`, 'uy')

function readOperand(reader: Reader): SearchNode | undefined {
  const from = reader.at
  EQUALITY.lastIndex = from
  const [equality, column, not] = (reader.columns && EQUALITY.exec(reader.text)) ?? []
  if (equality !== undefined && column !== undefined) {
    reader.at += equality.length
    const node = readField(reader, checkField(reader, plainName(column), from) ?? column)
    return node !== undefined && not ? { kind: 'not', node } : node
  }
  const pattern = reader.columns === undefined ? FIELD : COLUMN
  pattern.lastIndex = from
  const [matched = '', named, compared] = pattern.exec(reader.text) ?? []
  const field = compared ?? named
  const isPath = /^[A-Za-z]:\\/.test(reader.text.slice(from, from + 3))
  if (field === undefined || (compared === undefined && isPath)) return readFree(reader)
  reader.at += matched.length
  if (field.toLowerCase() === '_exists_') return readExists(reader)
  const name = checkField(reader, plainName(field), from) ?? field
  return compared === undefined ? readField(reader, name) : countFields(reader, readComparison(reader, name))
}

const NAME = new RegExp(FIELD_NAME, 'uy')

/** A name that stands for several fields asks for each of them: it counts as so many conditions. */
function countFields(reader: Reader, node: SearchNode | undefined): SearchNode | undefined {
  if (node !== undefined && 'field' in node && node.field !== undefined && reader.columns === undefined)
    reader.size += fieldsOf(node.field).length - 1
  return node
}

/** `_exists_:field` */
function readExists(reader: Reader): SearchNode | undefined {
  skipSpace(reader)
  expect(reader, { kind: 'column' })
  const from = reader.at
  NAME.lastIndex = from
  const name = NAME.exec(reader.text)?.[0]
  if (name === undefined) {
    skipWord(reader)
    const hint = 'Write _exists_:user.name'
    return report(reader, { message: 'A field name is missing behind _exists_:', from, to: reader.at, hint })
  }
  reader.at += name.length
  const field = checkField(reader, plainName(name), from) ?? name
  return countFields(reader, { kind: 'exists', field })
}

function readField(reader: Reader, field: string): SearchNode | undefined {
  skipSpace(reader)
  if (!isAt(reader, '(')) return countFields(reader, readValue(reader, field))
  return readBrackets(reader, (inner) =>
    readValues(inner, (one) => countFields(one, readListedValue(one, field))),
  )
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

const COLUMNS_ONLY = 'Behind a table only columns are compared'

function readFree(reader: Reader): SearchNode | undefined {
  const from = reader.at
  const node = readFreeText(reader)
  if (node === undefined || reader.columns === undefined) return node
  const last = reader.errors.at(-1)
  if (last?.message === COLUMNS_ONLY && reader.text.slice(last.to, from).trim() === '') {
    last.to = reader.at
    return undefined
  }
  // Figures stand behind what they are of.
  const hint = `Write a column before it, like ${reader.columns.at(-1) ?? 'count'} > 1`
  return report(reader, { message: COLUMNS_ONLY, from, to: reader.at, hint })
}

function readFreeText(reader: Reader): SearchNode | undefined {
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
    if (!endsBeforePipe(reader)) skipWord(reader)
    return undefined
  }
  if (reader.columns === undefined) noteWord(reader, from)
  // `*:*` is how Lucene and Kibana ask for everything.
  const isAll = /^(?:\*+|\*:\*)$/.test(reader.text.slice(from, reader.at))
  return isAll ? { kind: 'exists', field: 'raw' } : { kind: 'words', pattern }
}

function join(kind: 'and' | 'or', nodes: readonly (SearchNode | undefined)[]): SearchNode | undefined {
  const found = nodes.filter((node) => node !== undefined)
  const [only] = found
  return found.length > 1 ? { kind, nodes: found } : only
}
