import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { setPeer } from '../text/set-peer.ts'
import { bsdTimeAt } from '../time/parse-bsd-time.ts'
import { looksLikeClfTime } from '../time/parse-clf-time.ts'
import { quotedAt } from '../web/read-quoted.ts'
import { setUrl } from '../web/set-url.ts'

const MAX_CLIENT = 64
const MAX_HEAD_WORDS = 12
const HTTP_TIMERS = /^[-+]?\d{1,10}(?:\/[-+]?\d{1,10}){4}$/
const TCP_TIMERS = /^[-+]?\d{1,10}(?:\/[-+]?\d{1,10}){2}$/
const CONNECTIONS = ['active', 'frontend', 'backend', 'server', 'retries']

function start(): Fields {
  const fields = createFields()
  fields['event.module'] = 'haproxy'
  fields['event.dataset'] = 'haproxy.log'
  return fields
}

function numbers(word: string | undefined): number[] {
  return (word ?? '').split('/', 6).map(Number)
}

function setNumber(fields: Fields, name: string, value: number | undefined): void {
  if (value !== undefined && Number.isFinite(value)) fields[name] = value
}

/** `06/Feb/2026:12:14:14.655`, in the zone of the server. */
function timeOf(stamp: string, context: ParseContext): bigint | undefined {
  const text = `${stamp.slice(3, 6)} ${stamp.slice(0, 2)} ${stamp.slice(7, 11)} ${stamp.slice(12)}`
  return bsdTimeAt(text, 0, context)?.time
}

function setPeerAt(fields: Fields, side: 'source' | 'destination', client: string): void {
  const colon = client.lastIndexOf(':')
  const port = wholeNumber(client.slice(colon + 1))
  const address =
    port === undefined
      ? client
      : client
          .slice(0, colon)
          .replace(/^\[(.*)\]$/, '$1')
          .replace(/^::ffff:(?=[\d.]+$)/, '')
  setPeer(fields, side, address, port)
  if (port !== undefined && port <= 65_535) fields[`${side}.port`] = port
}

/** `frontend backend/server timers ...`, between the last two a column that some configurations add: the host. */
function setTraffic(fields: Fields, rest: string): boolean {
  const words = rest.split(' ', MAX_HEAD_WORDS)
  let at = 2
  while (at < 5 && !HTTP_TIMERS.test(words[at] ?? '') && !TCP_TIMERS.test(words[at] ?? '')) at++
  const timers = words[at] ?? ''
  const isHttp = HTTP_TIMERS.test(timers)
  if (!isHttp && !TCP_TIMERS.test(timers)) return false
  const target = words[1] ?? ''
  const slash = target.indexOf('/')
  fields['haproxy.frontend_name'] = words[0] ?? ''
  fields['haproxy.backend_name'] = slash < 0 ? target : target.slice(0, slash)
  if (slash > 0) fields['haproxy.server_name'] = target.slice(slash + 1)
  const host = at > 2 ? words[2] : undefined
  if (host && host !== '-') setPeer(fields, 'destination', host)
  const times = numbers(timers)
  const total = times.at(-1)
  if (total !== undefined && total >= 0) fields['event.duration'] = total * 1_000_000
  const next = isHttp ? setHttp(fields, words, at, times) : setTcp(fields, words, at, times)
  for (const [i, count] of numbers(words[next]).entries())
    setNumber(fields, `haproxy.connections.${CONNECTIONS[i]}`, count)
  const [server, backend] = numbers(words[next + 1])
  setNumber(fields, 'haproxy.server_queue', server)
  setNumber(fields, 'haproxy.backend_queue', backend)
  if (isHttp) setRequest(fields, rest)
  return true
}

function setTcp(fields: Fields, words: readonly string[], at: number, times: readonly number[]): number {
  setNumber(fields, 'haproxy.total_waiting_time_ms', times[0])
  setNumber(fields, 'haproxy.connection_wait_time_ms', times[1])
  const bytes = Number(words[at + 1])
  setNumber(fields, 'haproxy.bytes_read', bytes)
  setNumber(fields, 'destination.bytes', bytes)
  fields['haproxy.termination_state'] = words[at + 2] ?? ''
  fields['event.action'] = 'connection'
  return at + 3
}

function setHttp(fields: Fields, words: readonly string[], at: number, times: readonly number[]): number {
  setNumber(fields, 'haproxy.http.request.time_wait_ms', times[0])
  setNumber(fields, 'haproxy.total_waiting_time_ms', times[1])
  setNumber(fields, 'haproxy.connection_wait_time_ms', times[2])
  setNumber(fields, 'haproxy.http.request.time_wait_without_data_ms', times[3])
  const status = Number(words[at + 1])
  if (status >= 100) {
    fields['http.response.status_code'] = status
    fields['event.outcome'] = status >= 400 ? 'failure' : 'success'
  }
  const bytes = Number(words[at + 2])
  setNumber(fields, 'http.response.bytes', bytes)
  setNumber(fields, 'haproxy.bytes_read', bytes)
  fields['haproxy.http.request.captured_cookie'] = words[at + 3] ?? ''
  fields['haproxy.http.response.captured_cookie'] = words[at + 4] ?? ''
  fields['haproxy.termination_state'] = words[at + 5] ?? ''
  fields['event.action'] = 'http-request'
  return at + 6
}

