import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { type Columns, countOf, cutColumns } from '../zeek/cut-columns.ts'
import { hasRoomFor, readColumns } from '../zeek/read-columns.ts'
import { recogniseColumns } from '../zeek/recognise-columns.ts'
import { setZeekEcs } from '../zeek/set-zeek-ecs.ts'
import { takeHeaderLine, type ZeekHeader, zeekHeaderOf } from '../zeek/zeek-header.ts'

function headerLine(text: string, context: ParseContext): Parsed {
  takeHeaderLine(context, text)
  const fields = createFields()
  fields['event.module'] = 'zeek'
  fields['event.dataset'] = 'zeek.header'
  fields.message = text
  return { time: undefined, fields }
}

/** The last value may end with blanks: only line ends are none of it. */
function lineOf({ text, whole }: Line): string {
  if (text.length === whole.length) return text
  const start = whole.indexOf(text)
  let end = whole.length
  while (end > start && (whole.charCodeAt(end - 1) === 0x0a || whole.charCodeAt(end - 1) === 0x0d)) end--
  return whole.slice(start, end)
}

function headerFor(line: Line, context: ParseContext): [ZeekHeader, Columns] | undefined {
  const { text } = line
  const given = zeekHeaderOf(context)
  if (given) {
    const columns = cutColumns(lineOf(line), given.separator)
    if (countOf(columns) === given.fields.length) return [given, columns]
  }
  // `1773144000.123456`, then a tab: the time that every line of Zeek begins with.
  const tab = text.indexOf('\t')
  if (tab < 12 || tab > 19 || text.charCodeAt(tab - 7) !== 0x2e) return undefined
  const columns = cutColumns(lineOf(line), '\t')
  const recognised = recogniseColumns(columns)
  return recognised && [recognised, columns]
}

function parse(line: Line, context: ParseContext): Parsed | undefined {
  if (line.text.charCodeAt(0) === 0x23) return headerLine(line.text, context)
  const found = headerFor(line, context)
  if (!found) return undefined
  const [header, columns] = found
  const fields = createFields()
  const time = readColumns(fields, header, columns)
  setZeekEcs(fields, header.path)
  return { time, fields, isBounded: hasRoomFor(header, context.names) }
}

/** Zeek's own format: by the header that the source is set to or the stream carried, else by the shape of the line. */
export const parser: Parser = {
  name: 'zeek-tsv',
  reads: 'Zeek logs as tab-separated values: by their header, without one the standard logs by their columns',
  version: 1,
  clues: [
    ...[
      '#separator',
      '#set_separator',
      '#empty_field',
      '#unset_field',
      '#path',
      '#open',
      '#fields',
      '#types',
    ].map((prefix) => ({ prefix })),
    { prefix: '#close' },
    { first: '0123456789', next: '.\t' },
  ],
  rank: 1,
  parse,
  samples: [
    '1773144000.250001\tCHhAvVGS1DHFjwGM9\t10.0.0.7\t51826\t192.0.2.10\t443\ttcp\tssl\t1.250000\t512\t4096\tSF\tT\tF\t0\tShADadFf\t9\t892\t11\t4676\t-',
    '1773144000.250001\tCHhAvVGS1DHFjwGM9\t10.0.0.7\t51826\t10.0.0.1\t53\tudp\t4711\t0.002000\twww.example.org\t1\tC_INTERNET\t1\tA\t0\tNOERROR\tF\tF\tT\tT\t0\t192.0.2.10\t300.000000\tF',
    '#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p',
  ],
}
