import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { setPeer } from '../text/set-peer.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'
import { setNginxMessage } from '../web/set-nginx-message.ts'
import { setUrl } from '../web/set-url.ts'

const SLASHES = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[/

/** What nginx appends to a message: `, client: 10.0.0.7, server: example.org, request: "GET / HTTP/1.1", host: ...`. */
function setRequest(fields: Fields, message: string): void {
  const client = /, client: ([^, ]{1,100})/.exec(message)?.[1]
  const server = /, server: ([^, ]{1,255})/.exec(message)?.[1]
  const request = /, request: "([A-Z]{1,20}) ([^" ]{1,4000}) HTTP\/([\d.]{1,5})"/.exec(message)
  if (client !== undefined) setPeer(fields, 'source', client)
  if (server !== undefined) fields['destination.domain'] = server
  if (!request) return
  fields['http.request.method'] = request[1] ?? ''
  fields['http.version'] = request[3] ?? ''
  setUrl(fields, request[2] ?? '')
}

/** `2016/10/25 14:49:34 [error] 54053#0: *1 message, client: ...` */
function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  if (!SLASHES.test(text)) return undefined
  const close = text.indexOf('] ', 20)
  const colon = close < 0 ? -1 : text.indexOf(': ', close)
  const time = parseIsoTime(text.slice(0, 19).replaceAll('/', '-'), context)
  if (time === undefined || close > 32 || colon < 0) return undefined
  const [pid = '', tid = ''] = text.slice(close + 2, colon).split('#', 2)
  const process = wholeNumber(pid)
  const thread = wholeNumber(tid)
  if (process === undefined || thread === undefined) return undefined
  const fields = createFields()
  fields['event.module'] = 'nginx'
  fields['event.dataset'] = 'nginx.error'
  fields['observer.vendor'] = 'F5'
  fields['observer.product'] = 'nginx'
  fields['observer.type'] = 'WEB server'
  fields['log.level'] = text.slice(21, close)
  fields['process.pid'] = process
  fields['process.thread.id'] = thread
  const connection = /^\*(\d{1,15}) /.exec(text.slice(colon + 2, colon + 20))
  if (connection) fields['nginx.error.connection_id'] = Number(connection[1])
  const message = text.slice(colon + 2 + (connection?.[0].length ?? 0))
  fields.message = message
  setRequest(fields, message)
  setNginxMessage(fields, message)
  return { time, fields }
}

export const parser: Parser = {
  name: 'nginx-error',
  reads: 'error log of nginx',
  version: 1,
  clues: [{ first: '12', run: 4, next: '/' }],
  ownNames: true,
  parse,
  samples: [
    '2026/03/10 14:49:34 [error] 5405#0: *17 open() "/srv/favicon.ico" failed (2: No such file or directory), client: 203.0.113.9, server: example.org, request: "GET /favicon.ico HTTP/1.1", host: "example.org"',
    '2026/03/10 14:49:34 [notice] 1#1: start worker processes',
  ],
}