/** Captured headers in braces, then the request in quotes, then what `option httpslog` adds of TLS. */
function setRequest(fields: Fields, rest: string): void {
  const quote = rest.indexOf(' "')
  if (quote < 0) return
  const brace = rest.slice(0, quote).indexOf(' {')
  if (brace > 0) fields['haproxy.http.request.captured_headers'] = capturesOf(rest.slice(brace + 1, quote))
  const request = quotedAt(rest, quote + 1) ?? { value: rest.slice(quote + 2), end: rest.length }
  const [method = '', url, version] = request.value.split(' ', 3)
  fields['haproxy.http.request.raw_request_line'] = request.value
  if (url !== undefined && /^[A-Z]{1,32}$/.test(method)) {
    fields['http.request.method'] = method
    setUrl(fields, url)
    if (version?.startsWith('HTTP/')) fields['http.version'] = version.slice(5)
  }
  for (const word of rest.slice(request.end + 1).split(' ', 8)) {
    const tls = /^(?:([^/]{1,255})\/)?(TLS|SSL)v([\d.]{1,4})(?:\/(\S{1,64}))?$/.exec(word)
    if (!tls) continue
    fields['tls.version_protocol'] = (tls[2] ?? '').toLowerCase()
    fields['tls.version'] = tls[3] ?? ''
    if (tls[4]) fields['tls.cipher'] = tls[4]
    if (!tls[1] || tls[1] === '-') continue
    fields['tls.client.server_name'] = tls[1]
    fields['destination.domain'] = tls[1]
    fields['url.domain'] = tls[1]
  }
}

function capturesOf(braces: string): string[] {
  const end = braces.indexOf('}')
  return braces
    .slice(1, end < 0 ? braces.length : end)
    .split('|', 32)
    .filter((word) => word !== '')
}

function parse({ text, program }: Line, context: ParseContext): Parsed | undefined {
  const open = text.indexOf(' [')
  const close = open > 0 && open <= MAX_CLIENT ? text.indexOf('] ', open) : -1
  const known = program === 'haproxy' || program === 'hapee-lb'
  if (
    close > 0 &&
    text.indexOf(' ') === open &&
    close < open + 40 &&
    looksLikeClfTime(text, open + 2) &&
    text[open + 22] === '.'
  ) {
    const time = timeOf(text.slice(open + 2, close), context)
    const fields = start()
    setPeerAt(fields, 'source', text.slice(0, open))
    const rest = text.slice(close + 2)
    if (setTraffic(fields, rest)) return { time, fields }
    const colon = rest.indexOf(': ')
    const place = colon < 0 ? '' : rest.slice(0, colon)
    const slash = place.indexOf('/')
    if (slash <= 0 || place.includes(' ')) return undefined
    fields['haproxy.frontend_name'] = place.slice(0, slash)
    fields['haproxy.bind_name'] = place.slice(slash + 1)
    fields['haproxy.error_message'] = rest.slice(colon + 2)
    fields.message = rest.slice(colon + 2)
    fields['event.action'] = 'connection-error'
    fields['event.outcome'] = 'failure'
    return { time, fields }
  }
  return known ? parseMessage(text) : undefined
}

function parseMessage(text: string): Parsed {
  const fields = start()
  const connect = /^Connect from (\S{1,64}) to (\S{1,64}) \((\S{1,128})\/(\w{1,16})\)/.exec(text)
  if (connect) {
    setPeerAt(fields, 'source', connect[1] ?? '')
    setPeerAt(fields, 'destination', connect[2] ?? '')
    fields['haproxy.frontend_name'] = connect[3] ?? ''
    fields['haproxy.mode'] = connect[4] ?? ''
    fields['event.action'] = 'connected'
  }
  const state = /^(?:Backup )?Server (\S{1,255}) is (UP|DOWN)/.exec(text)
  if (state) {
    fields['haproxy.server_name'] = state[1] ?? ''
    fields['event.action'] = state[2] === 'UP' ? 'server-up' : 'server-down'
  }
  if (text.includes('has no server available')) fields['event.action'] = 'backend-down'
  fields.message = text
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'haproxy',
  reads: 'log of HAProxy: HTTP, HTTPS and TCP traffic, errors of connections, states of servers',
  version: 1,
  clues: [
    { first: '0123456789abcdefABCDEF:-[', next: '.:-[ ' },
    { program: 'haproxy' },
    { program: 'hapee-lb' },
  ],
  ownNames: true,
  parse,
  samples: [
    '203.0.113.9:33317 [10/Mar/2026:12:00:00.655] www~ shop/web01 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0 {www.example.org} {} "GET /a/index.html?x=1 HTTP/1.1" 0/0/0/0/1 www.example.org/TLSv1.3/TLS_AES_256_GCM_SHA384',
    '203.0.113.9:52214 [10/Mar/2026:12:00:00.796] tcp-in db/db01 1/0/18391 11462 cD 1/1/0/0/0 0/0',
    '203.0.113.9:56059 [10/Mar/2026:12:00:00.380] www/1: SSL handshake failure',
  ],
}
