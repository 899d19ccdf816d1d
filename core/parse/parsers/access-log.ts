import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { setPeer } from '../text/set-peer.ts'
import { looksLikeClfTime, parseClfTime } from '../time/parse-clf-time.ts'
import { quotedAt } from '../web/read-quoted.ts'
import { setUrl } from '../web/set-url.ts'

const MAX_HEAD = 512

/** `[vhost[:port] ]client[, proxy] ident user`: ident and user are the last two words, the user may hold spaces. */
function setClient(fields: Fields, head: string): boolean {
  const words = head.split(' ')
  const first = words[0] ?? ''
  if (words.length < 3) return false
  // Forwarded clients and a virtual host both come first; an address wins over a name.
  let at = 0
  const second = (words[1] ?? '').replace(/,$/, '')
  if (!isIp(first.replace(/,$/, '')) && isIp(second)) {
    at = 1
    const colon = first.lastIndexOf(':')
    fields['url.domain'] = colon > 0 ? first.slice(0, colon) : first
    fields['destination.domain'] = fields['url.domain']
  }
  let list = at
  while ((words[list] ?? '').endsWith(',')) list++
  if (list + 2 >= words.length) return false
  const client = (words[at] ?? '').replace(/,$/, '')
  const port = /^([\d.]+):(\d{1,5})$/.exec(client)
  setPeer(fields, 'source', port?.[1] ?? client, port ? Number(port[2]) : undefined)
  const user = words.slice(list + 2).join(' ')
  if (user !== '-' && user !== '""' && user !== '') fields['user.name'] = user
  return true
}

/** `GET /path HTTP/1.1`; what is no request (TLS on a plain port) keeps its text. */
function setRequest(fields: Fields, request: string): void {
  if (request === '-' || request === '') return
  const space = request.indexOf(' ')
  const protocol = request.lastIndexOf(' HTTP/')
  if (space < 1 || space > 32 || !/^[A-Za-z_-]+$/.test(request.slice(0, space))) {
    fields['url.original'] = request
    return
  }
  fields['http.request.method'] = request.slice(0, space)
  if (protocol >= space) fields['http.version'] = request.slice(protocol + 6)
  setUrl(fields, protocol > space ? request.slice(space + 1, protocol) : request.slice(space + 1))
}

/** Common and combined log format of Apache and nginx, also behind a virtual host name or forwarded addresses. */
function parse({ text, program }: Line): Parsed | undefined {
  const open = text.indexOf(' [')
  if (open < 1 || open > MAX_HEAD || !looksLikeClfTime(text, open + 2)) return undefined
  const close = text.indexOf('] "', open)
  const time = close > 0 && close < open + 40 ? parseClfTime(text.slice(open + 2, close)) : undefined
  const request = time === undefined ? undefined : quotedAt(text, close + 2)
  if (!request) return undefined
  const fields = createFields()
  fields['event.module'] = program ?? 'web'
  fields['event.dataset'] = `${program ?? 'web'}.access`
  if (!setClient(fields, text.slice(0, open))) return undefined
  setRequest(fields, request.value)

  const statusEnd = text.indexOf(' ', request.end + 1)
  const status = wholeNumber(text.slice(request.end + 1, statusEnd < 0 ? text.length : statusEnd))
  if (status === undefined || status < 100 || status > 999) return undefined
  fields['http.response.status_code'] = status
  if (statusEnd < 0) return { time, fields }
  const bytesEnd = text.indexOf(' ', statusEnd + 1)
  const bytes = wholeNumber(text.slice(statusEnd + 1, bytesEnd < 0 ? text.length : bytesEnd))
  if (bytes !== undefined) fields['http.response.body.bytes'] = bytes
  const referrer = bytesEnd < 0 ? undefined : quotedAt(text, bytesEnd + 1)
  if (referrer && referrer.value !== '-' && referrer.value !== '') {
    fields['http.request.referrer'] = referrer.value
  }
  const agent = referrer ? quotedAt(text, referrer.end + 1) : undefined
  if (agent && agent.value !== '-' && agent.value !== '') fields['user_agent.original'] = agent.value
  return { time, fields }
}

export const parser: Parser = {
  name: 'access-log',
  reads: 'common and combined log of Apache and nginx, behind a virtual host, a port or forwarded addresses',
  version: 1,
  clues: [{ first: '0123456789:-_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ' }],
  parse,
  samples: [
    '203.0.113.9 - - [10/Mar/2026:13:55:36 +0100] "GET /admin.php?id=1 HTTP/1.1" 404 209',
    '2001:db8::7 - anna [10/Mar/2026:13:55:36 +0000] "POST /login HTTP/2.0" 302 0 "https://example.org/" "Mozilla/5.0 (X11; \\"odd\\")"',
    'www.example.org:443 10.0.0.7 - - [10/Mar/2026:13:55:36 +0000] "-" 408 -',
  ],
}
