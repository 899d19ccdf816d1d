import { createReader, type ReadLine, type Trace } from './create-reader.ts'
import { indexParsers, type ParserIndex } from './index-parsers.ts'
import type { ParseContext, Parser } from './parser.ts'

/**
 * @param format name of the parser to try first, or `auto`
 * @param trace is told of every parser that was asked, in order
 */
export type ParseLine = (raw: string, format: string, context: ParseContext, trace?: Trace) => ReadLine

export function createParseLine(parsers?: readonly Parser[]): ParseLine {
  return parseLineOf(indexParsers(parsers))
}

/**
 * Never throws: a line that breaks a parser comes back unread, with `error.message` saying which.
 * @param own parsers that are asked before
 */
export function parseLineOf(index: ParserIndex, own?: readonly Parser[]): ParseLine {
  const { open, advance } = createReader(index, own)
  return (raw, format, context, trace) => {
    const record = open(raw, format, 0, trace)
    let read = advance(record, context)
    while (!read) read = advance(record, context)
    return read
  }
}
