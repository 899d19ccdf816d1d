import { createFields } from '../create-fields.ts'
import { guessCategory } from '../generic/guess-category.ts'
import { meaningsOf } from '../generic/meanings-of.ts'
import { setCommonFields } from '../generic/set-common-fields.ts'
import { isTimeName, timeOf } from '../generic/time-of.ts'
import type { Line, LineHeader, ParseContext, Parsed, Parser } from '../parser.ts'
import { splitCsv } from '../text/split-csv.ts'

const SEPARATORS = [',', '\t', ';', '|']
const LEAST_COLUMNS = 3
const MAX_COLUMNS = 300
/** Of the names in a line, how many must be known for it to be a header. */
const LEAST_KNOWN = 3
const NAME = /^[A-Za-z_@][\w .@/()-]{0,63}$/

/** A line of nothing but names, some of which every product uses. */
function headerOf(text: string): LineHeader | undefined {
  if (text.length > 10_000) return undefined
  for (const separator of SEPARATORS) {
    const end = text.indexOf(separator)
    // Most lines are told by what would be their first name.
    if (end < 0 || end > 64 || !NAME.test(text.slice(0, end).trim())) continue
    const names = splitCsv(text, separator).map((name) => name.trim())
    if (names.length < LEAST_COLUMNS || names.length > MAX_COLUMNS) continue
    if (!names.every((name) => NAME.test(name)) || new Set(names).size < names.length) continue
    const known = names.filter((name) => isTimeName(name) || meaningsOf(name).length > 0).length
    if (known >= LEAST_KNOWN) return { fields: names, separator }
  }
  return undefined
}

function parse({ text, json }: Line, context: ParseContext): Parsed | undefined {
  if (json !== undefined) return undefined
  const { header } = context
  const fields = createFields()
  if (header && header.path === undefined) {
    const columns = text.includes(header.separator) ? splitCsv(text, header.separator) : []
    if (columns.length === header.fields.length && headerOf(text) === undefined) {
      header.fields.forEach((name, i) => {
        const value = columns[i]?.trim()
        if (value !== undefined && value !== '' && name !== '') fields[name.replaceAll(' ', '_')] = value
      })
      const time = timeOf(fields, context)
      if (setCommonFields(fields)) guessCategory(fields)
      fields.message ??= text
      return { time, fields }
    }
  }
  const own = headerOf(text)
  if (!own) return undefined
  context.header = own
  fields['event.dataset'] = 'csv.header'
  fields.message = text
  return { time: undefined, fields }
}

/** Separated values by the header that the source is set to, or that a line before them was. */
export const parser: Parser = {
  name: 'csv',
  reads:
    'comma, tab, semicolon or bar separated values, by the header of the source or the one that came before',
  version: 1,
  clues: [{ first: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@"' }],
  rank: -30,
  parse,
  samples: ['time,src_ip,src_port,dst_ip,action,user', 'Date\tSource IP\tUser Name\tAction\tFile Name'],
}
