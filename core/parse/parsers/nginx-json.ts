import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { createFieldMapper } from '../fields/create-field-mapper.ts'
import { number, text } from '../fields/field-setters.ts'
import { flattenJson } from '../json/flatten-json.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { setPeer } from '../text/set-peer.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'
import { setUrl } from '../web/set-url.ts'

const PREFIX = 'nginx.access'
const TIMES = ['time_iso8601', 'timestamp', '@timestamp', 'time_local', 'time', 'date_msec', 'msec']

/** nginx's own names of variables, as most `log_format ... escape=json` use them. */
const map = createFieldMapper(PREFIX, {
  request_method: text('http.request.method'),
  method: text('http.request.method'),
  status: number('http.response.status_code'),
  response_status: number('http.response.status_code'),
  body_bytes_sent: number('http.response.body.bytes'),
  bytes_sent: number('http.response.bytes'),
  request_length: number('http.request.bytes'),
  http_referrer: text('http.request.referrer'),
  http_referer: text('http.request.referrer'),
  referer: text('http.request.referrer'),
  http_user_agent: text('user_agent.original'),
  user_agent: text('user_agent.original'),
  content_type: text('http.response.mime_type'),
  sent_http_content_type: text('http.response.mime_type'),
  request_id: text('http.request.id'),
  remote_user: text('user.name'),
  scheme: text('network.protocol'),
  http_scheme: text('network.protocol'),
  ssl_protocol: text('tls.version'),
  ssl_cipher: text('tls.cipher'),
  ssl_server_name: text('tls.client.server_name'),
  host_name: text('host.name'),
  hostname: text('host.name'),
})

const textOf = (fields: Fields, name: string): string => {
  const value = fields[`${PREFIX}.${name}`]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function setRequest(fields: Fields): void {
  const [method = '', target, version = ''] = textOf(fields, 'request').split(' ', 3)
  const path = textOf(fields, 'request_uri') || (target ?? '') || textOf(fields, 'uri')
  if (target !== undefined && method !== '') fields['http.request.method'] ??= method
  const query = textOf(fields, 'query_string') || textOf(fields, 'args')
  if (path !== '') setUrl(fields, path.includes('?') || query === '' ? path : `${path}?${query}`)
  const protocol = textOf(fields, 'http_version') || textOf(fields, 'server_protocol') || version
  if (protocol.startsWith('HTTP/')) fields['http.version'] = protocol.slice(5)
}

function setServers(fields: Fields): void {
  const host = textOf(fields, 'host') || textOf(fields, 'http_host') || textOf(fields, 'server_name')
  if (host !== '') {
    fields['destination.address'] = host
    fields[isIp(host) ? 'destination.ip' : 'destination.domain'] = host
  }
  const [upstream = ''] = textOf(fields, 'upstream_addr').split(',', 1)
  const colon = upstream.lastIndexOf(':')
  const address = upstream.slice(0, colon)
  const port = wholeNumber(upstream.slice(colon + 1))
  if (colon > 0 && isIp(address) && port !== undefined) {
    fields['destination.ip'] = address
    fields['destination.port'] = port
  }
  const [forwarded = ''] = textOf(fields, 'http_x_forwarded_for').split(',', 1)
  if (isIp(forwarded.trim())) fields['network.forwarded_ip'] = forwarded.trim()
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (
    json === undefined ||
    !('request_time' in json || 'body_bytes_sent' in json || 'request_method' in json)
  )
    return undefined
  const fields = createFields()
  flattenJson(fields, PREFIX, json)
  map(fields)
  fields['event.module'] = 'nginx'
  fields['event.dataset'] = 'nginx.access'
  fields['observer.vendor'] = 'F5'
  fields['observer.product'] = 'nginx'
  fields['observer.type'] = 'WEB server'
  const peer = textOf(fields, 'remote_addr') || textOf(fields, 'client_address')
  const port = textOf(fields, 'remote_port') || textOf(fields, 'client_port')
  setPeer(fields, 'source', peer, wholeNumber(port))
  setRequest(fields)
  setServers(fields)
  const bytes = fields['http.response.body.bytes']
  if (bytes !== undefined) fields['http.response.bytes'] ??= bytes
  const seconds = Number(textOf(fields, 'request_time') || Number.NaN)
  if (Number.isFinite(seconds)) fields['event.duration'] = Math.round(seconds * 1e9)
  const status = fields['http.response.status_code']
  if (typeof status === 'number') fields['event.outcome'] = status >= 400 ? 'failure' : 'success'
  for (const name of TIMES) {
    const time = parseAnyTime(json[name], context)
    if (time !== undefined) return { time, fields }
  }
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'nginx-json',
  reads: "access log of nginx as JSON, with nginx's own names",
  version: 1,
  clues: [{ json: ['remote_addr'] }, { json: ['body_bytes_sent', 'request'] }],
  parse,
  samples: [
    '{"time_iso8601":"2026-03-10T12:00:00+00:00","remote_addr":"203.0.113.9","request_method":"GET","request_uri":"/a?b=1","status":404,"body_bytes_sent":36,"request_time":0.003,"host":"www.example.org","server_protocol":"HTTP/2.0","http_referer":"-","http_user_agent":"curl/8.1","upstream_addr":"10.0.0.5:8080"}',
    '{"timestamp":"2026-03-10T12:00:00Z","remote_addr":"203.0.113.9","request":"POST /login HTTP/1.1","status":"200","request_time":"0.010"}',
    '{"client_address":"203.0.113.9","client_port":"43834","request":"GET /a?b=1 HTTP/2.0","response_status":"200","body_bytes_sent":36,"host":"www.example.org","host_name":"edge01"}',
  ],
}
