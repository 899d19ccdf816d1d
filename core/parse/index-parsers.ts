import { type Chooser, createChooser } from './choose-parsers.ts'
import { parsers as registered } from './generated/registry.ts'
import type { Line, Parser } from './parser.ts'

/** Parsers, sorted for the choice of a line. */
export interface ParserIndex {
  chooser: Chooser
  named: ReadonlyMap<string, Parser>
  /** `name@version` of each. */
  labels: ReadonlyMap<Parser, string>
}

/** All of one shape, whatever their files leave out: some five are asked a line, and members of one shape are found faster. */
function shaped({ name, reads, version, clues, rank = 0, ownNames, parse, samples }: Parser): Parser {
  return { name, reads, version, clues, rank, ownNames, parse, samples }
}

export function indexParsers(parsers: readonly Parser[] = registered): ParserIndex {
  const all = parsers.map(shaped)
  return {
    chooser: createChooser(all),
    named: new Map(all.map((parser) => [parser.name, parser])),
    labels: new Map(all.map((parser) => [parser, `${parser.name}@${parser.version}`])),
  }
}

type Choice = (line: Line) => readonly Parser[]

const joinChoices =
  (first: Choice, second: Choice): Choice =>
  (line) => {
    const before = first(line)
    const after = second(line)
    return before.length === 0 ? after : after.length === 0 ? before : [...before, ...after]
  }

/** Those of the first before those of the second. */
export function joinIndexes(first: ParserIndex, second: ParserIndex): ParserIndex {
  return {
    chooser: {
      ofProgram: joinChoices(first.chooser.ofProgram, second.chooser.ofProgram),
      ofText: joinChoices(first.chooser.ofText, second.chooser.ofText),
    },
    named: new Map([...second.named, ...first.named]),
    labels: new Map([...second.labels, ...first.labels]),
  }
}
