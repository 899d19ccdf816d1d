import { setTls } from '../aws/set-tls.ts'
import { numberOf } from '../cloud/number-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import { createFields } from '../create-fields.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { parseEpochTime } from '../time/parse-epoch-time.ts'
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
function decode(value: string | undefined): string | undefined {
  if (value === undefined || !value.includes('%') || value.length > 8_192) return value
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

type Column = (name: string) => string | undefined

function ofText(text: string): Column | undefined {
  if (text.charCodeAt(10) !== 0x09 || text.charCodeAt(4) !== 0x2d) return undefined
  const values = text.split('\t', 60)
  const index = new Map(COLUMNS.map((name, at) => [name, values[at]]))
  return (name) => textOf(index.get(name))
}

const extensionOf = (path: string): string | undefined => /\.(\w{1,16})$/.exec(path.slice(-20))?.[1]

function parse({ text, json }: Line): Parsed | undefined {
  const column: Column | undefined =
    json === undefined ? ofText(text) : (name) => (json[name] === '_' ? undefined : textOf(json[name]))
  const path = column?.('cs-uri-stem')
  if (column === undefined || path === undefined) return undefined
  const fields = createFields()
  fields['event.module'] = 'aws'
  fields['event.dataset'] = 'aws.cloudfront_logs'
  fields['cloud.provider'] = 'aws'
  fields['cloud.service.name'] = 'cloudfront'
  for (const name of COLUMNS)
    setText(fields, `aws.cloudfront.${name.replaceAll(/[^\w]+/g, '_')}`, column(name))
  setEnd(fields, 'source', column('c-ip'), column('c-port'))
  const ip = fields['source.ip']
  if (typeof ip === 'string') fields['network.type'] = ip.includes(':') ? 'ipv6' : 'ipv4'
  const host = column('cs(Host)')
  setEnd(fields, 'destination', column('x-host-header') ?? host)
  setText(fields, 'event.action', column('x-edge-response-result-type') ?? column('x-edge-result-type'))
  setText(fields, 'event.id', column('x-edge-request-id'))
  setText(fields, 'http.request.id', column('x-edge-request-id'))
  setText(fields, 'http.request.method', column('cs-method'))
  setNumber(fields, 'http.request.bytes', column('cs-bytes'))
  setText(fields, 'http.request.referrer', decode(column('cs(Referer)')))
  setNumber(fields, 'http.response.bytes', column('sc-bytes'))
  setNumber(fields, 'http.response.body.bytes', column('sc-content-len'))
  setText(fields, 'http.response.mime_type', decode(column('sc-content-type')))
  setNumber(fields, 'http.response.status_code', column('sc-status'))
  setText(fields, 'http.version', column('cs-protocol-version')?.replace(/^HTTP\//, ''))
  setText(fields, 'user_agent.original', decode(column('cs(User-Agent)')))
  setTls(fields, column('ssl-cipher'), column('ssl-protocol'))
  const scheme = column('cs-protocol')
  const query = column('cs-uri-query')
  setText(fields, 'network.protocol', scheme)
  setText(fields, 'url.scheme', scheme)
  setText(fields, 'url.domain', column('x-host-header') ?? host)
  setText(fields, 'url.path', path)
  setText(fields, 'url.query', query)
  setText(fields, 'url.extension', extensionOf(path))
  if (scheme !== undefined && host !== undefined)
    fields['url.full'] = `${scheme}://${fields['url.domain']}${path}${query === undefined ? '' : `?${query}`}`
  const seconds = numberOf(column('time-taken'))
  if (seconds !== undefined) fields['event.duration'] = Math.round(seconds * 1e9)
  const status = numberOf(column('sc-status'))
  if (status !== undefined && status > 0) fields['event.outcome'] = status < 400 ? 'success' : 'failure'
  const clock = column('time') ?? column('start_time')
  const epoch = numberOf(column('timestamp'))
  const time = epoch === undefined ? parseIsoTime(`${column('date')}T${clock}Z`, 0) : parseEpochTime(epoch)
  return { time, fields }
}

export const parser: Parser = {
  name: 'aws-cloudfront',
  reads: 'access logs of CloudFront, tab-separated and JSON',
  version: 1,
  clues: [{ prefix: '20' }, { json: ['cs-uri-stem', 'x-edge-location'] }],
  rank: 1,
  parse,
  samples: [
    '2026-03-10\t12:00:00\tAMS1\t392\t192.0.2.7\tGET\td111.cloudfront.net\t/index.html\t200\t-\tcurl/8%20(x)\ta=1\t-\tHit\tSOX4==\twww.example.org\thttps\t23\t0.001\t-\tTLSv1.3\tTLS_AES_128_GCM_SHA256\tHit\tHTTP/2.0\t-\t-\t11040\t0.001\tHit\ttext/html\t78\t-\t-',
    '{"date":"2026-03-10","time":"12:00:00","x-edge-location":"AMS1","sc-bytes":"392","c-ip":"192.0.2.7","cs-method":"GET","cs(Host)":"d111.cloudfront.net","cs-uri-stem":"/index.html","sc-status":"200","cs-protocol":"https","x-edge-result-type":"Hit"}',
  ],
}
