import type { Fields } from '../../event/event.ts'
import { numberOf } from '../cloud/number-of.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import { printScalar } from '../json/print-scalar.ts'
import type { JsonObject } from '../parser.ts'
import { setUrl } from '../web/set-url.ts'

function setObserver(fields: Fields): void {
  fields['observer.vendor'] = 'Azure'
  fields['observer.product'] = 'Web Application Firewall'
  fields['observer.type'] = 'firewall'
  setText(fields, 'observer.name', fields['azure.resource.name'])
}

function setPath(fields: Fields, uri: unknown): void {
  const text = textOf(uri)
  if (text === undefined) return
  fields['url.original'] = text
  const question = text.indexOf('?')
  fields['url.path'] = question < 0 ? text : text.slice(0, question)
  if (question >= 0) fields['url.query'] = text.slice(question + 1)
}

/** Requests through Application Gateway. */
function readAccess(fields: Fields, row: JsonObject): void {
  setEnd(fields, 'source', row.clientIP ?? row.clientIp, row.clientPort)
  setText(fields, 'http.request.method', row.httpMethod)
  setNumber(fields, 'http.response.status_code', row.httpStatus)
  setText(fields, 'http.version', textOf(row.httpVersion)?.replace(/^HTTP\//, ''))
  setText(fields, 'user_agent.original', row.userAgent)
  setNumber(fields, 'source.bytes', row.receivedBytes)
  setNumber(fields, 'destination.bytes', row.sentBytes)
  const received = numberOf(row.receivedBytes)
  const sent = numberOf(row.sentBytes)
  if (received !== undefined || sent !== undefined) fields['network.bytes'] = (received ?? 0) + (sent ?? 0)
  setText(fields, 'url.domain', row.originalHost ?? row.host)
  setEnd(fields, 'destination', row.host ?? row.serverRouted)
  setPath(fields, row.requestUri)
  setText(fields, 'url.query', row.requestQuery)
  fields['event.type'] = ['connection']
}

/** Rules of the web application firewall that matched. */
function readRule(fields: Fields, row: JsonObject): void {
  const details = objectOf(row.details)
  setEnd(fields, 'source', row.clientIp ?? row.clientIP ?? row.socketIP, row.clientPort)
  setText(fields, 'event.action', row.action)
  setText(fields, 'event.reason', row.message ?? row.Message)
  setText(fields, 'message', row.message ?? row.Message)
  setText(fields, 'rule.id', row.ruleId)
  setText(fields, 'rule.name', row.ruleName)
  setText(fields, 'rule.category', row.ruleSetType)
  setText(fields, 'rule.version', row.ruleSetVersion)
  setText(fields, 'rule.ruleset', row.ruleGroup ?? row.policy)
  setText(fields, 'rule.description', details.message ?? details.msg)
  setPath(fields, row.requestUri)
  const action = (textOf(row.action) ?? '').toLowerCase()
  fields['event.type'] = [
    'connection',
    action.startsWith('block') || action === 'deny' ? 'denied' : 'allowed',
  ]
}

/** Application Gateway and its web application firewall. */
export function readGateway(fields: Fields, { properties, category }: JsonObject): void {
  const row = objectOf(properties)
  setObserver(fields)
  fields['network.protocol'] = 'http'
  fields['event.category'] = ['network']
  setText(fields, 'cloud.instance.id', row.instanceId)
  if (category === 'ApplicationGatewayFirewallLog') readRule(fields, row)
  else readAccess(fields, row)
}

/** Azure Front Door, access and web application firewall. */
export function readFrontDoor(fields: Fields, { properties, category }: JsonObject): void {
  const row = objectOf(properties)
  const isRule = printScalar(category).includes('Firewall')
  for (const side of ['source', 'client'] as const)
    setEnd(fields, side, row.clientIP ?? row.clientIp ?? row.ClientIP, row.clientPort)
  setText(fields, 'http.request.method', row.httpMethod)
  setNumber(fields, 'http.response.status_code', row.httpStatusCode)
  // 1.1.0.0 is 1.1.
  setText(
    fields,
    'http.version',
    textOf(row.httpVersion)
      ?.replace(/^HTTP\//, '')
      .split('.', 2)
      .join('.'),
  )
  setText(fields, 'event.reason', objectOf(row.details).msg)
  setNumber(fields, 'http.request.bytes', row.requestBytes)
  setNumber(fields, 'http.response.bytes', row.responseBytes)
  setText(fields, 'http.request.referrer', row.referer)
  setText(fields, 'user_agent.original', row.userAgent)
  const url = textOf(row.requestUri)
  if (url !== undefined) {
    setUrl(fields, url)
    fields['url.full'] = url
  }
  setText(fields, 'url.domain', row.host ?? row.hostName)
  setText(fields, 'network.protocol', textOf(row.requestProtocol)?.toLowerCase())
  setText(fields, 'tls.version', textOf(row.securityProtocol)?.replace(/^TLS\s?v?/i, ''))
  setText(fields, 'rule.name', row.ruleName)
  setText(fields, 'rule.ruleset', row.policy)
  setText(fields, 'event.action', row.action)
  fields['event.category'] = ['network']
  const blocked = /^(block|deny)/i.test(printScalar(row.action).slice(0, 10))
  fields['event.type'] = isRule && blocked ? ['connection', 'denied'] : ['connection']
}
