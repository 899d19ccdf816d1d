import type { Fields } from '../../event/event.ts'
import { isObject } from '../json/flatten-json.ts'
import { printScalar } from '../json/print-scalar.ts'
import type { JsonObject } from '../parser.ts'
import { readJsonText } from './read-json-text.ts'
import { Row } from './row.ts'
import { set } from './set-hunting-entities.ts'

const WORDS: ReadonlyMap<string, string> = new Map([
  ['out', 'outbound'],
  ['outbound', 'outbound'],
  ['in', 'inbound'],
  ['inbound', 'inbound'],
])

const FLAGS = ['AA', 'TC', 'RD', 'RA'] as const

function setDns(fields: Fields, row: Row): void {
  set(fields, 'dns.question.name', row.text('query', 'DnsQueryString'))
  set(fields, 'dns.question.type', row.text('qtype_name'))
  set(fields, 'dns.question.class', row.text('qclass_name'))
  set(fields, 'dns.response_code', row.text('rcode_name'))
  const flags = FLAGS.filter((flag) => printScalar(row.values[flag]) === 'true')
  if (flags.length > 0) fields['dns.header_flags'] = flags
  const answers = readJsonText(row.values.answers)
  const ttls = readJsonText(row.values.TTLs)
  if (!Array.isArray(answers)) return
  const data = answers.filter((answer): answer is string => typeof answer === 'string').slice(0, 256)
  if (data.length > 0) fields['dns.answers.data'] = data
  if (Array.isArray(ttls) && ttls.length === data.length && ttls.every(Number.isFinite) && data.length > 0)
    fields['dns.answers.ttl'] = ttls
}

function setHttp(fields: Fields, row: Row): void {
  set(fields, 'http.request.method', row.text('method'))
  set(fields, 'http.response.status_code', row.number('status_code'))
  set(fields, 'http.request.body.bytes', row.number('request_body_len'))
  set(fields, 'http.response.body.bytes', row.number('response_body_len'))
  set(fields, 'http.version', row.text('version'))
  set(fields, 'user_agent.original', row.text('user_agent'))
  set(fields, 'url.domain', row.text('host'))
  set(fields, 'url.path', row.text('uri'))
}

function setTls(fields: Fields, row: Row): void {
  set(fields, 'tls.client.server_name', row.text('server_name'))
  set(fields, 'tls.cipher', row.text('cipher'))
  set(fields, 'tls.curve', row.text('curve'))
}

const READERS: ReadonlyMap<string, (fields: Fields, row: Row) => void> = new Map([
  ['dns', setDns],
  ['http', setHttp],
  ['ssl', setTls],
])

const INSPECTED = /^([A-Za-z]{2,12})(?:Connection|Authentication)Inspected$/

/** `DnsConnectionInspected`: what the sensor read in the traffic stands in `AdditionalFields`. */
export function setInspection(fields: Fields, action: string, details: unknown): void {
  const protocol = INSPECTED.exec(action)?.[1]?.toLowerCase()
  const values: JsonObject = isObject(details) ? details : {}
  const row = new Row(values)
  const direction = WORDS.get((row.text('direction') ?? '').toLowerCase())
  set(fields, 'network.direction', direction)
  if (protocol === undefined) return
  fields['network.protocol'] ??= protocol
  READERS.get(protocol)?.(fields, row)
}
