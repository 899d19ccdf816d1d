import type { Fields } from '../event/event.ts'
import type { CountedNames } from './field-names.ts'
import type { NameList } from './json/name-list.ts'

/** What a source says about its lines; a parser may need it where a line leaves something out. */
export interface ParseContext {
  /** Milliseconds since the epoch at which the door took the line: the year of a yearless time. */
  received: number
  /** Minutes east of UTC of times without a zone. */
  zoneMinutes: number
  /** IANA name of the zone of such times, with its summer time; goes before `zoneMinutes`. */
  zone?: string | undefined
  /** Of times without a year; without it the newest that is not in the future. */
  year?: number | undefined
  /**
   * Columns of lines that do not name theirs: from the source's settings, or from a header line that came before. The
   * parser that reads such a header line writes it here, so a context lives as long as the lines of one stream.
   */
  header?: LineHeader | undefined
  /** Which names of fields the tenant has room for; all when left out. */
  names?: CountedNames | undefined
}

/** What a header line says of the lines that follow. */
export interface LineHeader {
  /** Zeek: name of the log. */
  path?: string
  fields: readonly string[]
  types?: readonly string[]
  separator: string
  setSeparator?: string
  emptyField?: string
  unsetField?: string
}

export type JsonObject = Record<string, unknown>

/** A text to read: a whole record, or what an envelope such as syslog carries. */
export interface Line {
  /** Without surrounding white space and byte order mark. */
  readonly text: string
  /** The same with the white space around it, for formats in which a last value may end with blanks. */
  readonly whole: string
  /** Syslog program, lower case, when an envelope named one. */
  readonly program: string | undefined
  /** The host an envelope named: of an appliance's own log that is the observer. */
  readonly host: string | undefined
  /** The time an envelope gave, for what is counted from it: a flow that ended after a duration began before. */
  readonly time: bigint | undefined
  /** The text as a JSON object, decoded on first use, else undefined. */
  readonly json: JsonObject | undefined
  /** The names at the top of `json`. */
  readonly names: NameList | undefined
  /** Parts of `json` lay too deep and were left out; false before it was decoded. */
  readonly isCut: boolean
}

/** What an envelope carries for another parser. */
export interface Payload {
  text: string
  program?: string | undefined
  /** The envelope's fields say it all: unread, the text does not become `message`. */
  quiet?: boolean
}

/** What a parser makes of a line. */
export interface Parsed {
  /** Nanoseconds since the epoch, or undefined when the line gives no usable time. */
  time: bigint | undefined
  /** From `createFields()`, so that no key of a log line is special. */
  fields: Fields
  /** Set by envelopes. What its parser finds goes over `fields`; unread, its text becomes `message`. */
  payload?: Payload | undefined
  /** Whatever the line holds, names and lists are within bounds: `context.names` allowed each name it made up. */
  isBounded?: boolean
}

/**
 * Which lines a parser wants to see. Clues are indexed, so choosing costs the same however many parsers there are.
 * - `program`: an envelope named this program (lower case)
 * - `json`: an object with these keys; put the rarest first, it is the one indexed; `[]` takes any object
 * - `prefix`: the text begins so
 * - `first`: the text begins with one of these characters: for formats that begin with an address or a date; `run` is
 *   how many letters and digits (of ASCII) it begins with, `next` which characters may stand behind them, `after` which
 *   may stand behind the letters and digits that follow
 */
export type Clue =
  | { program: string }
  | { json: readonly string[] }
  | { prefix: string }
  | { first: string; run?: number; next?: string; after?: string }

/** One file in `parsers/`, exporting `parser`; the registry is generated from the folder. */
export interface Parser {
  /** Kebab-case, equal to the file name: what a source's `format` says. */
  name: string
  /** What it reads, in a line, for the generated page of parsers. */
  reads: string
  /** Counts up whenever the same line would give other fields. */
  version: number
  clues: readonly Clue[]
  /** Of the parsers whose clue fits, the highest rank reads first. Generic formats have less than 0; default 0. */
  rank?: number
  /** No name of its fields is made from a line: those of an ordinary line need no look at each. */
  ownNames?: true | undefined
  /** @returns undefined when the line is something else after all: the next one gets it */
  parse(line: Line, context: ParseContext): Parsed | undefined
  /** Lines it reads on its own, for docs and the shared suite. */
  samples: readonly string[]
}
