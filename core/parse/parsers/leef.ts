import { notice } from '../../event/problem.ts'
import { parseCefTime } from '../cef/parse-cef-time.ts'
import { createFields } from '../create-fields.ts'
import { guessCategory } from '../generic/guess-category.ts'
import { setCommonFields } from '../generic/set-common-fields.ts'
import { timeOf } from '../generic/time-of.ts'
import { LEEF_FIELDS } from '../leef/attribute-fields.ts'
import { readLeef } from '../leef/read-leef.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'

const PREFIX = 'leef.attributes.'

function parse({ text, program }: Line, context: ParseContext): Parsed | undefined {
  const whole = text.startsWith('LEEF:') ? text : program === 'leef' ? `LEEF:${text}` : undefined
  const record = whole === undefined ? undefined : readLeef(whole)
  if (!record) return undefined
  const { attributes } = record
  const fields = createFields()
  fields['event.dataset'] = 'leef.log'
  fields['leef.version'] = record.version
  if (record.isCut) notice(fields, 'fields_cut')
  const header = [
    [record.vendor, 'observer.vendor'],
    [record.product, 'observer.product'],
    [record.deviceVersion, 'observer.version'],
    [record.eventId, 'event.code'],
  ] as const
  for (const [value, name] of header) if (value !== '') fields[name] = value
  const lower = new Map<string, string>()
  for (const [name, value] of attributes) {
    fields[PREFIX + name] = value
    lower.set(name.toLowerCase(), value)
  }
  for (const name in LEEF_FIELDS) {
    const value = lower.get(name)
    if (value !== undefined) LEEF_FIELDS[name]?.(fields, value)
  }
  if (lower.get('isloginevent') === 'true' || lower.get('islogoutevent') === 'true') {
    fields['event.category'] = ['authentication']
    fields['event.type'] = [lower.get('isloginevent') === 'true' ? 'start' : 'end']
  }
  const when = lower.get('devtime')
  const time =
    (when === undefined ? undefined : parseCefTime(when, context)) ?? timeOf(fields, context, PREFIX)
  if (setCommonFields(fields, PREFIX)) guessCategory(fields)
  return { time, fields }
}

export const parser: Parser = {
  name: 'leef',
  reads:
    "IBM's Log Event Extended Format 1.0 and 2.0 with any delimiter, predefined attributes and vendors' own",
  version: 1,
  clues: [{ prefix: 'LEEF:' }, { program: 'leef' }],
  parse,
  samples: [
    'LEEF:1.0|Example|Gatekeeper|2.1|login-refused|src=10.0.0.7\tdst=192.0.2.10\tsrcPort=51826\tdstPort=443\tproto=TCP\tusrName=anna\tsev=7\tcat=auth\tdevTime=Mar 10 2026 12:00:00',
    'LEEF:2.0|Example|Gatekeeper|2.1|login|x5E|src=10.0.0.7^usrName=anna^isLoginEvent=true^msg=a b c^devTime=1773144000250',
  ],
}
