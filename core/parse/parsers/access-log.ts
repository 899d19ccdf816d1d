import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { setPeer } from '../text/set-peer.ts'
import { withEnglishMonth } from '../time/english-month.ts'
import { looksLikeClfTime, parseClfTime } from '../time/parse-clf-time.ts'
import { includesRemoteFile } from '../web/includes-remote-file.ts'
import { type Quoted, quotedAt } from '../web/read-quoted.ts'
import { setUrl } from '../web/set-url.ts'

const MAX_HEAD = 512
const INNER =
  /^(?:10\.|127\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|f[cd][\da-f]{2}:|fe80:|::1$|-$)/i
const MAX_BETWEEN = 100
const MAX_TAIL = 1_024

/** `[vhost[:port] ]client[, proxy] ident user`: ident and user are the last two words, the user may hold spaces. */
function setClient(fields: Fields, head: string): boolean {
  const words = head.split(' ')
  const first = words[0] ?? ''
  if (words.length < 3) return false
  let last = 0
  if (isIp(first)) setPeer(fields, 'source', first)
  else {
    last = setForwarded(fields, words, first)
    if (last < 0) return false
  }
  const user =
    words.length === last + 3
      ? (words[last + 2] ?? '')
      : words
          .slice(last + 2)
          .join(' ')
          .trim()
  if (user !== '-' && user !== '""' && user !== '') fields['user.name'] = user
  return true
}

/**
 * Forwarded clients and a virtual host both come first; an address wins over a name.
 * @returns at which word the client's addresses end, -1 where no ident and user follow
 */
function setForwarded(fields: Fields, words: readonly string[], first: string): number {
  let at = 0
  const second = (words[1] ?? '').replace(/,$/, '')
  if (!isIp(first.replace(/,$/, '')) && isIp(second)) {
    at = 1
    const colon = first.lastIndexOf(':')
    const host = colon > 0 ? first.slice(0, colon) : first
    const hostPort = colon > 0 ? wholeNumber(first.slice(colon + 1)) : undefined
    if (!isIp(host)) fields['url.domain'] = host
    setPeer(fields, 'destination', host, hostPort)
  }
  let list = at
  while ((words[list] ?? '').endsWith(',')) list++
  if (list + 2 >= words.length) return -1
  // Proxies write all addresses a request came through: of inner ones nobody outside knows.
  const forwarded = words.slice(at, list + 1).map((word) => word.replace(/,$/, ''))
  const client = forwarded.find((word) => !INNER.test(word)) ?? forwarded[0] ?? ''
  const port = /^([\d.]+):(\d{1,5})$/.exec(client)
  setPeer(fields, 'source', port?.[1] ?? client, port ? Number(port[2]) : undefined)
  return list
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
  const url = protocol > space ? request.slice(space + 1, protocol) : request.slice(space + 1)
  setUrl(fields, url)
  if (includesRemoteFile(url)) {
    fields['event.kind'] = 'alert'
    fields['rule.name'] = 'remote file inclusion'
  }
}

function timeOf(stamp: string): bigint | undefined {
  if (looksLikeClfTime(stamp, 0)) return parseClfTime(stamp)
  const english = withEnglishMonth(stamp)
  return english === undefined ? undefined : parseClfTime(english)
}

/** Common and combined log format of Apache and nginx, also behind a virtual host name or forwarded addresses. */
function parse({ text, program }: Line): Parsed | undefined {
  const open = text.indexOf(' [')
  if (open < 1 || open > MAX_HEAD || text.charCodeAt(open + 4) !== 0x2f) return undefined
  const close = text.indexOf('] "', open)
  const time = close > 0 && close < open + 40 ? timeOf(text.slice(open + 2, close)) : undefined
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
  if (bytes !== undefined) {
    fields['http.response.body.bytes'] = bytes
    fields['http.response.bytes'] = bytes
  }
  const referrer = bytesEnd < 0 ? undefined : referrerAt(text, bytesEnd + 1)
  if (referrer && referrer.value !== '-' && referrer.value !== '') {
    fields['http.request.referrer'] = referrer.value
  }
  const agent = referrer ? quotedAt(text, referrer.end + 1) : undefined
  if (agent && agent.value !== '-' && agent.value !== '') fields['user_agent.original'] = agent.value
  if (agent && agent.end < text.length) setTail(fields, text.slice(agent.end, agent.end + MAX_TAIL))
  return { time, fields }
}

