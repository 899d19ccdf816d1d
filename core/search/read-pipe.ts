import { nearestName } from '../detect/sources/nearest-name.ts'
import { mostEdits } from './check-field.ts'
import { COMMANDS, columnsAfter, type Pipe, type SortKey } from './pipe.ts'
import { readAggregates } from './read-aggregates.ts'
import { readName, readNames, takeWord } from './read-names.ts'
import { readSearch } from './read-search.ts'
import { expect, isAtEnd, isAtPipe, type Reader, report, skipSpace, take } from './reader.ts'

/** One command and what belongs to it; the reader stands behind its pipe. */
export function readPipe(reader: Reader): Pipe | undefined {
  skipSpace(reader)
  expect(reader, { kind: 'command' })
  const from = reader.at
  const errors = reader.errors.length
  const pipe = readCommand(reader)
  if (pipe !== undefined) checkColumns(reader, pipe, from)
  skipSpace(reader)
  if (!isAtEnd(reader) && !isAtPipe(reader)) {
    if (reader.errors.length === errors) reportRest(reader)
    skipToPipe(reader)
  }
  return pipe
}

const COMMAND = /[A-Za-z]+/y

function readCommand(reader: Reader): Pipe | undefined {
  const from = reader.at
  COMMAND.lastIndex = from
  const written = COMMAND.exec(reader.text)?.[0] ?? ''
  reader.at += written.length
  switch (written.toLowerCase()) {
    case 'stats':
      return readStats(reader)
    case 'timechart':
      return readTimechart(reader, from)
    case 'top':
      return readTop(reader, 'top')
    case 'rare':
      return readTop(reader, 'rare')
    case 'sort':
      return readSort(reader)
    case 'fields':
      return readFields(reader)
    case 'where':
      return readWhere(reader)
    default: {
      const near = nearestName(written, COMMANDS, mostEdits(written))
      const hint = near === undefined ? `Commands are ${COMMANDS.join(', ')}` : `Did you mean ${near}?`
      const message = written === '' ? 'A command is missing behind |' : `There is no command ${written}`
      return report(reader, { message, from, to: reader.at, hint })
    }
  }
}

function readWhere(reader: Reader): Pipe | undefined {
  const errors = reader.errors.length
  const condition = readSearch(reader)
  if (condition !== undefined) return { kind: 'where', condition }
  if (reader.errors.length > errors) return undefined
  return report(reader, { message: 'A condition is missing behind where', from: reader.at, to: reader.at })
}

function readStats(reader: Reader): Pipe {
  const aggregates = readAggregates(reader)
  const by = takeWord(reader, 'by') ? readNames(reader, 5) : []
  return { kind: 'stats', aggregates, by }
}

/** Ten years: of longer points there is one in all that is kept. */
const LONGEST_SPAN = 10 * 366 * 86_400
const SPAN_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 }

function readTimechart(reader: Reader, from: number): Pipe {
  if (reader.columns !== undefined) {
    const hint = 'Write it before stats, top and rare'
    report(reader, { message: 'timechart needs events, here is a table', from, to: reader.at, hint })
  }
  const seconds = readSpan(reader)
  const series = readOption(reader, 'limit', /\d{1,2}(?=\s)/y)
  const aggregates = readAggregates(reader)
  const by = takeWord(reader, 'by') ? readNames(reader, 1)[0] : undefined
  return {
    kind: 'timechart',
    ...(seconds === undefined ? {} : { seconds }),
    series: series === undefined ? 10 : Number(series),
    aggregates,
    ...(by === undefined ? {} : { by }),
  }
}

function readSpan(reader: Reader): number | undefined {
  skipSpace(reader)
  const from = reader.at
  const text = readOption(
    reader,
    'span',
    /[1-9]\d{0,5}[smhdw](?=\s|$)/y,
    'Write span=5m, with s, m, h, d or w',
  )
  if (text === undefined) return undefined
  const seconds = Number(text.slice(0, -1)) * (SPAN_SECONDS[text.slice(-1)] ?? 1)
  if (seconds <= LONGEST_SPAN) return seconds
  return report(reader, { message: 'span is too long', from, to: reader.at, hint: 'Ten years at most' })
}

/** `name=value` if it is next. */
function readOption(reader: Reader, name: string, value: RegExp, hint?: string): string | undefined {
  skipSpace(reader)
  expect(reader, { kind: 'words', words: [`${name}=`] })
  if (!take(reader, `${name}=`)) return undefined
  const from = reader.at
  value.lastIndex = from
  const text = value.exec(reader.text)?.[0]
  if (text === undefined) {
    while (/\S/.test(reader.text.charAt(reader.at)) && !isAtPipe(reader)) reader.at++
    return report(reader, { message: `${name} is wrong`, from, to: reader.at, ...(hint && { hint }) })
  }
  reader.at += text.length
  return text
}

const ROWS = /\d{1,5}(?=\s)/y

function readTop(reader: Reader, kind: 'top' | 'rare'): Pipe {
  skipSpace(reader)
  ROWS.lastIndex = reader.at
  const written = ROWS.exec(reader.text)?.[0]
  reader.at += written?.length ?? 0
  const rows = Math.min(Math.max(Number(written ?? 10), 1), 10_000)
  return { kind, rows, fields: readNames(reader, 5) }
}

/** `-count, host.name` or `count desc` */
function readSort(reader: Reader): Pipe {
  const keys: SortKey[] = []
  do {
    skipSpace(reader)
    const descending = take(reader, '-')
    if (!descending) take(reader, '+')
    const column = readName(reader)
    if (column === undefined) break
    const down = takeWord(reader, 'desc')
    if (!down) takeWord(reader, 'asc')
    if (keys.length < 5) keys.push({ column, descending: descending || down })
    skipSpace(reader)
  } while (take(reader, ',') || !(isAtEnd(reader) || isAtPipe(reader)))
  return { kind: 'sort', keys }
}

/** `fields a, b`, or without some of a table: `fields - a` */
function readFields(reader: Reader): Pipe {
  skipSpace(reader)
  const from = reader.at
  const without = take(reader, '-')
  const names = readNames(reader)
  if (!without) return { kind: 'fields', columns: names }
  const columns = reader.columns?.filter((column) => !names.includes(column)) ?? []
  if (columns.length === 0)
    report(reader, { message: 'No column is left', from, to: reader.at, hint: 'Name those to keep' })
  return { kind: 'fields', columns }
}

function checkColumns(reader: Reader, pipe: Pipe, from: number): void {
  const columns = columnsAfter(pipe, reader.columns)
  const twice = columns?.find((column, index) => columns.indexOf(column) < index)
  if (twice !== undefined) {
    const hint = 'Give one a name of its own with as'
    report(reader, { message: `Two columns have the name ${twice}`, from, to: reader.at, hint })
  }
  reader.columns = columns
}

function reportRest(reader: Reader): void {
  const from = reader.at
  report(reader, { message: 'A pipe is missing here', from, to: from + 1, hint: 'Commands begin with |' })
}

/** Past what was not understood; pipes in quotes are none. */
function skipToPipe(reader: Reader): void {
  let quoted = false
  while (!isAtEnd(reader) && (quoted || !isAtPipe(reader))) {
    if (reader.text.charAt(reader.at) === '"') quoted = !quoted
    reader.at += reader.text.startsWith('||', reader.at) ? 2 : 1
  }
}
