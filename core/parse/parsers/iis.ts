import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'
import { decodeQuery } from '../web/decode-query.ts'
import { setUrl } from '../web/set-url.ts'
import { setZonedAddress } from '../web/set-zoned-address.ts'

const MAX_WORDS = 60
const METHOD = /^[A-Z][A-Z_-]{1,31}$/
const SITE = /^[A-Z\d]{1,8}SVC\d{1,10}$/

const present = (word: string | undefined): string | undefined =>
  word === '-' || word === '' ? undefined : word

function start(): Fields {
  const fields = createFields()
  fields['event.module'] = 'iis'
  fields['event.dataset'] = 'iis.access'
  return fields
}

function setStatus(fields: Fields, status: number): void {
  fields['http.response.status_code'] = status
  fields['event.outcome'] = status >= 400 ? 'failure' : 'success'
}

/** `EXAMPLE\anna` */
function setUser(fields: Fields, user: string | undefined): void {
  if (user === undefined) return
  const slash = user.indexOf('\\')
  if (slash > 0) fields['user.domain'] = user.slice(0, slash)
  fields['user.name'] = user.slice(slash + 1)
}

function setRequest(fields: Fields, stem: string, query: string | undefined): void {
  // A question mark in the stem is part of the path: the query has its own column.
  setUrl(fields, stem)
  if (query !== undefined) fields['url.query'] = decodeQuery(query)
}

/** Columns before the method: site, computer, server's address, each only where chosen. */
function setFront(fields: Fields, words: readonly string[]): boolean {
  for (const word of words) {
    if (SITE.test(word)) fields['iis.access.site_name'] = word
    else if (isIp(word.split('%', 1)[0] ?? '')) setZonedAddress(fields, 'destination', word)
    else {
      fields['iis.access.server_name'] = word
      fields['host.name'] = word
    }
  }
  return fields['destination.ip'] !== undefined
}

/** Agent, cookie, referrer and host: their number says which were chosen; two are agent and referrer. */
function setHeaders(fields: Fields, words: readonly string[]): void {
  const [agent, second, third, fourth] = words
  const referrer = present(words.length === 2 ? second : third)
  const cookie = words.length > 2 ? present(second) : undefined
  const host = present(fourth)
  const client = present(agent)
  if (client !== undefined) fields['user_agent.original'] = client.replaceAll('+', ' ')
  if (cookie !== undefined) fields['iis.access.cookie'] = cookie
  if (referrer !== undefined) fields['http.request.referrer'] = referrer
  if (host !== undefined) {
    fields['destination.domain'] = host
    fields['url.domain'] = host
  }
}

/** Status, sub-status, Windows status, bytes sent and received where chosen, milliseconds; then forwarded addresses. */
function setNumbers(fields: Fields, numbers: readonly number[], rest: string): void {
  const [status = 0, sub, win32] = numbers
  setStatus(fields, status)
  if (sub !== undefined) fields['iis.access.sub_status'] = sub
  if (win32 !== undefined) fields['iis.access.win32_status'] = win32
  const [sent, received] = numbers.length >= 6 ? numbers.slice(3) : []
  if (sent !== undefined) fields['http.response.body.bytes'] = sent
  if (received !== undefined) fields['http.request.body.bytes'] = received
  const taken = numbers.length > 3 ? numbers.at(-1) : undefined
  if (taken !== undefined) fields['event.duration'] = taken * 1_000_000
  const [forwarded = ''] = rest.split(/[,\s]/, 1)
  if (isIp(forwarded)) fields['network.forwarded_ip'] = forwarded
}

