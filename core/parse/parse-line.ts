import type { Fields } from '../event/event.ts'
import { notice } from '../event/problem.ts'
import { boundFields, isLongLine, mayBreakBounds } from './bound-fields.ts'
import { type Chooser, createChooser } from './choose-parsers.ts'
import { clueThatFits } from './clue-that-fits.ts'
import { createFields } from './create-fields.ts'
import { parsers as registered } from './generated/registry.ts'
import { repeatsNames } from './json/repeats-names.ts'
import { createLine } from './line.ts'
import { noticeLine } from './notice-line.ts'
import type { Clue, Line, ParseContext, Parsed, Parser } from './parser.ts'

/** What becomes of a record. `parser` is `name@version` of the innermost parser that read it, `raw@1` if none did. */
export interface ReadLine {
  parser: string
  /** Nanoseconds since the epoch; undefined when the line gives no usable time. */
  time: bigint | undefined
  fields: Fields
}

/** One parser that was asked about a text. */
export interface ParseStep {
  /** 1 for the record itself, one more for each envelope around the text. */
  depth: number
  /** Its `name@version`. */
  parser: string
  /** Why it was asked: a clue of its own, or that the source names it. */
  clue: Clue | 'named' | undefined
  /** Whether it read the text; if not, the next one was asked. */
  took: boolean
  /** Names of the fields that it read, and `@timestamp` where it read a time. */
  fields: readonly string[]
}

/**
 * @param format name of the parser to try first, or `auto`
 * @param trace is told of every parser that was asked, in order
 */
export type ParseLine = (
  raw: string,
  format: string,
  context: ParseContext,
  trace?: (step: ParseStep) => void,
) => ReadLine

/** Years of four digits, 0001 to 9999, in nanoseconds. Whether a clock that says so is believed is decided later. */
const EARLIEST = -62_135_596_800_000_000_000n
const LATEST = 253_402_300_799_999_999_999n
const usable = (time: bigint | undefined): bigint | undefined =>
  time !== undefined && time >= EARLIEST && time <= LATEST ? time : undefined

/** A repeated line of syslog in docker JSON in a shipper's JSON: deeper than this nobody ships. */
const MAX_ENVELOPES = 5

function unread(raw: string): ReadLine {
  const fields = createFields()
  fields.message = raw
  return { parser: 'raw@1', time: undefined, fields }
}

/** A source's format must not make one program's parser read another's messages. */
function mayRead(pinned: Parser, { program }: Line): boolean {
  if (program === undefined) return true
  const programs = pinned.clues.filter((clue) => 'program' in clue)
  return programs.length === 0 || programs.some((clue) => clue.program === program)
}

/** Envelopes are small, payloads may be wide: the envelope's fields move. */
function merge(outer: Fields, inner: Fields): Fields {
  for (const key in outer) {
    const value = outer[key]
    if (value !== undefined && inner[key] === undefined) inner[key] = value
  }
  return inner
}

interface Reading {
  parser: Parser
  parsed: Parsed
}

/** What holds for a record in all its envelopes. */
interface Order {
  pinned: Parser | undefined
  context: ParseContext
  trace: ((step: ParseStep) => void) | undefined
  /** Somebody must look at each field: a parser took names from the line, or more than it can vouch for. */
  isOpen: boolean
}

function namesOf({ time, fields }: Parsed): string[] {
  return time === undefined ? Object.keys(fields) : ['@timestamp', ...Object.keys(fields)]
}

type Tell = (parser: Parser, clue: ParseStep['clue'], parsed: Parsed | undefined) => void

/** Parsers, sorted for the choice of a line. */
export interface ParserIndex {
  chooser: Chooser
  named: ReadonlyMap<string, Parser>
  labels: ReadonlyMap<Parser, string>
}

export function indexParsers(parsers: readonly Parser[] = registered): ParserIndex {
  return {
    chooser: createChooser(parsers),
    named: new Map(parsers.map((parser) => [parser.name, parser])),
    labels: new Map(parsers.map((parser) => [parser, `${parser.name}@${parser.version}`])),
  }
}

