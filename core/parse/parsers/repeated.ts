import { createFields } from '../create-fields.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { readRepeat } from '../syslog/read-repeat.ts'

/**
 * What a syslog daemon writes instead of the same line again. The count goes to `event.count`: how many times more the
 * event happened. Where the line is given its own parser reads it.
 */
function parse({ text, program }: Line): Parsed | undefined {
  const repeat = readRepeat(text)
  if (!repeat) return undefined
  const fields = createFields()
  fields['event.dataset'] = 'system.syslog'
  fields['event.count'] = repeat.count
  if (repeat.message !== undefined)
    return { time: undefined, fields, payload: { text: repeat.message, program } }
  fields['event.action'] = 'last-message-repeated'
  fields.message = text
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'repeated',
  reads: '`last message repeated 5 times`, `message repeated 5 times: [ ... ]` of syslog daemons and devices',
  version: 1,
  clues: ['last message ', 'Last message ', '--- last message ', 'message repeated '].map((prefix) => ({
    prefix,
  })),
  rank: 10,
  ownNames: true,
  parse,
  samples: ['last message repeated 5 times', '--- last message repeated 12 times ---'],
}
