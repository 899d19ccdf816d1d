import { indexOpenings } from './index-openings.ts'
import type { JsonObject, Line, Parser } from './parser.ts'

const rankOf = (parser: Parser): number => parser.rank ?? 0
const byRank = (a: Parser, b: Parser): number => rankOf(b) - rankOf(a) || (a.name < b.name ? -1 : 1)

interface JsonClue {
  parser: Parser
  keys: readonly string[]
}

export interface Chooser {
  /** Those of the program that an envelope named; they go before the others. */
  ofProgram(line: Line): readonly Parser[]
  /** Those with a clue of what the text looks like, most particular first. */
  ofText(line: Line): readonly Parser[]
}

const NONE: readonly Parser[] = []

function entry<Value>(map: Map<string, Value[]>, key: string): Value[] {
  const known = map.get(key)
  if (known) return known
  const list: Value[] = []
  map.set(key, list)
  return list
}

/** Sorts parsers by what can be seen at a glance: program, how the text opens, JSON keys. */
export function createChooser(parsers: readonly Parser[]): Chooser {
  const sorted = [...parsers].sort(byRank)
  const ofOpening = indexOpenings(sorted)
  const programs = new Map<string, Parser[]>()
  const keys = new Map<string, JsonClue[]>()
  const anyJson: Parser[] = []

  for (const parser of sorted) {
    for (const clue of parser.clues) {
      if ('program' in clue) entry(programs, clue.program.toLowerCase()).push(parser)
      else if (!('json' in clue)) continue
      else if (clue.json[0] === undefined) anyJson.push(parser)
      else entry(keys, clue.json[0]).push({ parser, keys: clue.json })
    }
  }

  /** Of lines that one parser alone has a clue of: most of them, so that its list is made once. */
  const alone = new Map<Parser, readonly Parser[]>()

  function only(parser: Parser): readonly Parser[] {
    const list = alone.get(parser) ?? [parser, ...anyJson]
    alone.set(parser, list)
    return list
  }

  function ofJson(json: JsonObject): readonly Parser[] {
    const found: Parser[] = []
    for (const key in json) {
      const clues = keys.get(key)
      if (clues === undefined) continue
      for (const clue of clues) {
        if (clue.keys.every((name) => name in json) && !found.includes(clue.parser)) found.push(clue.parser)
      }
    }
    if (found[0] === undefined) return anyJson
    return found.length === 1 ? only(found[0]) : [...found.sort(byRank), ...anyJson]
  }

  return {
    ofProgram: ({ program }) => (program === undefined ? NONE : (programs.get(program) ?? NONE)),
    ofText: ({ json, text }) => (json === undefined ? ofOpening(text) : ofJson(json)),
  }
}
