import { nearestName } from '../detect/sources/nearest-name.ts'
import { mostEdits } from './check-field.ts'
import { COMMANDS, columnsAfter, numbersAfter, type Pipe, type SortKey } from './pipe.ts'
import { readAggregates } from './read-aggregates.ts'
import { type ChartOptions, readChartOptions } from './read-chart-options.ts'
import { isAtClause, readName, readNames, takeWord } from './read-names.ts'
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

function readTimechart(reader: Reader, from: number): Pipe {
  if (reader.columns !== undefined) {
    const hint = 'Write it before stats, top and rare'
    report(reader, { message: 'timechart needs events, here is a table', from, to: reader.at, hint })
  }
  const options: ChartOptions = {}
  readChartOptions(reader, options)
  const aggregates = readAggregates(reader)
  readChartOptions(reader, options)
  const by = takeWord(reader, 'by') ? readNames(reader, 1)[0] : undefined
  readChartOptions(reader, options)
  const { span, limit = 10 } = options
  return {
    kind: 'timechart',
    ...(span === undefined ? {} : { seconds: span }),
    series: limit,
    aggregates,
    ...(by === undefined ? {} : { by }),
  }
}

const MOST_ROWS = 10_000
const ROWS = /[+-]?\d+(?=[\s,|]|$)/y

function readTop(reader: Reader, kind: 'top' | 'rare'): Pipe {
  const rows = readRows(reader, kind)
  const fields = refuseClause(reader, kind) ? [] : readNames(reader, 5)
  refuseClause(reader, kind)
  return { kind, rows, fields }
}

function readRows(reader: Reader, command: string): number {
  skipSpace(reader)
  const from = reader.at
  ROWS.lastIndex = from
  const written = ROWS.exec(reader.text)?.[0]
  if (written === undefined) return 10
  reader.at += written.length
  const rows = Number(written)
  if (rows >= 1 && rows <= MOST_ROWS) return rows
  const hint = `Write ${command} 10, from 1 to ${MOST_ROWS}`
  report(reader, { message: `${command} ${written} is out of bounds`, from, to: reader.at, hint })
  return 10
}

/** What other commands and other languages have there. */
function refuseClause(reader: Reader, command: string): boolean {
  skipSpace(reader)
  if (!isAtClause(reader)) return false
  const from = reader.at
  const isBy = takeWord(reader, 'by')
  if (!isBy) reader.at = reader.text.indexOf('=', from) + 1
  const hint = isBy
    ? `List all fields, as in ${command} user.name, host.name, or write stats count by`
    : `Write ${command} 3 user.name for three rows`
  const message = `${command} takes no ${reader.text.slice(from, reader.at)}`
  report(reader, { message, from, to: reader.at, hint })
  return true
}

/** `-count, host.name` or `count desc`; other languages have `by` before. */
function readSort(reader: Reader): Pipe {
  const keys: SortKey[] = []
  takeWord(reader, 'by')
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
  reader.numbers = numbersAfter(pipe, reader.numbers)
}

function reportRest(reader: Reader): void {
  const from = reader.at
  if (isAtClause(reader)) {
    const hint = 'Figures have one by, and timechart has span= and limit='
    report(reader, { message: 'This has no place here', from, to: from + 1, hint })
  } else
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
