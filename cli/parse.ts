import { once } from 'node:events'
import { createReadStream, type ReadStream } from 'node:fs'
import { createCategorise } from '#core/categorise/categorise'
import { runToEnd } from '#core/detect/match/run-to-end'
import { createEnrich } from '#core/enrich/create-enrich'
import { printTime } from '#core/event/print-time'
import { toDocument } from '#core/event/to-document'
import type { ParseStep } from '#core/parse/create-reader'
import { readLines } from '#core/parse/files/read-lines'
import { parsers } from '#core/parse/generated/registry'
import { findOrigins } from '#core/parse/origins/find-origins'
import { createReadText } from '#core/parse/origins/reading'
import { createParseLine } from '#core/parse/parse-line'
import type { ParseContext } from '#core/parse/parser'
import { ownCategories, readCategoryFolder } from '../rules/read-category-folder.ts'
import { chooseFormat } from './parse/choose-format.ts'
import { explainSteps } from './parse/explain-steps.ts'
import { printOrigins } from './parse/print-origins.ts'
import { createLineWriter } from './parse/write-lines.ts'
import { parseFlags } from './parse-flags.ts'
import { escapeText } from './terminal/escape-text.ts'
import type { Verb } from './verb.ts'

const USAGE = `Usage: nightjar parse [--format NAME | --parser FILE] [--zone MINUTES] [--explain|--origins] [FILE|-]

Reads raw log lines (from standard input without FILE) and writes one ECS event a line as JSON.

  --format NAME    try this parser first (default: auto)
  --parser FILE    try the parser that this file defines (docs/parsers.md), the others after it
  --zone MINUTES   minutes east of UTC of times without a zone (default: 0)
  --explain        instead of events say of each line which parsers were asked about it, and why
  --origins        instead of events say of each field which bytes of its line it was read from, and by which parser

Formats: auto, ${parsers.map(({ name }) => name).join(', ')}
Exit codes: 0 done, 2 wrong use or no such file
`

const OPTIONS = {
  format: { type: 'string' },
  parser: { type: 'string' },
  zone: { type: 'string', default: '0' },
  explain: { type: 'boolean', default: false },
  origins: { type: 'boolean', default: false },
} as const

/** Once opened, so that a missing file is told before anything is written. */
async function open(file: string): Promise<ReadStream> {
  const stream = createReadStream(file)
  await once(stream, 'open')
  return stream
}

export const parseVerb: Verb = async (args, io) => {
  const flags = parseFlags(args, OPTIONS, USAGE, io)
  if (typeof flags === 'number') return flags
  const wrong = (message: string): number => {
    io.stderr.write(`nightjar parse: ${message}\n`)
    return 2
  }
  const { zone, explain, origins } = flags.values
  const [file = '-', ...others] = flags.positionals
  if (others.length > 0) return wrong('one file at a time')
  if (!/^[+-]?\d{1,3}$/.test(zone) || Math.abs(Number(zone)) > 840)
    return wrong('--zone takes -840 to 840 minutes')

  const chosen = await chooseFormat(flags.values.format, flags.values.parser).catch((error: Error) => error)
  if (chosen instanceof Error) return wrong(chosen.message)
  const { format } = chosen

  const input = file === '-' ? io.stdin : await open(file).catch((error: Error) => error)
  if (input instanceof Error) return wrong(input.message)
  const parseLine = createParseLine(chosen.parsers)
  const { tables, errors } = await readCategoryFolder(ownCategories)
  if (errors.length > 0) {
    return wrong(errors.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'))
  }
  const categorise = createCategorise(tables)
  const enrich = createEnrich()
  /** One for all lines: a header line among them says how to read those that follow. */
  const context: ParseContext = { received: Date.now(), zoneMinutes: Number(zone) }
  const toEvent = (raw: string): string => {
    const received = Date.now()
    context.received = received
    const { time, fields, parser } = parseLine(raw, format, context)
    categorise(fields)
    enrich(fields)
    fields['event.original'] = raw
    fields['nightjar.parser'] = parser
    const stamp = printTime(time ?? BigInt(received) * 1_000_000n)
    return `${JSON.stringify({ '@timestamp': stamp, ...toDocument(fields) })}\n`
  }

  let count = 0
  const toExplanation = (raw: string): string => {
    const steps: ParseStep[] = []
    const { parser } = parseLine(raw, format, context, (step) => steps.push(step))
    return `line ${++count}: ${escapeText(raw)}\n${explainSteps(steps, parser)}`
  }

  const toOrigins = (raw: string): string => {
    const found = runToEnd(findOrigins(raw, createReadText(parseLine, format, context)))
    // Looked at alone it left nothing for those that follow.
    parseLine(raw, format, context)
    return `line ${++count}: ${escapeText(raw)}\n${printOrigins(raw, found)}`
  }

  const print = origins ? toOrigins : explain ? toExplanation : toEvent
  const output = createLineWriter(io.stdout)
  try {
    for await (const lines of readLines(input)) {
      if (lines.length > 0 && !(await output.write(lines.map(print).join('')))) break
    }
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  } finally {
    output.close()
    if (file !== '-') input.destroy()
  }
  return 0
}
