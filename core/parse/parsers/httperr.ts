import { createFields } from '../create-fields.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'
import { setUrl } from '../web/set-url.ts'
import { setZonedAddress } from '../web/set-zoned-address.ts'

const MAX_WORDS = 20

/** `date time client port server port HTTP/1.1 GET /a [stream] 503 site reason queue`: the last four are always there. */
function parse({ text }: Line): Parsed | undefined {
  if (text.charCodeAt(4) !== 0x2d || text.charCodeAt(19) !== 0x20) return undefined
  const words = text.slice(0, 8_192).split(' ', MAX_WORDS)
  const [
    ,
    ,
    client = '',
    clientPort = '',
    server = '',
    serverPort = '',
    version = '',
    method = '',
    url = '',
  ] = words
  const from = wholeNumber(clientPort)
  const to = wholeNumber(serverPort)
  if (words.length < 13 || words.length > 15 || from === undefined || to === undefined) return undefined
  if (!isIp(client.split('%', 1)[0] ?? '') || (version !== '-' && !version.startsWith('HTTP/')))
    return undefined
  const time = parseIsoTime(text.slice(0, 19), 0)
  if (time === undefined) return undefined
  const [status = '', site = '', reason = '', queue = ''] = words.slice(-4)
  const fields = createFields()
  fields['event.module'] = 'iis'
  fields['event.dataset'] = 'iis.error'
  setZonedAddress(fields, 'source', client)
  setZonedAddress(fields, 'destination', server)
  fields['source.port'] = from
  fields['destination.port'] = to
  if (version !== '-') fields['http.version'] = version.slice(5)
  if (method !== '-') fields['http.request.method'] = method
  if (url !== '-') {
    setUrl(fields, url)
    // No valid path, whoever sent it: an attempt to leave the web root.
    if (url.includes('\\')) {
      delete fields['url.path']
      delete fields['url.extension']
    }
  }
  const code = wholeNumber(status)
  if (code !== undefined) {
    fields['http.response.status_code'] = code
    fields['event.outcome'] = code >= 400 ? 'failure' : 'success'
  }
  if (site !== '-') fields['iis.error.site_id'] = site
  if (reason !== '-') fields['iis.error.reason_phrase'] = reason
  if (queue !== '-') fields['iis.error.queue_name'] = queue
  return { time, fields }
}

export const parser: Parser = {
  name: 'httperr',
  reads: 'HTTPERR log of HTTP.sys, the part of Windows below IIS',
  version: 1,
  clues: [{ first: '12', run: 4, next: '-' }],
  parse,
  samples: [
    '2026-03-10 12:00:00 203.0.113.9 2094 10.0.0.5 80 HTTP/1.1 GET /a/b.txt 503 1 ConnLimit Pool',
    '2026-03-10 12:00:00 fe80::7%3 49958 fe80::5%3 443 - - - - - - Timer_ConnectionIdle -',
  ],
}
