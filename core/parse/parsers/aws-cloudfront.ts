import type { Fields, FieldValue } from '../../event/event.ts'
import { setTls } from '../aws/set-tls.ts'
import { numberOf } from '../cloud/number-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import { createFields } from '../create-fields.ts'
import type { JsonObject, Line, Parsed, Parser } from '../parser.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

const COLUMNS = [
  ...[
    'date',
    'time',
    'x-edge-location',
    'sc-bytes',
    'c-ip',
    'cs-method',
    'cs(Host)',
    'cs-uri-stem',
    'sc-status',
  ],
  ...[
    'cs(Referer)',
    'cs(User-Agent)',
    'cs-uri-query',
    'cs(Cookie)',
    'x-edge-result-type',
    'x-edge-request-id',
  ],
  ...[
    'x-host-header',
    'cs-protocol',
    'cs-bytes',
    'time-taken',
    'x-forwarded-for',
    'ssl-protocol',
    'ssl-cipher',
  ],
  ...['x-edge-response-result-type', 'cs-protocol-version', 'fle-status', 'fle-encrypted-fields', 'c-port'],
  ...['time-to-first-byte', 'x-edge-detailed-result-type', 'sc-content-type', 'sc-content-len'],
  ...['sc-range-start', 'sc-range-end'],
]

/** Once: CloudFront encodes what is not printable, blanks and percent signs. */
function decode(value: FieldValue | undefined): FieldValue | undefined {
  if (typeof value !== 'string' || !value.includes('%') || value.length > 8_192) return value
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** Where a column is kept, so that no name is made per line. */
const FIELD: ReadonlyMap<string, string> = new Map(
  COLUMNS.map((name) => [name, `aws.cloudfront.${name.replaceAll(/[^\w]+/g, '_').replace(/_$/, '')}`]),
)
const FIELDS = COLUMNS.map((name) => FIELD.get(name) ?? name)

function readText(fields: Fields, text: string): void {
  const values = text.split('\t', 60)
  for (let at = 0; at < FIELDS.length && at < values.length; at++) {
    const name = FIELDS[at]
    const value = values[at]
    if (name !== undefined && value !== undefined && value !== '-' && value !== '') fields[name] = value
  }
}

/** Converters write an underscore for nothing. */
function readJson(fields: Fields, json: JsonObject): void {
  for (const [name, field] of FIELD) if (json[name] !== '_') setText(fields, field, json[name])
  setText(fields, 'aws.cloudfront.time', json.start_time)
}

const extensionOf = (path: string): string | undefined => /\.(\w{1,16})$/.exec(path.slice(-20))?.[1]

function setUrl(fields: Fields, path: string, host: string | undefined): void {
  const scheme = textOf(fields['aws.cloudfront.cs_protocol'])
  const query = textOf(fields['aws.cloudfront.cs_uri_query'])
  setText(fields, 'network.protocol', scheme)
  setText(fields, 'url.scheme', scheme)
  setText(fields, 'url.domain', host)
  fields['url.path'] = path
  setText(fields, 'url.query', query)
  setText(fields, 'url.extension', extensionOf(path))
  if (scheme === undefined || host === undefined) return
  fields['url.full'] = `${scheme}://${host}${path}${query === undefined ? '' : `?${query}`}`
}

function setHttp(fields: Fields): void {
  const version = textOf(fields['aws.cloudfront.cs_protocol_version'])
  setText(fields, 'http.request.method', fields['aws.cloudfront.cs_method'])
  setText(fields, 'http.request.id', fields['aws.cloudfront.x_edge_request_id'])
  setNumber(fields, 'http.request.bytes', fields['aws.cloudfront.cs_bytes'])
  setText(fields, 'http.request.referrer', decode(fields['aws.cloudfront.cs_Referer']))
  setNumber(fields, 'http.response.bytes', fields['aws.cloudfront.sc_bytes'])
  setNumber(fields, 'http.response.body.bytes', fields['aws.cloudfront.sc_content_len'])
  setText(fields, 'http.response.mime_type', decode(fields['aws.cloudfront.sc_content_type']))
  setNumber(fields, 'http.response.status_code', fields['aws.cloudfront.sc_status'])
  setText(fields, 'http.version', version?.startsWith('HTTP/') ? version.slice(5) : version)
  setText(fields, 'user_agent.original', decode(fields['aws.cloudfront.cs_User_Agent']))
  const status = fields['http.response.status_code']
  if (typeof status === 'number' && status > 0) fields['event.outcome'] = status < 400 ? 'success' : 'failure'
}

function parse({ text, json }: Line): Parsed | undefined {
  if (json === undefined && (text.charCodeAt(10) !== 0x09 || text.charCodeAt(4) !== 0x2d)) return undefined
  const fields = createFields()
  if (json === undefined) readText(fields, text)
  else readJson(fields, json)
  const path = textOf(fields['aws.cloudfront.cs_uri_stem'])
  if (path === undefined) return undefined
  fields['event.module'] = 'aws'
  fields['event.dataset'] = 'aws.cloudfront_logs'
  fields['cloud.provider'] = 'aws'
  fields['cloud.service.name'] = 'cloudfront'
  setEnd(fields, 'source', fields['aws.cloudfront.c_ip'], fields['aws.cloudfront.c_port'])
  const ip = fields['source.ip']
  if (typeof ip === 'string') fields['network.type'] = ip.includes(':') ? 'ipv6' : 'ipv4'
  const host = textOf(fields['aws.cloudfront.x_host_header']) ?? textOf(fields['aws.cloudfront.cs_Host'])
  setEnd(fields, 'destination', host)
  setText(
    fields,
    'event.action',
    fields['aws.cloudfront.x_edge_response_result_type'] ?? fields['aws.cloudfront.x_edge_result_type'],
  )
  setText(fields, 'event.id', fields['aws.cloudfront.x_edge_request_id'])
  setHttp(fields)
  setTls(fields, textOf(fields['aws.cloudfront.ssl_cipher']), textOf(fields['aws.cloudfront.ssl_protocol']))
  setUrl(fields, path, host)
  const seconds = numberOf(fields['aws.cloudfront.time_taken'])
  if (seconds !== undefined) fields['event.duration'] = Math.round(seconds * 1e9)
  const stamp = `${fields['aws.cloudfront.date']}T${fields['aws.cloudfront.time']}Z`
  return { time: parseIsoTime(stamp, 0), fields }
}

export const parser: Parser = {
  name: 'aws-cloudfront',
  reads: 'access logs of CloudFront, tab-separated and JSON',
  version: 1,
  clues: [{ first: '2', run: 4, next: '-' }, { json: ['cs-uri-stem', 'x-edge-location'] }],
  rank: 1,
  parse,
  samples: [
    '2026-03-10\t12:00:00\tAMS1\t392\t192.0.2.7\tGET\td111.cloudfront.net\t/index.html\t200\t-\tcurl/8%20(x)\ta=1\t-\tHit\tSOX4==\twww.example.org\thttps\t23\t0.001\t-\tTLSv1.3\tTLS_AES_128_GCM_SHA256\tHit\tHTTP/2.0\t-\t-\t11040\t0.001\tHit\ttext/html\t78\t-\t-',
    '{"date":"2026-03-10","time":"12:00:00","x-edge-location":"AMS1","sc-bytes":"392","c-ip":"192.0.2.7","cs-method":"GET","cs(Host)":"d111.cloudfront.net","cs-uri-stem":"/index.html","sc-status":"200","cs-protocol":"https","x-edge-result-type":"Hit"}',
  ],
}
