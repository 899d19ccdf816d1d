import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { setPeer } from '../text/set-peer.ts'
import { bsdTimeAt } from '../time/parse-bsd-time.ts'
import { setApacheMessage } from '../web/set-apache-message.ts'

/** `Mon Dec 26 16:15:55.103786 2016`: the week's day in front, the year at the end. */
function parseTime(text: string, context: ParseContext): bigint | undefined {
  const year = text.slice(text.lastIndexOf(' ') + 1)
  const dayEnd = text.indexOf(' ', 8)
  if (wholeNumber(year) === undefined || year.length !== 4 || dayEnd < 0) return undefined
  const clock = text.slice(dayEnd, text.lastIndexOf(' '))
  return bsdTimeAt(`${text.slice(4, dayEnd)} ${year}${clock}`, 0, context)?.time
}

/** `10.0.0.7:51012`, `[2001:db8::7]:51012` or the address alone. */
function setClient(fields: Fields, client: string): void {
  const colon = client.lastIndexOf(':')
  const port = wholeNumber(client.slice(colon + 1))
  const whole = colon < 0 || port === undefined || (client.indexOf(':') !== colon && !client.includes('.'))
  setPeer(fields, 'source', whole ? client : client.slice(0, colon), whole ? undefined : port)
}

/** `[time] [module:level] [pid 1:tid 2] [client 10.0.0.7:51012] message`, the older form without module and pid. */
function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  const end = text.indexOf('] [')
  const time = end > 20 && end < 40 ? parseTime(text.slice(1, end), context) : undefined
  if (time === undefined) return undefined
  const fields = createFields()
  fields['event.module'] = 'apache'
  fields['event.dataset'] = 'apache.error'
  let cursor = end + 2
  for (let i = 0; i < 4 && text.charCodeAt(cursor) === 0x5b; i++) {
    const close = text.indexOf('] ', cursor)
    if (close < 0) break
    const part = text.slice(cursor + 1, close)
    if (i === 0) {
      const colon = part.indexOf(':')
      fields['log.level'] = part.slice(colon + 1)
      if (colon > 0) fields['apache.error.module'] = part.slice(0, colon)
    } else if (part.startsWith('pid ')) {
      const pid = wholeNumber(part.slice(4).split(':', 1)[0] ?? '')
      const tid = wholeNumber(/:tid (\d+)$/.exec(part)?.[1] ?? '')
      if (pid !== undefined) fields['process.pid'] = pid
      if (tid !== undefined) fields['process.thread.id'] = tid
    } else if (part.startsWith('client ') || part.startsWith('remote ')) setClient(fields, part.slice(7))
    else break
    cursor = close + 2
  }
  fields.message = text.slice(cursor)
  setApacheMessage(fields, text.slice(cursor))
  return { time, fields }
}

export const parser: Parser = {
  name: 'apache-error',
  reads: 'error log of Apache',
  version: 1,
  clues: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((day) => ({ prefix: `[${day} ` })),
  ownNames: true,
  parse,
  samples: [
    '[Tue Mar 10 16:15:55.103786 2026] [core:notice] [pid 1137:tid 99] AH00094: Command line: /usr/sbin/apache2',
    '[Tue Mar 10 16:22:08 2026] [error] [client 203.0.113.9] File does not exist: /var/www/favicon.ico',
  ],
}
