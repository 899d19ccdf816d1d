import { openingKey, openingOf } from './opening.ts'
import type { Clue, Line, Parser } from './parser.ts'

/** Why a parser was asked about a line, by the clue that fits first; undefined when none does. */
export function clueThatFits({ clues }: Parser, line: Line): Clue | undefined {
  return clues.find((clue) => fits(clue, line))
}

function fits(clue: Clue, { text, program, json }: Line): boolean {
  if ('program' in clue) return program === clue.program.toLowerCase()
  if ('json' in clue) return json !== undefined && clue.json.every((name) => name in json)
  if (json !== undefined || text === '') return false
  if ('prefix' in clue) return text.startsWith(clue.prefix)
  const { run, next, after } = openingOf(openingKey(text))
  return (
    clue.first.includes(text.charAt(0)) &&
    (clue.run ?? run) === run &&
    (clue.next === undefined || clue.next.includes(String.fromCharCode(next))) &&
    (clue.after === undefined || clue.after.includes(String.fromCharCode(after)))
  )
}
