import { indexOpenings } from './index-openings.ts'
import type { NameList } from './json/name-list.ts'
import type { Line, Parser } from './parser.ts'

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

  const ofNames = new WeakMap<NameList, readonly Parser[]>()

  function find({ names }: NameList): readonly Parser[] {
    const all = new Set(names)
    const clues = names.flatMap((name) => keys.get(name) ?? [])
    const found = new Set(
      clues.filter((clue) => clue.keys.every((key) => all.has(key))).map((clue) => clue.parser),
    )
    return [...[...found].sort(byRank), ...anyJson]
  }

  function ofJson(names: NameList): readonly Parser[] {
    const known = ofNames.get(names)
    if (known !== undefined) return known
    const found = find(names)
    ofNames.set(names, found)
    return found
  }

  return {
    ofProgram: ({ program }) => (program === undefined ? NONE : (programs.get(program) ?? NONE)),
    ofText: ({ names, text }) => (names === undefined ? ofOpening(text) : ofJson(names)),
  }
}