/** Some configurations write a port, an address or a duration between the size and the referrer, or no quotes. */
function referrerAt(text: string, from: number): Quoted | undefined {
  const quote = text.indexOf('"', from)
  if (quote < 0 || quote - from > MAX_BETWEEN) return undefined
  const between = text.slice(from, quote)
  if (!/^(?:[\w.:+-]{1,45} ){0,4}$/.test(between)) return undefined
  return between.endsWith('- ') ? { value: '-', end: quote - 1 } : quotedAt(text, quote)
}

/** What comes after the agent: forwarded addresses; the sizes, upstream and id that the ingress controller adds. */
function setTail(fields: Fields, tail: string): void {
  const forwarded = /^ (?:X-Forwarded-For=)?"([\da-fA-F.:]{2,45})[",]/.exec(tail)?.[1]
  if (forwarded !== undefined && isIp(forwarded)) {
    fields['network.forwarded_ip'] = forwarded
    fields['client.ip'] = forwarded
  }
  const ingress = /^ (\d{1,12}) (\d{1,9}\.\d{1,6}) \[([^\]]{0,200})\] \[[^\]]{0,200}\] (.*)$/.exec(tail)
  if (!ingress) return
  const words = (ingress[4] ?? '').split(' ')
  const id = words.at(-1) ?? ''
  fields['event.module'] = 'nginx_ingress_controller'
  fields['event.dataset'] = 'nginx_ingress_controller.access'
  fields['http.request.bytes'] = Number(ingress[1])
  fields['event.duration'] = Math.round(Number(ingress[2]) * 1e9)
  if (ingress[3]) fields['nginx_ingress_controller.access.upstream.name'] = ingress[3]
  if (/^[0-9a-f]{32}$/.test(id)) fields['http.request.id'] = id
  const upstream = words[0]?.replace(/,$/, '') ?? ''
  const colon = upstream.lastIndexOf(':')
  const address = upstream.slice(0, colon).replace(/^\[(.*)\]$/, '$1')
  const port = wholeNumber(upstream.slice(colon + 1))
  if (colon > 0 && port !== undefined && isIp(address)) {
    fields['nginx_ingress_controller.access.upstream.ip'] = address
    fields['nginx_ingress_controller.access.upstream.port'] = port
  }
}

export const parser: Parser = {
  name: 'access-log',
  reads:
    'common and combined log of Apache, nginx and its ingress controller, behind a virtual host or forwarded addresses',
  version: 1,
  clues: [{ first: '0123456789:-_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ' }],
  ownNames: true,
  parse,
  samples: [
    '203.0.113.9 - - [10/Mar/2026:13:55:36 +0100] "GET /admin.php?id=1 HTTP/1.1" 404 209',
    '203.0.113.9 - - [10/Mar/2026:13:55:36 +0000] "GET /a HTTP/1.1" 200 59 "-" "curl/8.1" 94 0.001 [shop-web-80] [] 10.0.0.5:8080 59 0.001 200 0be411044cb1cb67580e115413b2da61',
    '2001:db8::7 - anna [10/Mar/2026:13:55:36 +0000] "POST /login HTTP/2.0" 302 0 "https://example.org/" "Mozilla/5.0 (X11; \\"odd\\")"',
    'www.example.org:443 10.0.0.7 - - [10/Mar/2026:13:55:36 +0000] "-" 408 -',
  ],
}
