import type { Fields } from '../../event/event.ts'
import { text } from '../fields/field-setters.ts'
import { isObject } from '../json/flatten-json.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { createProductReader } from '../saas/create-product-reader.ts'
import { unwrap } from '../saas/unwrap.ts'
import { all, onlyIp } from '../saas/value-setters.ts'

const read = createProductReader({
  prefix: 'auth0.logs',
  dataset: 'auth0.logs',
  constants: { 'observer.vendor': 'Auth0', 'observer.product': 'Auth0' },
  times: ['data.date'],
  map: {
    'data.type': text('event.code'),
    'data.log_id': text('event.id'),
    'data._id': text('event.id'),
    'data.description': all(text('message'), text('event.reason')),
    'data.ip': onlyIp('source.ip'),
    'data.user_id': text('user.id'),
    'data.user_name': text('user.name'),
    'data.user_agent': text('user_agent.original'),
    'data.client_name': text('service.name'),
    'data.hostname': text('observer.hostname'),
    'data.details.request.method': text('http.request.method'),
    'data.details.request.path': text('url.path'),
    'data.details.response.statusCode': (fields, value) => {
      if (Number(value) > 0) fields['http.response.status_code'] ??= Number(value)
    },
  },
  finish(fields) {
    fields['log.level'] = levelOf(String(fields['event.code'] ?? ''))
    const ip = fields['source.ip']
    if (ip !== undefined) fields['network.type'] = String(ip).includes(':') ? 'ipv6' : 'ipv4'
    setEmail(fields)
  },
})

/** Auth0 has no level; codes of what failed begin with f, of what was stopped with limit. */
function levelOf(code: string): string {
  if (code.startsWith('f') || code.endsWith('_failed') || code.endsWith('_failure')) return 'error'
  return code === 'w' || code.startsWith('limit_') || code.startsWith('api_limit') ? 'warning' : 'info'
}

function setEmail(fields: Fields): void {
  const name = fields['user.name']
  if (typeof name === 'string' && name.includes('@')) fields['user.email'] = name
}

/** As the log stream sends it, or as the API lists it. */
function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return undefined
  const whole = unwrap(json)
  const data = isObject(whole.data) ? whole.data : whole
  if (typeof data.type !== 'string' || typeof data.date !== 'string') return undefined
  const id = data.log_id ?? whole.log_id
  return typeof id === 'string' ? read({ data: { ...data, log_id: id } }, context) : undefined
}

export const parser: Parser = {
  name: 'auth0',
  reads: 'tenant logs of Auth0, streamed or listed',
  version: 1,
  clues: [{ json: ['log_id'] }, { json: ['json'] }],
  parse,
  samples: [
    '{"log_id":"900001","data":{"date":"2026-03-10T12:00:00.125Z","type":"fp","description":"Wrong email or password.","client_name":"Shop","ip":"192.0.2.7","user_agent":"curl/8","user_id":"auth0|7","user_name":"anna@example.org","log_id":"900001"}}',
    '{"date":"2026-03-10T12:00:01.000Z","type":"s","connection":"Users","ip":"2001:db8::7","user_name":"bert","user_id":"auth0|8","log_id":"900002"}',
  ],
}
