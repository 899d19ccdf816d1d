import type { Fields } from '../event/event.ts'

/** What a source says about its lines; a parser may need it where a line leaves something out. */
export interface ParseContext {
  /** Milliseconds since the epoch at which the door took the line: the year of a yearless time. */
  received: number
  /** Minutes east of UTC of times without a zone. */
  zoneMinutes: number
}

/** What a parser makes of a line. */
export interface Parsed {
  /** Nanoseconds since the epoch, or undefined when the line gives no usable time. */
  time: bigint | undefined
  fields: Fields
}

/**
 * A line, looked at once: parsers share what the first of them found out.
 * `json` is the parsed object when the line is one JSON object, else undefined.
 */
export interface Line {
  raw: string
  json: Record<string, unknown> | undefined
}

/** One file in `parsers/`, default name = file name; the registry is generated from the folder. */
export interface Parser {
  /** Kebab-case, equal to the file name. */
  name: string
  /** Counts up whenever the same line would give other fields. */
  version: number
  /** Which first look leads here: keeps choosing near-constant however many parsers there are. */
  kind: 'json' | 'syslog' | 'text' | 'program'
  /** `kind: 'program'` only: syslog programs (APP-NAME) whose messages this parser reads. */
  programs?: readonly string[]
  /** Cheap test, no backtracking. Of those that say yes the one with the highest `rank` reads the line. */
  recognises(line: Line): boolean
  /** Higher is more particular; generic formats have 0. */
  rank: number
  /** @returns undefined when the line turned out to be something else: the next candidate gets it */
  parse(line: Line, context: ParseContext): Parsed | undefined
  /** Lines it reads, for docs and the shared suite. */
  samples: readonly string[]
}
