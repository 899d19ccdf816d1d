import type { Fields } from '../../event/event.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import type { JsonObject } from '../parser.ts'
import { setUrl } from '../web/set-url.ts'

/** Requests through Cloud Load Balancing, with what Cloud Armor's policy said of them. */
export function readLoadBalancer(fields: Fields, { httpRequest, jsonPayload, resource }: JsonObject): void {
  const request = objectOf(httpRequest)
  const payload = objectOf(jsonPayload)
  const labels = objectOf(objectOf(resource).labels)
  setText(fields, 'http.request.method', request.requestMethod)
  setNumber(fields, 'http.request.bytes', request.requestSize)
  setNumber(fields, 'http.response.status_code', request.status)
  setNumber(fields, 'http.response.bytes', request.responseSize)
  setText(fields, 'http.request.referrer', request.referer)
  setText(fields, 'user_agent.original', request.userAgent)
  setEnd(fields, 'source', request.remoteIp ?? payload.remoteIp)
  setEnd(fields, 'destination', request.serverIp)
  const version = textOf(request.protocol)
  if (version?.startsWith('HTTP/')) fields['http.version'] = version.slice(5)
  const url = textOf(request.requestUrl)
  if (url !== undefined) {
    setUrl(fields, url)
    fields['url.full'] = url
    const { 'url.scheme': scheme, 'url.domain': domain } = fields
    if (scheme === 'http' || scheme === 'https') fields['url.port'] ??= scheme === 'https' ? 443 : 80
    setEnd(fields, 'destination', domain)
  }
  setText(fields, 'cloud.region', labels.zone ?? labels.region ?? labels.location)
  setText(fields, 'gcp.load_balancer.status_details', payload.statusDetails)
  const policy = objectOf(payload.enforcedSecurityPolicy)
  setText(fields, 'rule.name', policy.name)
  setText(fields, 'event.action', policy.configuredAction)
  if (policy.outcome === 'DENY') fields['event.outcome'] = 'failure'
  else if (policy.outcome === 'ACCEPT') fields['event.outcome'] = 'success'
}
