import type { Clue, Line, Parser } from './parser.ts'

/** Why a parser was asked about a line, by the clue that fits first; undefined when none does. */
export function clueThatFits({ clues }: Parser, line: Line): Clue | undefined {
  return clues.find((clue) => fits(clue, line))
}

function fits(clue: Clue, { text, program, json }: Line): boolean {
  if ('program' in clue) return program === clue.program.toLowerCase()
  if ('json' in clue) return json !== undefined && clue.json.every((name) => name in json)
  if (json !== undefined || text === '') return false
  return 'prefix' in clue ? text.startsWith(clue.prefix) : clue.first.includes(text.charAt(0))
}