/** Those of the first before those of the second. */
function joinIndexes(first: ParserIndex, second: ParserIndex): ParserIndex {
  return {
    chooser: {
      ofProgram: (line) => [...first.chooser.ofProgram(line), ...second.chooser.ofProgram(line)],
      ofText: (line) => [...first.chooser.ofText(line), ...second.chooser.ofText(line)],
    },
    named: new Map([...second.named, ...first.named]),
    labels: new Map([...second.labels, ...first.labels]),
  }
}

export function createParseLine(parsers: readonly Parser[] = registered): ParseLine {
  return parseLineOf(indexParsers(parsers))
}

/**
 * Never throws: a line that breaks a parser comes back unread, with `error.message` saying which.
 * @param own parsers that are asked before
 */
export function parseLineOf(index: ParserIndex, own: readonly Parser[] = []): ParseLine {
  const { chooser, named, labels } = own.length === 0 ? index : joinIndexes(indexParsers(own), index)

  function firstOf(
    asked: readonly Parser[],
    line: Line,
    order: Order,
    tell: Tell | undefined,
  ): Reading | undefined {
    for (const parser of asked) {
      if (parser === order.pinned) continue
      const parsed = parser.parse(line, order.context)
      tell?.(parser, clueThatFits(parser, line), parsed)
      if (parsed) return { parser, parsed }
    }
    return undefined
  }

  function firstReading(line: Line, order: Order, tell: Tell | undefined): Reading | undefined {
    const { pinned } = order
    if (pinned && mayRead(pinned, line)) {
      const parsed = pinned.parse(line, order.context)
      tell?.(pinned, 'named', parsed)
      if (parsed) return { parser: pinned, parsed }
    }
    return (
      firstOf(chooser.ofProgram(line), line, order, tell) ?? firstOf(chooser.ofText(line), line, order, tell)
    )
  }

  function tellerOf(depth: number, { trace }: Order): Tell | undefined {
    return (
      trace &&
      ((parser, clue, parsed) =>
        trace({
          ...{ depth, parser: labels.get(parser) ?? parser.name, clue, took: parsed !== undefined },
          fields: parsed ? namesOf(parsed) : [],
        }))
    )
  }

  function read(line: Line, order: Order, depth: number): ReadLine | undefined {
    const found = readOnce(line, order, depth)
    if (!found || !line.json || !line.names) return found
    if (line.isCut) notice(found.fields, 'fields_cut')
    else if (repeatsNames(line.text, line.json, line.names.names.length))
      notice(found.fields, 'duplicate_names')
    return found
  }

  function readOnce(line: Line, order: Order, depth: number): ReadLine | undefined {
    const reading = firstReading(line, order, tellerOf(depth, order))
    if (!reading) return undefined
    const { parser, parsed } = reading
    const { payload, fields, time } = parsed
    const label = labels.get(parser) ?? parser.name
    if (!parsed.isBounded && (!parser.ownNames || isLongLine(line.whole))) order.isOpen = true
    if (!payload) return { parser: label, time: usable(time), fields }
    const host = fields['host.name']
    if (order.pinned === parser) order.pinned = undefined
    const inner =
      depth < MAX_ENVELOPES
        ? read(
            createLine(
              payload.text,
              payload.program,
              typeof host === 'string' ? host : line.host,
              usable(time) ?? line.time,
            ),
            order,
            depth + 1,
          )
        : undefined
    if (!inner) {
      if (!payload.quiet) fields.message ??= payload.text
      return { parser: label, time: usable(time), fields }
    }
    return { parser: inner.parser, time: inner.time ?? usable(time), fields: merge(fields, inner.fields) }
  }

  function readRecord(raw: string, order: Order): ReadLine {
    try {
      return read(createLine(raw), order, 1) ?? unread(raw)
    } catch (error) {
      const result = unread(raw)
      result.fields['error.message'] =
        `parser failed: ${error instanceof Error ? error.message : String(error)}`
      return result
    }
  }

  return (raw, format, context, trace) => {
    const order = { pinned: named.get(format), context, trace, isOpen: false }
    const result = readRecord(raw, order)
    if (order.isOpen || mayBreakBounds(raw)) boundFields(result.fields, raw, context.names)
    noticeLine(result.fields, raw)
    return result
  }
}
