import type { Fields, FieldValue } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { createLine } from '../line.ts'
import type { Clue, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { type CompiledPattern, compilePattern } from './compile-pattern.ts'
import { compileTimeFormat, type ReadTime } from './compile-time-format.ts'
import { convertValue } from './convert-value.ts'
import type { MadeParser, MadePattern, ValueType } from './made-parser.ts'

interface Target {
  to: string
  type: ValueType
}

/** A pattern, and what its names become. */
interface Reading {
  pattern: CompiledPattern
  targets: ReadonlyMap<string, Target>
}

/** Above the parsers that come with Nightjar: who writes one knows the lines. */
const RANK = 100

/**
 * A parser as any other of a person's definition.
 * @throws Error that says what is wrong, and in which part
 */
export function compileMadeParser(made: MadeParser): Parser {
  const main = compileReading('pattern', made.pattern, made.fields)
  const fallback = made.fallback && compileReading('fallback', made.fallback, made.fields)
  const helpers = made.helpers.map(({ field, pattern, fields }, i) => ({
    field,
    reading: compileReading(`helpers.${i}`, pattern, fields),
  }))
  const formats = made.time?.formats.map((format) => inPart('time', () => compileTimeFormat(format))) ?? []
  const contained = made.when?.contains

  function parse(line: Line, context: ParseContext): Parsed | undefined {
    if (contained !== undefined && !line.text.includes(contained)) return undefined
    const fields = createFields()
    let values = main.pattern.read(line)
    if (values) write(fields, values, main)
    else if (fallback) {
      values = fallback.pattern.read(line)
      if (values) write(fields, values, fallback)
    }
    const helped = helpers.filter((helper) => runHelper(fields, line, helper))
    if (!values && helped.length === 0) return undefined
    for (const [field, value] of Object.entries(made.set)) fields[field] = value
    fields.message ??= line.text
    return { time: timeOf(fields, values, made, formats, context), fields }
  }

  return {
    name: made.name,
    reads: made.description,
    version: made.version,
    clues: cluesOf(made),
    rank: RANK,
    parse,
    samples: made.samples,
  }
}

function compileReading(
  part: string,
  pattern: MadePattern,
  targets: Readonly<Record<string, Target>>,
): Reading {
  return { pattern: inPart(part, () => compilePattern(pattern)), targets: new Map(Object.entries(targets)) }
}

function inPart<Result>(part: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw new Error(`${part}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Where the definition says nothing of lines, only sources that name the parser use it: no clue fits. */
function cluesOf({ when }: MadeParser): readonly Clue[] {
  if (!when) return []
  const clues: Clue[] = []
  if (when.program !== undefined) clues.push({ program: when.program })
  if (when.prefix !== undefined) clues.push({ prefix: when.prefix })
  return clues
}

/** Names that the definition does not map stay as they are. */
function write(fields: Fields, values: ReadonlyMap<string, FieldValue>, { pattern, targets }: Reading): void {
  const types = new Map(pattern.captures.map(({ name, type }) => [name, type]))
  for (const [name, value] of values) {
    const { to, type } = targets.get(name) ?? { to: name, type: types.get(name) ?? 'string' }
    const converted = convertValue(value, type)
    if (converted !== undefined && converted !== '') fields[to] ??= converted
  }
}

/** @returns whether it read something */
function runHelper(
  fields: Fields,
  line: Line,
  { field, reading }: { field: string; reading: Reading },
): boolean {
  const value = fields[field] ?? (field === 'message' ? line.text : undefined)
  if (typeof value !== 'string') return false
  const values = reading.pattern.read(value === line.text ? line : createLine(value))
  if (values) write(fields, values, reading)
  return values !== undefined
}

function timeOf(
  fields: Fields,
  values: ReadonlyMap<string, FieldValue> | undefined,
  { time, fields: targets }: MadeParser,
  formats: readonly ReadTime[],
  context: ParseContext,
): bigint | undefined {
  if (!time) return undefined
  const value = values?.get(time.from) ?? fields[targets[time.from]?.to ?? time.from]
  if (value === undefined || typeof value === 'object') return undefined
  for (const read of formats) {
    const instant = read(String(value), context)
    if (instant !== undefined) return instant
  }
  return undefined
}
