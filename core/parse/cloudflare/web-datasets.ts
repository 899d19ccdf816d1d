import type { Fields, FieldValue } from '../../event/event.ts'
import { number, text } from '../fields/field-setters.ts'
import { printScalar } from '../json/print-scalar.ts'
import { addToList } from '../saas/create-product-reader.ts'
import type { KeyedProduct } from '../saas/keyed-product.ts'
import { all, instant, onlyIp, peer, tlsVersion, url } from '../saas/value-setters.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'
import { cipher, dataset, httpVersion, setDecision } from './dataset.ts'

const REQUEST = 'cloudflare_logpush.http_request'

function finishRequest(fields: Fields): void {
  for (const part of ['address', 'ip', 'port', 'bytes']) {
    copy(fields, `source.${part}`, `client.${part}`)
    copy(fields, `destination.${part}`, `server.${part}`)
  }
  const path = fields['url.original']
  const domain = fields['url.domain']
  if (fields['url.scheme'] === undefined && path !== undefined) {
    fields['url.scheme'] = fields['tls.version'] === undefined ? 'http' : 'https'
  }
  if (typeof domain === 'string' && typeof path === 'string' && path.startsWith('/')) {
    fields['url.full'] = `${fields['url.scheme']}://${domain}${path}`
  }
  const sent = fields['source.bytes']
  const received = fields['destination.bytes']
  if (typeof sent === 'number' && typeof received === 'number') fields['network.bytes'] = sent + received
  const start = parseAnyTime(fields[`${REQUEST}.EdgeStartTimestamp`], 0)
  const end = parseAnyTime(fields[`${REQUEST}.EdgeEndTimestamp`], 0)
  // To the microsecond: nanoseconds since the epoch are rounded when JSON is decoded.
  if (start !== undefined && end !== undefined && end >= start) {
    fields['event.duration'] = Math.round(Number(end - start) / 1000) * 1000
  }
  setFirewallActions(fields)
}

/** What rules of the firewall did to a request; `SecurityAction` took the place of the lists. */
function setFirewallActions(fields: Fields): void {
  const actions = fields[`${REQUEST}.FirewallMatchesActions`] ?? fields[`${REQUEST}.SecurityActions`]
  addToList(fields, 'event.action', actions)
  addToList(fields, 'event.action', fields[`${REQUEST}.SecurityAction`])
  const list = fields['event.action']
  if (Array.isArray(list)) for (const action of list) setDecision(fields, printScalar(action))
  fields['event.type'] ??= ['info']
}

function copy(fields: Fields, from: string, to: string): void {
  const value: FieldValue | undefined = fields[from]
  if (value !== undefined) fields[to] ??= value
}

const query = (field: string) => (fields: Fields, value: FieldValue) => {
  const bare = String(value).startsWith('?') ? String(value).slice(1) : String(value)
  if (bare !== '') fields[field] ??= bare
}

