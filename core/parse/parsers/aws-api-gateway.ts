import { setEnd } from '../cloud/set-end.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson } from '../json/flatten-json.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { parseClfTime } from '../time/parse-clf-time.ts'

/** The format is the owner's to choose; these are the names that AWS proposes. */
function parse({ json }: Line): Parsed | undefined {
  const time = parseClfTime(textOf(json?.requestTime) ?? '')
  if (json === undefined || time === undefined) return undefined
  const route = textOf(json.resourcePath) ?? textOf(json.path) ?? textOf(json.routeKey)
  const fields = createFields()
  flattenJson(fields, 'aws.apigateway', json)
  fields['event.module'] = 'aws'
  fields['event.dataset'] = 'aws.apigateway_logs'
  fields['cloud.provider'] = 'aws'
  setText(fields, 'http.request.id', json.requestId)
  setText(fields, 'http.request.method', json.httpMethod)
  setNumber(fields, 'http.response.status_code', json.status)
  setNumber(fields, 'http.response.bytes', json.responseLength)
  const protocol = textOf(json.protocol)
  setText(fields, 'http.version', protocol?.startsWith('HTTP/') ? protocol.slice(5) : undefined)
  setText(fields, 'url.path', route?.slice(route.indexOf(' ') + 1))
  setText(fields, 'url.domain', json.domainName)
  setText(fields, 'user.name', json.user ?? json.caller)
  setText(fields, 'user_agent.original', json.userAgent)
  setText(fields, 'event.action', json.eventType)
  setEnd(fields, 'source', json.ip ?? json.sourceIp)
  return { time, fields }
}

export const parser: Parser = {
  name: 'aws-api-gateway',
  reads: 'access logs of API Gateway: REST, HTTP, WebSocket',
  version: 1,
  clues: [{ json: ['requestTime', 'requestId'] }],
  parse,
  samples: [
    '{"requestId":"r1","ip":"192.0.2.7","caller":"-","user":"-","requestTime":"10/Mar/2026:12:00:00 +0000","httpMethod":"GET","resourcePath":"/pets","status":"200","protocol":"HTTP/1.1","responseLength":"184"}',
    '{"requestId":"r2","ip":"203.0.113.5","requestTime":"10/Mar/2026:12:00:00 +0000","httpMethod":"POST","routeKey":"POST /login","status":"403","protocol":"HTTP/1.1","responseLength":"23"}',
  ],
}
