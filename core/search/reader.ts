export interface SearchError {
  message: string
  /** Positions in the text, half-open; equal where something is missing. */
  from: number
  to: number
  hint?: string
}

/** What may stand at a place. */
export type Expectation =
  | { kind: 'condition' | 'operator' | 'command' | 'aggregate' | 'column' }
  | { kind: 'value'; field: string }
  | { kind: 'words'; words: readonly string[] }

/** A text being read, and what was found wrong with it so far. */
export interface Reader {
  readonly text: string
  at: number
  /** Brackets around the place. */
  depth: number
  /** Conditions read so far. */
  size: number
  /** Steps of the automata of all expressions read so far. */
  steps: number
  readonly errors: SearchError[]
  /** Names and words that stand in the text but hardly in an event. */
  readonly notes: SearchError[]
  /** What may stand at the last place where anything was looked for, and the columns there; `closed` for nothing else. */
  expected: { at: number; what: Expectation[]; columns: readonly string[] | undefined; closed: boolean }
  /** What there is to ask for behind a pipe that made a table; undefined where events are asked. */
  columns?: readonly string[] | undefined
  /** Those of `columns` that hold numbers and nothing else. */
  numbers: ReadonlySet<string>
}

const MAX_ERRORS = 20

export function createReader(text: string): Reader {
  return {
    text,
    at: 0,
    depth: 0,
    size: 0,
    steps: 0,
    errors: [],
    notes: [],
    expected: { at: 0, what: [], columns: undefined, closed: false },
    numbers: new Set(),
  }
}

/** Says what is looked for here: that is what completion offers. */
export function expect(reader: Reader, what: Expectation): void {
  const { expected, at, columns } = reader
  // A word goes on where it stands.
  if (isAtEnd(reader) && /[\p{L}\p{N}_]/u.test(reader.text.charAt(at - 1))) return
  if (at > expected.at) reader.expected = { at, what: [what], columns, closed: false }
  else if (at === expected.at && !expected.closed) expected.what.push(what)
}

/** Says so of what may follow a name or a value, once that cannot go on. */
export function expectBehind(reader: Reader, what: Expectation): void {
  if (/[\s)"\]}]/.test(reader.text.charAt(reader.at - 1))) expect(reader, what)
}

/** Whatever is looked for here from now on cannot stand here. */
export function expectNoMore(reader: Reader): void {
  if (reader.expected.at === reader.at) reader.expected.closed = true
}

export function note(reader: Reader, error: SearchError): void {
  if (reader.notes.length < MAX_ERRORS) reader.notes.push(error)
}

export function report(reader: Reader, error: SearchError): undefined {
  // What is missing here has to come before whatever else might.
  if (error.to === reader.at) expectNoMore(reader)
  if (reader.errors.length < MAX_ERRORS) reader.errors.push(error)
  return undefined
}

export function skipSpace(reader: Reader): void {
  while (reader.at < reader.text.length && /\s/.test(reader.text.charAt(reader.at))) reader.at++
}

export function isAt(reader: Reader, text: string): boolean {
  return reader.text.startsWith(text, reader.at)
}

/** Takes the text if it is next. */
export function take(reader: Reader, text: string): boolean {
  if (!isAt(reader, text)) return false
  reader.at += text.length
  return true
}

export function isAtEnd(reader: Reader): boolean {
  return reader.at >= reader.text.length
}

/** `|`, which ends a search and begins a command; `||` is an or. */
export function isAtPipe(reader: Reader): boolean {
  return isAt(reader, '|') && !isAt(reader, '||')
}

const KEYWORDS = {
  and: /and(?=[\s()"]|$)|&&/iy,
  or: /or(?=[\s()"]|$)|\|\|/iy,
  not: /not(?=[\s()"]|$)/iy,
} as const

/** Length of a keyword if it is next, else 0. */
export function keywordLength(reader: Reader, keyword: keyof typeof KEYWORDS): number {
  const pattern = KEYWORDS[keyword]
  pattern.lastIndex = reader.at
  return pattern.exec(reader.text)?.[0].length ?? 0
}

export function takeKeyword(reader: Reader, keyword: keyof typeof KEYWORDS): boolean {
  const length = keywordLength(reader, keyword)
  reader.at += length
  return length > 0
}
