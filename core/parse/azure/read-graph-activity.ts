import type { Fields } from '../../event/event.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import type { JsonObject } from '../parser.ts'
import { setUrl } from '../web/set-url.ts'

/** Calls of the Graph API. */
export function readGraphActivity(fields: Fields, record: JsonObject): void {
  const row = objectOf(record.properties)
  setText(fields, 'http.request.id', row.requestId)
  setText(fields, 'http.request.method', row.requestMethod)
  setNumber(fields, 'http.response.status_code', row.responseStatusCode)
  setNumber(fields, 'http.response.bytes', row.responseSizeBytes)
  setText(fields, 'user_agent.original', row.userAgent)
  setText(fields, 'user.id', row.userId)
  setText(fields, 'cloud.region', row.location ?? record.location)
  setText(fields, 'cloud.account.id', record.tenantId)
  fields['cloud.service.name'] = 'Microsoft Graph'
  setText(fields, 'service.name', 'Microsoft Graph')
  const url = textOf(row.requestUri)
  if (url === undefined) return
  setUrl(fields, url)
  fields['url.full'] = url
  if (fields['url.scheme'] === 'https') fields['url.port'] ??= 443
}
