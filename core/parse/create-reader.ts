import type { Fields } from '../event/event.ts'
import { notice } from '../event/problem.ts'
import { boundFields, isLongLine, mayBreakBounds } from './bound-fields.ts'
import { clueThatFits } from './clue-that-fits.ts'
import { createFields } from './create-fields.ts'
import { indexParsers, joinIndexes, type ParserIndex } from './index-parsers.ts'
import { repeatsNames } from './json/repeats-names.ts'
import { createLine } from './line.ts'
import { noticeLine } from './notice-line.ts'
import type { Clue, Line, ParseContext, Parsed, Parser, Payload } from './parser.ts'

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

export type Trace = (step: ParseStep) => void

/** What one parser read: parsers answer in many shapes, of which each member is looked up once. */
interface Layer {
  line: Line
  label: string
  time: bigint | undefined
  fields: Fields
  payload: Payload | undefined
  /** The envelope around it. */
  outer: Layer | undefined
}

/** A record on the way through its envelopes. */
export interface OpenRecord {
  readonly raw: string
  /** Among those that are read together. */
  readonly place: number
  /** What is to be read next. */
  line: Line
  /** 1 for the record itself, one more for each envelope that was read. */
  depth: number
  /** Whom it may be shown by what it looks like, once that was found out. */
  asked: readonly Parser[] | undefined
  innermost: Layer | undefined
  pinned: Parser | undefined
  readonly trace: Trace | undefined
  /** Somebody must look at each field: a parser took names from the line, or more than it can vouch for. */
  isOpen: boolean
  /** What a parser threw. */
  failure: string | undefined
}

/** Reads records step by step. Never throws: a line that breaks a parser comes back unread, with `error.message` saying which. */
export interface Reader {
  /** @param format name of the parser to try first, or `auto` */
  open(raw: string, format: string, place: number, trace?: Trace): OpenRecord
  /** Whom the text that is to be read next is shown first: the same list for texts that look alike. */
  askedOf(record: OpenRecord): readonly Parser[]
  /** Reads one envelope, or what the last one carries. @returns what became of the record when there is no more */
  advance(record: OpenRecord, context: ParseContext): ReadLine | undefined
}

/** Years of four digits, 0001 to 9999, in nanoseconds. Whether a clock that says so is believed is decided later. */
const EARLIEST = -62_135_596_800_000_000_000n
const LATEST = 253_402_300_799_999_999_999n
const usable = (time: bigint | undefined): bigint | undefined =>
  time !== undefined && time >= EARLIEST && time <= LATEST ? time : undefined

