import type { JsonObject, Line, Parser } from './parser.ts'

const rankOf = (parser: Parser): number => parser.rank ?? 0
const byRank = (a: Parser, b: Parser): number => rankOf(b) - rankOf(a) || (a.name < b.name ? -1 : 1)

interface JsonClue {
  parser: Parser
  keys: readonly string[]
}

interface TextClue {
  parser: Parser
  prefix: string
}

function entry<Value>(map: Map<string, Value[]>, key: string): Value[] {
  const known = map.get(key)
  if (known) return known
  const list: Value[] = []
  map.set(key, list)
  return list
}

/**
 * Sorts parsers by what can be seen at a glance: program, first character, JSON keys.
 * @returns which parsers may read a line, most particular first
 */
export function createChooser(parsers: readonly Parser[]): (line: Line) => Iterable<Parser> {
  const programs = new Map<string, Parser[]>()
  const firsts = new Map<string, TextClue[]>()
  const keys = new Map<string, JsonClue[]>()
  const anyJson: Parser[] = []

  for (const parser of [...parsers].sort(byRank)) {
    for (const clue of parser.clues) {
      if ('program' in clue) entry(programs, clue.program.toLowerCase()).push(parser)
      else if ('prefix' in clue) entry(firsts, clue.prefix.charAt(0)).push({ parser, prefix: clue.prefix })
      else if ('first' in clue) {
        for (const character of clue.first) entry(firsts, character).push({ parser, prefix: '' })
      } else if (clue.json[0] === undefined) anyJson.push(parser)
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

  function* ofText(text: string): Generator<Parser> {
    let last: Parser | undefined
    for (const { parser, prefix } of firsts.get(text.charAt(0)) ?? []) {
      if (parser === last || !text.startsWith(prefix)) continue
      last = parser
      yield parser
    }
  }

  function* ofProgram(line: Line, program: string): Generator<Parser> {
    yield* programs.get(program) ?? []
    yield* line.json === undefined ? ofText(line.text) : ofJson(line.json)
  }

  return (line) => {
    if (line.program !== undefined) return ofProgram(line, line.program)
    return line.json === undefined ? ofText(line.text) : ofJson(line.json)
  }
}
