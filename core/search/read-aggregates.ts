import { nearestName } from '../detect/sources/nearest-name.ts'
import { checkField, mostEdits } from './check-field.ts'
import { COLUMN_NAME, plainName } from './field-name.ts'
import { AGGREGATES, type Aggregate, type AggregateName } from './pipe.ts'
import { isAtClause, takeWord } from './read-names.ts'
import { expect, expectBehind, isAtEnd, isAtPipe, type Reader, report, skipSpace, take } from './reader.ts'

const MAX_AGGREGATES = 20
const HINT = `Write ${AGGREGATES.map((name) => (name === 'count' ? name : `${name}(field)`)).join(', ')} or p95(field)`

/** `count, dc(user.name) as users`, to `by`, an option, a pipe or the end; at least one. */
export function readAggregates(reader: Reader): Aggregate[] {
  const aggregates: Aggregate[] = []
  const from = reader.at
  for (;;) {
    const aggregate = readAggregate(reader)
    if (aggregate === undefined) break
    aggregates.push(aggregate)
    skipSpace(reader)
    if (take(reader, ',')) continue
    expectBehind(reader, { kind: 'words', words: ['by'] })
    if (isAtClause(reader) || isAtEnd(reader) || isAtPipe(reader)) break
  }
  if (aggregates.length > MAX_AGGREGATES)
    report(reader, { message: `There are at most ${MAX_AGGREGATES} figures`, from, to: reader.at })
  return aggregates
}

const CALL = /([A-Za-z]+[\d.]*)(?:\(\s*((?:\\[^\p{L}]|[^()\s])*)\s*\))?/uy
const FIELD = new RegExp(`^${COLUMN_NAME}$`, 'u')

function readAggregate(reader: Reader): Aggregate | undefined {
  skipSpace(reader)
  expect(reader, { kind: 'aggregate' })
  const from = reader.at
  CALL.lastIndex = from
  const match = CALL.exec(reader.text)
  if (!match) return report(reader, { message: 'A figure is missing here', from, to: from, hint: HINT })
  const [call, written = '', field = ''] = match
  reader.at += call.length
  const known = nameOf(written.toLowerCase())
  if (known === undefined) {
    if (/^p\d/i.test(written)) return reportPercent(reader, written, field, from)
    const near = nearestName(written, AGGREGATES, mostEdits(written))
    const hint = near === undefined ? HINT : `Did you mean ${near}?`
    return report(reader, { message: `There is no figure ${written}`, from, to: reader.at, hint })
  }
  if (field === '' && known.name !== 'count') {
    if (reader.text.startsWith('(', reader.at)) {
      reader.at++
      expect(reader, { kind: 'column' })
    }
    const message = `${written} needs a field`
    return report(reader, { message, from, to: reader.at, hint: `Write ${written}(source.bytes)` })
  }
  let argument: string | undefined
  if (field !== '') {
    const at = from + call.indexOf(field, written.length)
    if (!FIELD.test(field))
      return report(reader, { message: `${field} is not a field`, from: at, to: at + field.length })
    argument = checkField(reader, plainName(field), at)
    if (argument === undefined) return undefined
  }
  const plain = field === '' ? written.toLowerCase() : `${written.toLowerCase()}(${plainName(field)})`
  const as = readAs(reader) ?? plain
  return { ...known, ...(argument === undefined ? {} : { field: argument }), as }
}

function nameOf(written: string): { name: AggregateName; percent?: number } | undefined {
  const name = AGGREGATES.find((known) => known === written)
  if (name !== undefined) return { name }
  const percent = Number(/^p(\d{1,2}(?:\.\d{1,3})?)$/.exec(written)?.[1] ?? 0)
  return percent > 0 ? { name: 'percentile', percent } : undefined
}

function reportPercent(reader: Reader, written: string, field: string, from: number): undefined {
  const example = field === '' ? 'source.bytes' : field
  return report(reader, {
    message: `${written} is no percentile`,
    ...{ from, to: reader.at },
    hint: `Write p95(${example}): above 0 and below 100, up to three decimals; the ends are min and max`,
  })
}

const NEW_NAME = /[\p{L}_][\p{L}\p{N}_.-]{0,99}/uy

function readAs(reader: Reader): string | undefined {
  skipSpace(reader)
  expectBehind(reader, { kind: 'words', words: ['as'] })
  if (!takeWord(reader, 'as')) return undefined
  skipSpace(reader)
  // Any name will do.
  expect(reader, { kind: 'words', words: [] })
  const from = reader.at
  NEW_NAME.lastIndex = from
  const name = NEW_NAME.exec(reader.text)?.[0]
  if (name === undefined)
    return report(reader, { message: 'A name is missing behind as', from, to: from, hint: 'Write as users' })
  reader.at += name.length
  return name
}
