import type { Fields } from '../../event/event.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEmail } from '../cloud/set-email.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import type { JsonObject } from '../parser.ts'

const SOAP = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/'

/** A word, or `{value, localizedValue}` as the older API gives it. */
export const wordOf = (value: unknown): string | undefined => textOf(value) ?? textOf(objectOf(value).value)

/** Whose token it was: claims of the identity, in every record of the resource manager. */
export function readClaims(fields: Fields, record: JsonObject): void {
  const claims = objectOf(objectOf(record.identity).claims ?? record.claims)
  const upn = textOf(claims[`${SOAP}upn`]) ?? textOf(claims[`${SOAP}name`]) ?? textOf(record.caller)
  const name = upn?.trim()
  if (name !== undefined && name !== '') {
    setEmail(fields, 'user', name)
    setText(fields, 'source.user.name', name)
  }
  setText(fields, 'user.full_name', claims.name)
  setText(fields, 'user.id', claims['http://schemas.microsoft.com/identity/claims/objectidentifier'])
  setEnd(fields, 'source', claims.ipaddr)
}

/** Azure activity log: what was done to resources, by whom, with which right. */
export function readActivity(fields: Fields, record: JsonObject): void {
  const authorization = objectOf(objectOf(record.identity).authorization ?? record.authorization)
  setText(fields, 'azure.activitylogs.role', objectOf(authorization.evidence).role)
  const action = wordOf(record.operationName) ?? textOf(authorization.action)
  setText(fields, 'event.action', action)
  setText(fields, 'event.provider', wordOf(record.resourceProviderName))
  setText(fields, 'event.id', record.eventDataId)
  const verb = action?.slice(action.lastIndexOf('/') + 1).toLowerCase()
  if (verb === 'write') fields['event.type'] ??= ['change']
  else if (verb === 'delete') fields['event.type'] ??= ['deletion']
}