/** The W3C format without its header: which of the usual columns are there is told by what they hold. */
function parseW3c(text: string): Parsed | undefined {
  let words = text.slice(20, 2_048).split(' ', 8)
  if (!words.some((word) => METHOD.test(word))) return undefined
  words = text.slice(0, 16_384).split(' ', MAX_WORDS)
  let at = 2
  while (at < 6 && !METHOD.test(words[at] ?? '')) at++
  // A computer's name may look like a method: the port's column decides.
  while (at < 6 && !/^\d{1,5}$/.test(words[at + 3] ?? '')) at++
  const [method = '', stem = '', query, port = '', user, client] = words.slice(at, at + 6)
  const portNumber = wholeNumber(port)
  if (!METHOD.test(method) || portNumber === undefined || client === undefined) return undefined
  // W3C logs are in UTC whatever the server's zone.
  const time = parseIsoTime(text.slice(0, 19), 0)
  let next = at + 6
  const version = /^HTTP\/(\d(?:\.\d)?)$/.exec(words[next] ?? '')
  if (version) next++
  let status = next
  while (status < words.length && status - next < 5 && !isStatus(words, status)) status++
  if (time === undefined || !isStatus(words, status)) return undefined
  const fields = start()
  const hasServer = setFront(fields, words.slice(2, at))
  fields['http.request.method'] = method
  fields['destination.port'] = portNumber
  if (version?.[1]) fields['http.version'] = version[1]
  setRequest(fields, stem, present(query))
  setUser(fields, present(user))
  setZonedAddress(fields, 'source', client)
  setHeaders(fields, words.slice(next, status))
  const numbers: number[] = []
  let end = status
  while (end < words.length && numbers.length < 6) {
    const number = wholeNumber(words[end] ?? '')
    if (number === undefined) break
    numbers.push(number)
    end++
  }
  setNumbers(fields, numbers, words.slice(end).join(' ').replaceAll('+', ''))
  if (!hasServer) {
    fields['event.category'] = ['web']
    fields['event.type'] = ['access']
  }
  return { time, fields }
}

function isStatus(words: readonly string[], at: number): boolean {
  return (
    /^[1-5]\d\d$/.test(words[at] ?? '') &&
    /^\d{1,3}$/.test(words[at + 1] ?? '') &&
    /^\d{1,10}$/.test(words[at + 2] ?? '')
  )
}

/** IIS's own format: `client, user, 3/10/2026, 12:00:00, W3SVC1, WEB01, server, ms, in, out, status, win32, GET, /, -,`. */
function parseNative(text: string, context: ParseContext): Parsed | undefined {
  const columns = text.slice(0, 16_384).split(', ', 16)
  const [client = '', user, date = '', clock = '', site = '', server, address, ...rest] = columns
  const [
    taken = '',
    received = '',
    sent = '',
    status = '',
    win32 = '',
    method = '',
    target = '',
    query = '-',
  ] = rest
  const day = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(date)
  if (!day || !SITE.test(site) || !/^\d{3}$/.test(status) || target === '') return undefined
  const iso = `${day[3]}-${day[1]?.padStart(2, '0')}-${day[2]?.padStart(2, '0')}T${clock.padStart(8, '0')}`
  const time = parseIsoTime(iso, context)
  if (time === undefined) return undefined
  const fields = start()
  fields['iis.access.site_name'] = site
  if (server) {
    fields['iis.access.server_name'] = server
    fields['host.name'] = server
    fields['observer.name'] = server
  }
  setZonedAddress(fields, 'source', client)
  setZonedAddress(fields, 'destination', address)
  setUser(fields, present(user))
  setStatus(fields, Number(status))
  fields['http.request.method'] = method
  setRequest(fields, target, present(query.replace(/,$/, '')))
  for (const [name, value, scale] of [
    ['event.duration', taken, 1_000_000],
    ['http.request.body.bytes', received, 1],
    ['http.response.body.bytes', sent, 1],
    ['iis.access.win32_status', win32, 1],
  ] as const) {
    const number = wholeNumber(value)
    if (number !== undefined) fields[name] = number * scale
  }
  return { time, fields }
}

function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  if (text.charCodeAt(4) === 0x2d && text.charCodeAt(10) === 0x20 && text.charCodeAt(19) === 0x20)
    return parseW3c(text)
  return text.slice(0, 120).includes('SVC') && text.includes(', ') ? parseNative(text, context) : undefined
}

export const parser: Parser = {
  name: 'iis',
  reads: 'access log of Microsoft IIS: W3C extended with the usual columns, and its own format',
  version: 1,
  clues: [
    { first: '0123456789', run: 4, next: '-' },
    { first: '0123456789:abcdefABCDEF', next: '.:,' },
  ],
  parse,
  samples: [
    '2026-03-10 12:00:00 10.0.0.5 GET /a/b.aspx x=1 443 EXAMPLE\\anna 203.0.113.9 Mozilla/5.0+(Windows+NT+10.0) https://example.org/ 200 0 0 15',
    '2026-03-10 12:00:00 W3SVC1 WEB01 10.0.0.5 POST /login - 80 - 203.0.113.9 HTTP/1.1 Mozilla/5.0+(X11) c=1 - www.example.org 403 4 5 5279 160 15 198.51.100.7',
    '203.0.113.9, anna, 3/10/2026, 12:00:00, W3SVC1, WEB01, 10.0.0.5, 2, 769, 143, 304, 0, GET, /index.html, -,',
  ],
}
