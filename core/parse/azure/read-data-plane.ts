import type { Fields } from '../../event/event.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEmail } from '../cloud/set-email.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import type { JsonObject } from '../parser.ts'
import { setUrl } from '../web/set-url.ts'

function setWholeUrl(fields: Fields, url: string | undefined): void {
  if (url === undefined) return
  setUrl(fields, url)
  fields['url.full'] = url
  if (fields['url.scheme'] === 'https') fields['url.port'] ??= 443
}

/** HTTP says more of the end than the service's own words: a refusal may come as a success. */
function setStatus(fields: Fields, code: unknown): void {
  setNumber(fields, 'http.response.status_code', code)
  const status = fields['http.response.status_code']
  if (typeof status === 'number') fields['event.outcome'] = status < 400 ? 'success' : 'failure'
}

/** Key Vault: who used, read or changed which key, secret or certificate. */
export function readKeyVault(fields: Fields, record: JsonObject): void {
  const row = objectOf(record.properties)
  const claim = objectOf(objectOf(record.identity).claim)
  setText(fields, 'user.name', claim.upn ?? claim.unique_name ?? claim.appid)
  setText(fields, 'user.id', claim.oid)
  setText(fields, 'user_agent.original', row.clientInfo)
  setText(fields, 'tls.version', textOf(row.tlsVersion)?.replace(/^TLS/, '').replace('_', '.'))
  fields['cloud.service.name'] = 'Azure Key Vault'
  setStatus(fields, row.httpStatusCode)
  setWholeUrl(fields, textOf(row.requestUri))
}

/** Storage accounts: blobs, files, queues, tables; read, written or deleted. */
export function readStorage(fields: Fields, record: JsonObject): void {
  const row = objectOf(record.properties)
  const requester = objectOf(objectOf(record.identity).requester)
  setEnd(fields, 'source', record.callerIpAddress)
  setText(fields, 'event.provider', record.resourceType)
  setText(fields, 'cloud.region', record.location)
  setText(fields, 'cloud.account.name', row.accountName)
  setText(fields, 'cloud.service.name', row.serviceType)
  setText(fields, 'network.protocol', textOf(record.protocol)?.toLowerCase())
  setText(fields, 'user_agent.original', row.userAgentHeader)
  setText(fields, 'user.id', requester.objectId)
  const upn = textOf(requester.upn)
  if (upn !== undefined) setEmail(fields, 'user', upn)
  setText(fields, 'azure.storage.authentication', objectOf(record.identity).type)
  setText(fields, 'file.path', row.objectKey)
  setText(fields, 'event.reason', record.statusText)
  setText(fields, 'tls.version', textOf(row.tlsVersion)?.replace(/^TLS\s?/, ''))
  setNumber(fields, 'http.request.bytes', row.requestBodySize)
  setNumber(fields, 'http.response.bytes', row.responseBodySize)
  setStatus(fields, record.statusCode)
  setWholeUrl(fields, textOf(record.uri))
}