/** A repeated line of syslog in docker JSON in a shipper's JSON: deeper than this nobody ships. */
const MAX_ENVELOPES = 5

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function unread({ raw, failure }: OpenRecord): ReadLine {
  const fields = createFields()
  fields.message = raw
  if (failure !== undefined) fields['error.message'] = `parser failed: ${failure}`
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

function namesOf({ time, fields }: Parsed): string[] {
  return time === undefined ? Object.keys(fields) : ['@timestamp', ...Object.keys(fields)]
}

/** @param inner what became of what the layer carries, if somebody read it */
function wrap({ label, payload, time, fields }: Layer, inner: ReadLine | undefined): ReadLine {
  if (inner) return { parser: inner.parser, time: inner.time ?? time, fields: merge(fields, inner.fields) }
  if (payload && !payload.quiet) fields.message ??= payload.text
  return { parser: label, time, fields }
}

function noticeNames(fields: Fields, line: Line): void {
  if (!line.json || !line.names) return
  if (line.isCut) notice(fields, 'fields_cut')
  else if (repeatsNames(line.text, line.json, line.names.names.length)) notice(fields, 'duplicate_names')
}

function unwrap(record: OpenRecord): ReadLine {
  let read: ReadLine | undefined
  for (let layer = record.innermost; layer !== undefined; layer = layer.outer) {
    read = wrap(layer, read)
    noticeNames(read.fields, layer.line)
  }
  return read ?? unread(record)
}

function close(record: OpenRecord, { names }: ParseContext): ReadLine {
  const { raw, isOpen } = record
  const result = unwrap(record)
  if (isOpen || mayBreakBounds(raw)) boundFields(result.fields, raw, names)
  noticeLine(result.fields, raw)
  return result
}

type Tell = (parser: Parser, clue: ParseStep['clue'], parsed: Parsed | undefined) => void

/** @param own parsers that are asked before those of the index */
export function createReader(index: ParserIndex, own: readonly Parser[] = []): Reader {
  const { chooser, named, labels } = own.length === 0 ? index : joinIndexes(indexParsers(own), index)
  const labelOf = (parser: Parser) => labels.get(parser) ?? parser.name

  function tellerOf({ depth, trace }: OpenRecord): Tell | undefined {
    return (
      trace &&
      ((parser, clue, parsed) =>
        trace({
          ...{ depth, parser: labelOf(parser), clue, took: parsed !== undefined },
          fields: parsed ? namesOf(parsed) : [],
        }))
    )
  }

  /** Adds the layer of the first that reads the text. */
  function ask(asked: readonly Parser[], record: OpenRecord, context: ParseContext): Parser | undefined {
    const { line, pinned } = record
    const tell = tellerOf(record)
    for (const parser of asked) {
      if (parser === pinned) continue
      const parsed = parser.parse(line, context)
      tell?.(parser, clueThatFits(parser, line), parsed)
      if (parsed) return add(record, parser, parsed)
    }
    return undefined
  }

  function askPinned(record: OpenRecord, context: ParseContext): Parser | undefined {
    const { line, pinned } = record
    if (!pinned || !mayRead(pinned, line)) return undefined
    const parsed = pinned.parse(line, context)
    tellerOf(record)?.(pinned, 'named', parsed)
    return parsed && add(record, pinned, parsed)
  }

  function add(record: OpenRecord, parser: Parser, parsed: Parsed): Parser {
    const { line, innermost: outer } = record
    const { fields, payload, isBounded } = parsed
    const time = usable(parsed.time)
    if (time === undefined && parsed.time !== undefined) notice(fields, 'time_unread')
    record.innermost = { line, label: labelOf(parser), time, fields, payload, outer }
    if (!isBounded && (!parser.ownNames || isLongLine(line.whole))) record.isOpen = true
    return parser
  }

  function step(record: OpenRecord, context: ParseContext): boolean {
    const { line } = record
    const taker =
      askPinned(record, context) ??
      ask(chooser.ofProgram(line), record, context) ??
      ask(record.asked ?? chooser.ofText(line), record, context)
    if (!taker || !record.innermost || record.depth === MAX_ENVELOPES) return false
    const { payload, time, fields } = record.innermost
    if (!payload) return false
    const host = fields['host.name']
    if (record.pinned === taker) record.pinned = undefined
    record.line = createLine(
      payload.text,
      payload.program,
      typeof host === 'string' ? host : line.host,
      time ?? line.time,
    )
    record.asked = undefined
    record.depth++
    return true
  }

  return {
    // All in one literal: to spread parts of it would cost as much as reading a short line.
    open: (raw, format, place, trace) => ({
      raw,
      place,
      line: createLine(raw),
      depth: 1,
      asked: undefined,
      innermost: undefined,
      pinned: named.get(format),
      trace,
      isOpen: false,
      failure: undefined,
    }),
    askedOf(record) {
      const ofProgram = chooser.ofProgram(record.line)
      if (ofProgram.length > 0) return ofProgram
      record.asked ??= chooser.ofText(record.line)
      return record.asked
    },
    advance(record, context) {
      try {
        return step(record, context) ? undefined : close(record, context)
      } catch (error) {
        record.innermost = undefined
        record.failure = messageOf(error)
        return close(record, context)
      }
    },
  }
}
