import { notice } from '../../event/problem.ts'
import { createFields } from '../create-fields.ts'
import { guessCategory } from '../generic/guess-category.ts'
import { readKeyValues } from '../generic/read-key-values.ts'
import { setCommonFields } from '../generic/set-common-fields.ts'
import { dateAndTime, timeOf } from '../generic/time-of.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'

const LEAST_PAIRS = 3
/** How much of a line must be pairs, in percent, where it does not begin with one. */
const LEAST_COVER = 60
const WORD = /^[A-Za-z_@][\w.@ /-]{0,63}$/

/** Most lines without pairs are told by their first characters. */
function mayHavePairs(text: string): boolean {
  let at = -1
  for (let i = 0; i < LEAST_PAIRS; i++) {
    at = text.indexOf('=', at + 1)
    if (at < 0) return false
  }
  return true
}

function parse({ text, json }: Line, context: ParseContext): Parsed | undefined {
  if (json !== undefined || !mayHavePairs(text)) return undefined
  const { pairs, covered, start, isCut } = readKeyValues(text)
  if (pairs.size < LEAST_PAIRS) return undefined
  if (start > 2 && covered * 100 < text.length * LEAST_COVER) return undefined
  const fields = createFields()
  if (isCut) notice(fields, 'fields_cut')
  let words = 0
  for (const [key, value] of pairs) {
    if (!WORD.test(key)) continue
    words++
    fields[key.replaceAll(' ', '_')] = value
  }
  if (words < LEAST_PAIRS) return undefined
  const own = Object.keys(fields)
  const time =
    dateAndTime(pairs.get('date'), pairs.get('time'), pairs.get('tz'), context) ?? timeOf(fields, context)
  if (setCommonFields(fields)) guessCategory(fields)
  fields.message ??= text
  for (const name of own) if (fields[name] === '') delete fields[name]
  return { time, fields }
}

/** Any line that is made of `key=value` pairs: logfmt, and what many appliances send. */
export const parser: Parser = {
  name: 'key-value',
  reads:
    'lines of key=value pairs: logfmt, and what many appliances write; parted by blanks, commas, semicolons, bars or tabs',
  version: 1,
  clues: [{ first: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@"[(<%*-' }],
  rank: -20,
  parse,
  samples: [
    'time=2026-03-10T12:00:00.250Z level=warn msg="disk almost full" host=api01 free=7',
    'date=2026-03-10,time=12:00:00,src=10.0.0.7,spt=51826,dst=192.0.2.10,dpt=443,proto=6,action=deny,user=anna',
  ],
}