export const webDatasets: readonly KeyedProduct[] = [
  dataset('firewall_event', ['ClientRefererScheme', 'RuleID'], {
    constants: { 'event.category': ['network'], 'observer.type': 'firewall' },
    times: ['Datetime'],
    map: {
      Action: text('event.action'),
      ClientIP: peer('source'),
      ClientASN: number('source.as.number'),
      ClientRequestHost: all(text('url.domain'), text('destination.domain'), text('destination.address')),
      ClientRequestMethod: text('http.request.method'),
      ClientRequestPath: text('url.path'),
      ClientRequestQuery: query('url.query'),
      ClientRequestScheme: text('url.scheme'),
      ClientRequestProtocol: httpVersion,
      ClientRequestUserAgent: text('user_agent.original'),
      EdgeResponseStatus: number('http.response.status_code'),
      RuleID: text('rule.id'),
      Description: text('rule.description'),
      'Metadata.rule_message': text('rule.description'),
      Source: text('rule.ruleset'),
      RayID: text('event.id'),
    },
    finish: (fields) => setDecision(fields, String(fields['event.action'] ?? '')),
  }),
  dataset('http_request', ['ClientRequestURI', 'EdgeResponseStatus'], {
    constants: {
      'event.category': ['network'],
      'network.protocol': 'http',
      'network.transport': 'tcp',
      'observer.type': 'proxy',
    },
    times: ['EdgeStartTimestamp', 'EdgeEndTimestamp'],
    map: {
      ClientIP: peer('source'),
      ClientSrcPort: number('source.port'),
      ClientASN: number('source.as.number'),
      ClientRequestBytes: all(number('source.bytes'), number('http.request.bytes')),
      ClientRequestURI: url,
      ClientRequestHost: text('url.domain'),
      ClientRequestScheme: text('url.scheme'),
      ClientRequestMethod: text('http.request.method'),
      ClientRequestProtocol: httpVersion,
      ClientRequestReferer: text('http.request.referrer'),
      ClientRequestUserAgent: text('user_agent.original'),
      ClientSSLProtocol: tlsVersion,
      ClientSSLCipher: cipher,
      EdgeStartTimestamp: instant('event.start'),
      EdgeEndTimestamp: instant('event.end'),
      EdgeServerIP: onlyIp('observer.egress.ip'),
      EdgeResponseBytes: all(number('destination.bytes'), number('http.response.bytes')),
      EdgeResponseBodyBytes: number('http.response.body.bytes'),
      EdgeResponseContentType: text('http.response.mime_type'),
      EdgeResponseStatus: number('http.response.status_code'),
      OriginIP: peer('destination'),
      SecurityRuleID: text('rule.id'),
      SecurityRuleDescription: text('rule.description'),
      WAFRuleID: text('rule.id'),
      WAFRuleMessage: text('rule.description'),
      RayID: text('event.id'),
    },
    finish: finishRequest,
  }),
  dataset('sinkhole_http', ['SinkholeID', 'SrcAddr'], {
    constants: { 'event.category': ['network'], 'event.type': ['info'], 'network.protocol': 'http' },
    times: ['Timestamp'],
    map: {
      SrcAddr: peer('source'),
      DestAddr: peer('destination'),
      URL: url,
      Host: all(text('host.name'), text('url.domain')),
      Method: text('http.request.method'),
      Body: text('http.request.body.content'),
      BodyLength: number('http.request.body.bytes'),
      Referrer: text('http.request.referrer'),
      UserAgent: text('user_agent.original'),
      Username: text('user.name'),
    },
  }),
  dataset('workers_trace', ['EventTimestampMs', 'ScriptName'], {
    constants: { 'event.category': ['web'] },
    times: ['EventTimestampMs'],
    map: {
      EventType: text('event.action'),
      'Event.RayID': text('event.id'),
      'Event.Request.URL': url,
      'Event.Request.Method': text('http.request.method'),
      'Event.Response.Status': number('http.response.status_code'),
      'Exceptions.Message': text('error.message'),
      'Exceptions.Stack': text('error.stack_trace'),
      ScriptName: text('service.name'),
    },
    lists: { 'Logs.level': 'event.type' },
    finish(fields) {
      const outcome = fields['cloudflare_logpush.workers_trace.Outcome']
      const levels = fields['event.type']
      const failed = Array.isArray(levels) && levels.includes('error')
      fields['event.type'] = failed ? ['info', 'error'] : ['info']
      fields['event.outcome'] = outcome === 'ok' ? 'success' : 'failure'
    },
  }),
  dataset('page_shield', ['PageURL', 'ResourceType'], {
    constants: { 'event.category': ['web'], 'event.type': ['info'] },
    times: ['Timestamp'],
    map: {
      Action: text('event.action'),
      URL: url,
      URLHost: text('url.domain'),
      PageURL: text('http.request.referrer'),
      PolicyID: text('rule.id'),
    },
  }),
]
