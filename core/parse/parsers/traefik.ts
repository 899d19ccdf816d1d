import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson, isScalar } from '../json/flatten-json.ts'
import { printScalar } from '../json/print-scalar.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'
import { setUrl } from '../web/set-url.ts'
import { parser as accessLog } from './access-log.ts'

const TAIL = / (\d{1,15}) "([^"]{0,500})" "([^"]{0,500})" (\d{1,12})ms$/
const HEADERS: readonly (readonly [prefix: string, field: string])[] = [
  ['request_', 'http.request.headers.'],
  ['downstream_', 'http.response.headers.'],
  ['origin_', 'traefik.access.origin.headers.'],
]

const NUMBERS: Readonly<Record<string, string>> = {
  DownstreamContentSize: 'http.response.body.bytes',
  DownstreamStatus: 'http.response.status_code',
  Duration: 'event.duration',
  OriginContentSize: 'traefik.access.origin.content_size',
  OriginDuration: 'traefik.access.origin.duration',
  OriginStatus: 'traefik.access.origin.status_code',
  Overhead: 'traefik.access.overhead',
  RequestContentSize: 'http.request.body.bytes',
  RequestCount: 'traefik.access.request_count',
  RetryAttempts: 'traefik.access.retry_attempts',
}

const TEXTS: Readonly<Record<string, string>> = {
  BackendName: 'observer.egress.interface.name',
  ServiceName: 'observer.egress.interface.name',
  entryPointName: 'observer.ingress.interface.name',
  FrontendName: 'traefik.access.router.name',
  RouterName: 'traefik.access.router.name',
  ClientAddr: 'source.address',
  ClientUsername: 'user.name',
  RequestMethod: 'http.request.method',
  RequestScheme: 'url.scheme',
  RequestHost: 'url.domain',
  TLSVersion: 'tls.version',
  TLSCipher: 'tls.cipher',
  level: 'log.level',
}

function finish(fields: Fields): void {
  fields['event.module'] = 'traefik'
  fields['event.dataset'] = 'traefik.access'
  fields['network.transport'] = 'tcp'
  const status = fields['http.response.status_code']
  if (typeof status === 'number') fields['event.outcome'] = status >= 400 ? 'failure' : 'success'
}

/** `10.0.0.7:80`, `[2001:db8::7]:80` or a name. */
function setDestination(fields: Fields, address: string): void {
  const colon = address.lastIndexOf(':')
  const port = wholeNumber(address.slice(colon + 1))
  const host = (port === undefined ? address : address.slice(0, colon)).replace(/^\[(.*)\]$/, '$1')
  if (host === '') return
  fields['destination.address'] ??= host
  fields[isIp(host) ? 'destination.ip' : 'destination.domain'] = host
  if (port !== undefined && port <= 65_535) fields['destination.port'] = port
}

/** The common format with a count, router, service and duration behind it. */
function parseText(line: Line, context: ParseContext): Parsed | undefined {
  if (!line.text.endsWith('ms')) return undefined
  const tail = TAIL.exec(line.text.slice(-1_060))
  const parsed = tail ? accessLog.parse(line, context) : undefined
  if (!tail || !parsed) return undefined
  const { fields } = parsed
  fields['traefik.access.request_count'] = Number(tail[1])
  if (tail[2] && tail[2] !== '-') fields['traefik.access.router.name'] = tail[2]
  const service = tail[3] ?? ''
  const scheme = service.indexOf('://')
  if (scheme > 0) {
    fields['traefik.access.service.address'] = service
    const [authority = ''] = service.slice(scheme + 3).split('/', 1)
    fields['destination.address'] = authority
    setDestination(fields, authority)
  }
  fields['event.duration'] = Number(tail[4]) * 1_000_000
  finish(fields)
  return parsed
}

function setHeaders(fields: Fields, json: JsonObject): void {
  for (const name in json) {
    const known = HEADERS.find(([prefix]) => name.startsWith(prefix))
    const value = json[name]
    if (!known || !isScalar(value) || name.length > 100) continue
    const header = name.slice(known[0].length).toLowerCase()
    if (header === 'user-agent' && known[0] === 'request_') fields['user_agent.original'] = String(value)
    else if (header === 'referer' && known[0] === 'request_') fields['http.request.referrer'] = String(value)
    else fields[known[1] + header] = String(value)
  }
}

function parseJson(json: JsonObject, context: ParseContext): Parsed | undefined {
  const { StartUTC: start, time: written, ClientHost: host, ClientPort: port, RequestPath: path } = json
  const { RequestPort: urlPort, RequestProtocol: protocol, ServiceAddr: service, BackendAddr: backend } = json
  if (typeof json.RequestMethod !== 'string' || typeof json.RequestCount !== 'number') return undefined
  const fields = createFields()
  for (const name in NUMBERS) {
    const value = json[name]
    if (typeof value === 'number' && Number.isFinite(value)) fields[NUMBERS[name] ?? ''] = value
  }
  for (const name in TEXTS) {
    const value = json[name]
    if (typeof value === 'string' && value !== '') fields[TEXTS[name] ?? ''] ??= value
  }
  if (fields['url.scheme'] === '-') delete fields['url.scheme']
  if (typeof host === 'string') fields[isIp(host) ? 'source.ip' : 'source.domain'] = host
  const sourcePort = wholeNumber(printScalar(port))
  if (sourcePort !== undefined) fields['source.port'] = sourcePort
  if (typeof protocol === 'string' && protocol.startsWith('HTTP/')) fields['http.version'] = protocol.slice(5)
  const target = service ?? backend
  if (typeof target === 'string') setDestination(fields, target)
  setRequestUrl(fields, printScalar(path), printScalar(urlPort))
  setHeaders(fields, json)
  for (const name of ['ServiceURL', 'BackendURL'] as const) {
    const url = json[name]
    if (typeof url === 'string') fields['traefik.access.service.address'] = url
    else if (typeof url === 'object' && url !== null) flattenService(fields, url as JsonObject)
  }
  fields['observer.vendor'] = 'traefik'
  fields['observer.product'] = 'traefik'
  fields['observer.type'] = 'proxy'
  finish(fields)
  const stamp = [start, written].find((value) => typeof value === 'string')
  return { time: typeof stamp === 'string' ? parseIsoTime(stamp, context) : undefined, fields }
}

function flattenService(fields: Fields, url: JsonObject): void {
  const { Host: host, ForceQuery: force } = url
  const flat = createFields()
  flattenJson(flat, '', { host, force })
  if (flat.host !== undefined) fields['traefik.access.service.url.domain'] = flat.host
  if (flat.force !== undefined) fields['traefik.access.service.url.force_query'] = flat.force
}

function setRequestUrl(fields: Fields, path: string, port: string): void {
  const { 'url.scheme': scheme, 'url.domain': domain } = fields
  setUrl(fields, path)
  const number = wholeNumber(port)
  if (number !== undefined) fields['url.port'] = number
  if (typeof domain !== 'string') return
  fields['url.domain'] = domain
  const authority = number === undefined ? domain : `${domain}:${port}`
  fields['url.original'] = `${typeof scheme === 'string' ? `${scheme}://` : ''}${authority}${path}`
}

function parse(line: Line, context: ParseContext): Parsed | undefined {
  return line.json === undefined ? parseText(line, context) : parseJson(line.json, context)
}

export const parser: Parser = {
  name: 'traefik',
  reads: 'access log of Traefik, common format and JSON',
  version: 1,
  clues: [
    { json: ['DownstreamStatus', 'RequestCount'] },
    { first: '0123456789:abcdefABCDEF', next: '.:- ', after: '._:- ' },
  ],
  rank: 1,
  parse,
  samples: [
    '203.0.113.9 - - [10/Mar/2026:12:00:00 +0000] "GET /a/b.png HTTP/1.1" 304 0 "https://example.org/" "curl/8.1" 262 "web@docker" "http://10.0.0.5:8080" 2ms',
    '{"ClientAddr":"203.0.113.9:48376","ClientHost":"203.0.113.9","ClientPort":"48376","ClientUsername":"-","DownstreamContentSize":88,"DownstreamStatus":200,"Duration":59518533,"RequestCount":75,"RequestHost":"www.example.org","RequestMethod":"GET","RequestPath":"/a?b=1","RequestPort":"-","RequestProtocol":"HTTP/2.0","RequestScheme":"https","RetryAttempts":0,"RouterName":"web@docker","ServiceAddr":"10.0.0.5:80","ServiceName":"web@docker","StartUTC":"2026-03-10T12:00:00.6Z","entryPointName":"web","level":"info","msg":"","request_User-Agent":"curl/8.1","time":"2026-03-10T12:00:00Z"}',
  ],
}
