import { type Opening, OTHER, openingKey, openingOf } from './opening.ts'
import type { Clue, Parser } from './parser.ts'

/** A parser that is asked of texts that open in some way, of those with a prefix only where it wants one. */
interface TextClue {
  parser: Parser
  prefix: string
  fits(opening: Opening): boolean
}

type ShapeClue = Extract<Clue, { first: string }>

interface Opened {
  /** Whom any text that opens so may be of. */
  any: readonly Parser[]
  /** The same with those of some prefix between them; empty when there are none. */
  clues: readonly TextClue[]
}

/** Real lines have some hundred openings, hostile ones any number. */
const MAX_OPENINGS = 4_096

function ofPrefix(parser: Parser, prefix: string): TextClue {
  const { run, next } = openingOf(openingKey(prefix))
  // A prefix of letters and digits alone leaves open how many follow.
  const fits = (opening: Opening) =>
    next === 0 ? opening.run >= run : opening.run === run && opening.next === next
  return { parser, prefix, fits }
}

function ofShape(parser: Parser, { run, next, after }: ShapeClue): TextClue {
  const isOne = (code: number, of: string | undefined) =>
    of === undefined || of.includes(String.fromCharCode(code))
  const fits = (opening: Opening) =>
    (run === undefined || opening.run === run) && isOne(opening.next, next) && isOne(opening.after, after)
  return { parser, prefix: '', fits }
}

function add(byFirst: TextClue[][], parser: Parser, clue: Clue): void {
  if ('prefix' in clue) {
    byFirst[openingOf(openingKey(clue.prefix)).first]?.push(ofPrefix(parser, clue.prefix))
  } else if ('first' in clue) {
    for (const character of clue.first) {
      const code = character.charCodeAt(0)
      if (code < OTHER) byFirst[code]?.push(ofShape(parser, clue))
      else byFirst[OTHER]?.push(ofPrefix(parser, character))
    }
  }
}

/**
 * @param parsers in the order in which they are to be asked
 * @returns which of them have a clue of how a text begins, in the same order
 */
export function indexOpenings(parsers: readonly Parser[]): (text: string) => readonly Parser[] {
  const byFirst: TextClue[][] = Array.from({ length: OTHER + 1 }, () => [])
  for (const parser of parsers) for (const clue of parser.clues) add(byFirst, parser, clue)
  const openings = new Map<number, Opened>()

  function opened(key: number): Opened {
    const known = openings.get(key)
    if (known) return known
    const opening = openingOf(key)
    const clues = (byFirst[opening.first] ?? []).filter((clue) => clue.fits(opening))
    const any = [...new Set(clues.filter(({ prefix }) => prefix === '').map(({ parser }) => parser))]
    const made = { any, clues: clues.every(({ prefix }) => prefix === '') ? [] : clues }
    if (openings.size === MAX_OPENINGS) openings.clear()
    openings.set(key, made)
    return made
  }

  return (text) => {
    const { any, clues } = opened(openingKey(text))
    for (const { prefix } of clues) {
      if (prefix === '' || !text.startsWith(prefix)) continue
      const fitting = clues.filter((clue) => text.startsWith(clue.prefix))
      return [...new Set(fitting.map(({ parser }) => parser))]
    }
    return any
  }
}
