import type { Fields } from '../../event/event.ts'
import { listOf } from '../cloud/list-of.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

function headersOf(request: JsonObject): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const one of listOf(request.headers).slice(0, 200)) {
    const { name, value } = objectOf(one)
    if (typeof name === 'string' && typeof value === 'string' && !found.has(name.toLowerCase()))
      found.set(name.toLowerCase(), value)
  }
  return found
}

function setHttp(fields: Fields, request: JsonObject): void {
  setEnd(fields, 'source', request.clientIp)
  setText(fields, 'http.request.id', request.requestId)
  setText(fields, 'http.request.method', request.httpMethod)
  setText(fields, 'http.version', textOf(request.httpVersion)?.replace(/^HTTP\//, ''))
  setText(fields, 'url.original', request.uri)
  setText(fields, 'url.path', request.uri)
  setText(fields, 'url.query', request.args)
  setText(fields, 'url.scheme', request.scheme)
  const headers = headersOf(request)
  setText(fields, 'user_agent.original', headers.get('user-agent'))
  setEnd(fields, 'destination', headers.get('host'))
  setText(fields, 'http.request.referrer', headers.get('referer') ?? headers.get('x-client-origin'))
  setText(fields, 'http.request.mime_type', headers.get('content-type'))
  setNumber(fields, 'http.request.body.bytes', headers.get('content-length'))
  fields['network.protocol'] = 'http'
  fields['network.transport'] = 'tcp'
}

/** `arn:aws:wafv2:REGION:ACCOUNT:global/webacl/NAME/ID` */
function setAcl(fields: Fields, arn: string): void {
  const [, , service, region, account] = arn.split(':', 7)
  setText(fields, 'cloud.service.name', service)
  setText(fields, 'cloud.region', region)
  if (account !== undefined && !account.includes('/')) setText(fields, 'cloud.account.id', account)
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  const acl = textOf(json?.webaclId)
  if (json === undefined || acl === undefined) return undefined
  const action = textOf(json.action)
  const fields = createFields()
  flattenJson(fields, 'aws.waf', json)
  fields['event.module'] = 'aws'
  fields['event.dataset'] = 'aws.waf'
  fields['cloud.provider'] = 'aws'
  fields['observer.type'] = 'waf'
  setAcl(fields, acl)
  setText(fields, 'event.action', action)
  setText(fields, 'rule.id', json.terminatingRuleId)
  setText(fields, 'rule.name', json.terminatingRuleId)
  setText(fields, 'rule.category', json.terminatingRuleType)
  setText(fields, 'rule.ruleset', json.terminatingRuleType)
  const reasons = listOf(json.terminatingRuleMatchDetails)
    .slice(0, 50)
    .map((one) => textOf(objectOf(one).conditionType))
    .filter((one) => one !== undefined)
  if (reasons.length > 0) fields['event.reason'] = reasons
  setNumber(fields, 'http.response.status_code', json.responseCodeSent)
  setHttp(fields, objectOf(json.httpRequest))
  const allowed = action === 'ALLOW' || action === 'COUNT'
  fields['event.type'] = ['access', allowed ? 'allowed' : 'denied']
  fields['event.outcome'] = allowed ? 'success' : 'failure'
  return { time: parseAnyTime(json.timestamp, context), fields }
}

export const parser: Parser = {
  name: 'aws-waf',
  reads: "decisions of AWS's web application firewall",
  version: 1,
  clues: [{ json: ['webaclId', 'httpRequest'] }],
  parse,
  samples: [
    '{"timestamp":1773144000123,"formatVersion":1,"webaclId":"arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/main/a1","terminatingRuleId":"sqli","terminatingRuleType":"REGULAR","action":"BLOCK","terminatingRuleMatchDetails":[{"conditionType":"SQL_INJECTION","location":"QUERY_STRING"}],"httpRequest":{"clientIp":"203.0.113.5","country":"NL","headers":[{"name":"Host","value":"www.example.org"},{"name":"User-Agent","value":"curl/8"}],"uri":"/a","args":"id=1","httpVersion":"HTTP/1.1","httpMethod":"GET","requestId":"r1"}}',
    '{"timestamp":1773144000124,"webaclId":"arn:aws:wafv2:us-east-1:123456789012:global/webacl/main/a1","terminatingRuleId":"Default_Action","terminatingRuleType":"REGULAR","action":"ALLOW","httpRequest":{"clientIp":"192.0.2.7","headers":[],"uri":"/","httpVersion":"HTTP/2.0","httpMethod":"GET"}}',
  ],
}
