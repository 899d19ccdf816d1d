import type { Fields } from '../../event/event.ts'
import { lowerText, number, text } from '../fields/field-setters.ts'
import { ipDirection } from '../network/ip-direction.ts'
import { sumTraffic } from '../network/sum-traffic.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { createProductReader } from '../saas/create-product-reader.ts'
import { snakeCase } from '../text/snake-case.ts'
import { transportName } from '../text/transport.ts'
import { setUrl } from '../web/set-url.ts'

const PREFIX = 'arista.ngfw'
const CLASS = /^class com\.untangle\.[\w.]{1,100}\.(\w{1,60})$/
/** Elastic's names of what the classes tell. */
const PROVIDERS: Readonly<Record<string, string>> = {
  SystemStatEvent: 'system_stats',
  InterfaceStatEvent: 'interface_stats',
  IntrusionPreventionLogEvent: 'intrusion_prevention',
  SessionEvent: 'session_event',
}
/** What `event.type` says beside allowed or denied. */
const VERDICTS: Readonly<Record<string, readonly string[]>> = {
  firewall: ['connection'],
  web_filter: ['connection', 'end'],
}
/** Where a session stands: events are about one, hold one, or hold a request that holds one. */
const SESSIONS = ['sessionEvent.', 'httpRequestEvent.sessionEvent.', '']

const interfaceName =
  (side: 'ingress' | 'egress') =>
  (fields: Fields, value: unknown): void => {
    const id = Number(value)
    if (Number.isInteger(id) && id > 0) fields[`observer.${side}.interface.name`] ??= `eth${id - 1}`
  }

const session = (at: string) => ({
  [`${at}CClientAddr`]: text('source.ip'),
  [`${at}CClientPort`]: number('source.port'),
  [`${at}SClientAddr`]: text('source.nat.ip'),
  [`${at}SClientPort`]: number('source.nat.port'),
  [`${at}SServerAddr`]: text('destination.ip'),
  [`${at}SServerPort`]: number('destination.port'),
  [`${at}CServerAddr`]: text('destination.nat.ip'),
  [`${at}CServerPort`]: number('destination.nat.port'),
  [`${at}protocol`]: protocol,
  [`${at}protocolName`]: lowerText('network.transport'),
  [`${at}hostname`]: text('host.name'),
  [`${at}clientIntf`]: interfaceName('ingress'),
  [`${at}serverIntf`]: interfaceName('egress'),
  [`${at}policyId`]: text('rule.ruleset'),
  [`${at}sessionId`]: text('event.id'),
})

function protocol(fields: Fields, value: unknown): void {
  const word = String(value).toLowerCase()
  fields['network.iana_number'] ??= word
  const name = transportName(word)
  if (name !== undefined) fields['network.transport'] ??= name
}

function requestLine(fields: Fields, value: unknown): void {
  const [method = '', target = ''] = String(value).split(' ', 2)
  fields['http.request.method'] ??= method
  if (target === '') return
  setUrl(fields, target)
  fields['url.full'] = target
}

const read = createProductReader({
  prefix: PREFIX,
  dataset: 'arista_ngfw.log',
  constants: {
    'observer.vendor': 'Arista',
    'observer.product': 'Arista NG Firewall',
    'observer.type': 'firewall',
  },
  times: ['timeStamp'],
  map: {
    requestLine,
    requestUri: (fields, value) => setUrl(fields, String(value)),
    ...Object.assign({}, ...SESSIONS.map(session)),
    clientAddress: text('source.ip'),
    ipSource: text('source.ip'),
    sportItype: number('source.port'),
    ipDestination: text('destination.ip'),
    dportIcode: number('destination.port'),
    login: text('user.name'),
    domain: text('destination.domain'),
    'httpRequestEvent.domain': text('destination.domain'),
    method: text('http.request.method'),
    reason: text('event.reason'),
    category: text('rule.category'),
    classtype: text('rule.ruleset'),
    msg: text('rule.name'),
    signatureId: text('rule.id'),
    ruleId: text('rule.id'),
    c2pBytes: number('source.bytes'),
    p2cBytes: number('destination.bytes'),
  },
  finish(fields, json) {
    const provider = providerOf(json)
    fields['event.provider'] = provider
    const side = provider === 'http_response' ? 'response' : 'request'
    if (provider.startsWith('http_')) number(`http.${side}.bytes`)(fields, Number(json.contentLength))
    if (typeof json.blocked === 'boolean') {
      fields['event.outcome'] = json.blocked ? 'failure' : 'success'
      fields['event.type'] = [...(VERDICTS[provider] ?? []), json.blocked ? 'denied' : 'allowed']
    }
    if (typeof json.succeeded === 'boolean') fields['event.outcome'] = json.succeeded ? 'success' : 'failure'
    const direction = ipDirection(fields['source.ip'], fields['destination.ip'])
    if (direction !== undefined) fields['network.direction'] = direction
    sumTraffic(fields)
  },
})

function providerOf({ class: name }: JsonObject): string {
  const simple = CLASS.exec(String(name))?.[1] ?? ''
  return PROVIDERS[simple] ?? snakeCase(simple.replace(/Event$/, ''))
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined || typeof json.class !== 'string' || !CLASS.test(json.class)) return undefined
  return read(json, context)
}

export const parser: Parser = {
  name: 'arista-ngfw',
  reads: 'Arista NG Firewall (Untangle): sessions, web requests and filters, intrusions, log-ins, statistics',
  version: 1,
  clues: [{ json: ['class', 'timeStamp'] }],
  parse,
  samples: [
    '{"timeStamp":"2026-03-10 12:00:00.125","method":"GET","requestId":7,"domain":"www.example.org","host":"www.example.org","contentLength":12,"requestUri":"/a","class":"class com.untangle.app.http.HttpRequestEvent","sessionEvent":{"protocol":6,"hostname":"pc7","CServerPort":443,"protocolName":"TCP","SServerAddr":"203.0.113.9","serverIntf":1,"CClientAddr":"10.0.0.7","sessionId":4711,"SClientAddr":"198.51.100.2","CClientPort":51000,"clientIntf":2,"policyId":1,"SClientPort":40100,"SServerPort":443,"CServerAddr":"203.0.113.9"}}',
    '{"timeStamp":"2026-03-10 12:00:00.125","login":"anna","clientAddress":"10.0.0.8","class":"class com.untangle.uvm.event.AdminLoginEvent","local":false,"succeeded":false}',
    '{"timeStamp":"2026-03-10 12:00:00.125","reason":"BLOCK_CATEGORY","requestLine":"GET http://www.example.org/a.txt","blocked":true,"category":"Games","ruleId":58,"class":"class com.untangle.app.web_filter.WebFilterEvent"}',
  ],
}
