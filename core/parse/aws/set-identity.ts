import type { Fields } from '../../event/event.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import type { JsonObject } from '../parser.ts'

/** Who called, by the kinds that `userIdentity.type` has. */
function nameOf(identity: JsonObject): string | undefined {
  const own = textOf(identity.userName)
  if (own !== undefined) return own
  const issuer = textOf(objectOf(objectOf(identity.sessionContext).sessionIssuer).userName)
  switch (identity.type) {
    case 'Root':
      return 'root'
    case 'AWSService':
      return textOf(identity.invokedBy)
    case 'AWSAccount':
      return textOf(identity.accountId)
    default:
      return issuer
  }
}

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html */
export function setIdentity(fields: Fields, identity: JsonObject): void {
  setText(fields, 'user.id', identity.principalId ?? objectOf(identity.onBehalfOf).userId)
  setText(fields, 'user.name', nameOf(identity))
  setText(fields, 'cloud.account.id', identity.accountId)
  const issuer = objectOf(objectOf(identity.sessionContext).sessionIssuer)
  if (issuer.type === 'Role') {
    const role = textOf(issuer.userName)
    if (role !== undefined) fields['user.roles'] = [role]
  }
}
