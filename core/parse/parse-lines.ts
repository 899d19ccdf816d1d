import { createReader, type OpenRecord, type Reader, type ReadLine } from './create-reader.ts'
import type { ParserIndex } from './index-parsers.ts'
import { parseLineOf } from './parse-line.ts'
import type { ParseContext, Parser } from './parser.ts'

/** Reads lines of one stream: each becomes what it would be if they were read one after the other. */
export type ParseLines = (raws: readonly string[], format: string, context: ParseContext) => ReadLine[]

/** Those that are shown to the same parsers first. */
function alike(records: readonly OpenRecord[], askedOf: Reader['askedOf']): Iterable<readonly OpenRecord[]> {
  const groups = new Map<readonly Parser[], OpenRecord[]>()
  for (const record of records) {
    const asked = askedOf(record)
    const group = groups.get(asked)
    if (group) group.push(record)
    else groups.set(asked, [record])
  }
  return groups.values()
}

/** @returns undefined as soon as one turned out to be a header, which says how to read those behind it */
function readTogether(
  { askedOf, advance }: Reader,
  records: readonly OpenRecord[],
  context: ParseContext,
): ReadLine[] | undefined {
  const { header } = context
  const lines = new Array<ReadLine>(records.length)
  let left = records
  while (left.length > 0) {
    const more: OpenRecord[] = []
    for (const group of alike(left, askedOf))
      for (const record of group) {
        const read = advance(record, context)
        if (read) lines[record.place] = read
        else more.push(record)
        if (context.header !== header) return undefined
      }
    left = more
  }
  return lines
}

/**
 * Lines that look alike are read together, envelope by envelope: code and tables of a parser, of some 150, stay in the
 * processor's caches meanwhile. Where the order of lines matters they are read again in order.
 * @param own parsers that are asked before
 */
export function parseLinesOf(index: ParserIndex, own?: readonly Parser[]): ParseLines {
  const reader = createReader(index, own)
  const parseLine = parseLineOf(index, own)
  return (raws, format, context) => {
    const { header, names } = context
    const trial = names?.trial()
    const records = raws.map((raw, place) => reader.open(raw, format, place))
    const lines = readTogether(reader, records, context)
    if (lines && !trial?.mattersOrder()) return lines
    context.header = header
    trial?.undo()
    return raws.map((raw) => parseLine(raw, format, context))
  }
}
