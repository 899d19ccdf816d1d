import { type Opening, OTHER, openingKey, openingOf } from './opening.ts'
import type { Clue, Parser } from './parser.ts'

/** A parser that is asked of texts that open in some way, of those with a prefix only where it wants one. */
interface TextClue {
  parser: Parser
  prefix: string
  fits(opening: Opening): boolean
}

type ShapeClue = Extract<Clue, { first: string }>

/** Whom a text with some prefix may be of. */
interface Prefixed {
  prefix: string
  asked: readonly Parser[]
}

interface Opened {
  /** Whom any text that opens so may be of. */
  any: readonly Parser[]
  /** Longest first: a text that begins with a prefix begins with all that the prefix itself begins with. */
  prefixed: readonly Prefixed[]
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
 * @returns which of them have a clue of how a text begins, in the same order; the same list for the same parsers
 */
export function indexOpenings(parsers: readonly Parser[]): (text: string) => readonly Parser[] {
  const byFirst: TextClue[][] = Array.from({ length: OTHER + 1 }, () => [])
  for (const parser of parsers) for (const clue of parser.clues) add(byFirst, parser, clue)
  const openings = new Map<number, Opened>()
  const lists = new Map<string, readonly Parser[]>()

  function askedOf(clues: readonly TextClue[], prefix: string): readonly Parser[] {
    const fitting = clues.filter((clue) => prefix.startsWith(clue.prefix))
    const asked = [...new Set(fitting.map(({ parser }) => parser))]
    const key = asked.map(({ name }) => name).join()
    const known = lists.get(key)
    if (known) return known
    lists.set(key, asked)
    return asked
  }

  function opened(key: number): Opened {
    const known = openings.get(key)
    if (known) return known
    const opening = openingOf(key)
    const clues = (byFirst[opening.first] ?? []).filter((clue) => clue.fits(opening))
    const prefixes = new Set(clues.map(({ prefix }) => prefix).filter((prefix) => prefix !== ''))
    const longestFirst = [...prefixes].sort((one, other) => other.length - one.length)
    const made = {
      any: askedOf(clues, ''),
      prefixed: longestFirst.map((prefix) => ({ prefix, asked: askedOf(clues, prefix) })),
    }
    if (openings.size === MAX_OPENINGS) openings.clear()
    openings.set(key, made)
    return made
  }

  return (text) => {
    const { any, prefixed } = opened(openingKey(text))
    for (const { prefix, asked } of prefixed) if (text.startsWith(prefix)) return asked
    return any
  }
}
