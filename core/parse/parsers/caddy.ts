import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { isObject } from '../json/flatten-json.ts'
import { printScalar } from '../json/print-scalar.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { setPeer } from '../text/set-peer.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'
import { setUrl } from '../web/set-url.ts'

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** Caddy writes each header as a list. */
function header(headers: unknown, name: string): string | undefined {
  if (!isObject(headers)) return undefined
  const value: unknown = headers[name]
  return textOf(Array.isArray(value) ? value[0] : value)
}

function setRequest(fields: Fields, request: JsonObject): void {
  const { remote_ip: remote, remote_addr: address, remote_port: port, client_ip: client } = request
  const { proto, method, host, uri, headers, tls } = request
  const peer = textOf(remote) ?? textOf(address)?.replace(/:\d{1,5}$/, '')
  if (peer !== undefined)
    setPeer(fields, 'source', peer.replace(/^\[(.*)\]$/, '$1'), wholeNumber(printScalar(port)))
  const behind = textOf(client)
  if (behind !== undefined) fields['client.ip'] = behind
  const target = textOf(uri)
  if (target !== undefined) setUrl(fields, target)
  const domain = textOf(host)
  if (domain !== undefined) {
    fields['url.domain'] = domain.replace(/:\d{1,5}$/, '')
    fields['destination.domain'] = fields['url.domain']
  }
  const verb = textOf(method)
  if (verb !== undefined) fields['http.request.method'] = verb
  const version = textOf(proto)
  if (version?.startsWith('HTTP/')) fields['http.version'] = version.slice(5)
  const agent = header(headers, 'User-Agent')
  const referrer = header(headers, 'Referer')
  if (agent !== undefined) fields['user_agent.original'] = agent
  if (referrer !== undefined) fields['http.request.referrer'] = referrer
  if (isObject(tls) && typeof tls.server_name === 'string') fields['tls.client.server_name'] = tls.server_name
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  const {
    logger,
    request,
    ts,
    level,
    msg,
    status,
    size,
    duration,
    bytes_read: read,
    user_id: user,
  } = json ?? {}
  const name = textOf(logger)
  if (!isObject(request) || name === undefined || !name.startsWith('http.')) return undefined
  const fields = createFields()
  fields['event.module'] = 'caddy'
  fields['event.dataset'] = name.startsWith('http.log.access') ? 'caddy.access' : 'caddy.error'
  fields['log.logger'] = name
  const grade = textOf(level)
  if (grade !== undefined) fields['log.level'] = grade
  const message = textOf(msg)
  if (message !== undefined) fields.message = message
  const account = textOf(user)
  if (account !== undefined) fields['user.name'] = account
  setRequest(fields, request)
  if (typeof status === 'number' && status > 0) {
    fields['http.response.status_code'] = status
    fields['event.outcome'] = status >= 400 ? 'failure' : 'success'
  }
  if (typeof size === 'number') fields['http.response.body.bytes'] = size
  if (typeof read === 'number') fields['http.request.body.bytes'] = read
  if (typeof duration === 'number' && Number.isFinite(duration))
    fields['event.duration'] = Math.round(duration * 1e9)
  return { time: parseAnyTime(ts, context), fields }
}

export const parser: Parser = {
  name: 'caddy',
  reads: 'access and error log of Caddy, JSON',
  version: 1,
  clues: [{ json: ['request', 'logger', 'ts'] }],
  parse,
  samples: [
    '{"level":"info","ts":1773144000.123,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"203.0.113.9","remote_port":"51012","client_ip":"203.0.113.9","proto":"HTTP/2.0","method":"GET","host":"www.example.org","uri":"/a.php?b=1","headers":{"User-Agent":["curl/8.1"]},"tls":{"server_name":"www.example.org"}},"bytes_read":0,"user_id":"","duration":0.003,"size":12,"status":404}',
  ],
}
