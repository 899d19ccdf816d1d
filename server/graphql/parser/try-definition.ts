import { indexParsers } from '#core/parse/index-parsers'
import { readMadeParser } from '#core/parse/made/read-made-parser'
import { parseLineOf } from '#core/parse/parse-line'
import type { Parser } from '#core/parse/parser'

const packaged = indexParsers()

interface Reading {
  line: string
  took: boolean
  parser: string
  time: bigint | undefined
  fields: Readonly<Record<string, unknown>>
}

/** Reads lines as a source would that names the parser. */
export function tryDefinition(tried: Parser, lines: readonly string[], received: number): Reading[] {
  const parseLine = parseLineOf(packaged, [tried])
  const context = { received, zoneMinutes: 0 }
  const label = `${tried.name}@${tried.version}`
  return lines.map((line) => {
    let took = false
    const { parser, time, fields } = parseLine(line, tried.name, context, (step) => {
      took ||= step.took && step.parser === label
    })
    return { line, took, parser, time, fields }
  })
}

export const packagedParsers: readonly Parser[] = [...packaged.named.values()]

/** Mistakes of a definition; among them a name that is taken, since events say by it who read them. */
export function checkDefinition(definition: string): ReturnType<typeof readMadeParser> {
  const read = readMadeParser(definition)
  if (!read.parser || !packaged.named.has(read.parser.name)) return read
  const message = `name: ${read.parser.name} is a parser that comes with Nightjar: choose another name`
  return { parser: undefined, errors: [{ line: lineOfName(definition), message }] }
}

function lineOfName(definition: string): number {
  return definition.slice(0, Math.max(0, definition.search(/^\s*"?name"?\s*:/m))).split('\n').length
}
