import type { Fields } from '../../event/event.ts'
import { listOf } from '../cloud/list-of.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEmail } from '../cloud/set-email.ts'
import { textOf } from '../cloud/text-of.ts'
import { printScalar } from '../json/print-scalar.ts'
import type { JsonObject } from '../parser.ts'

/** IdentityType of `Actor` and `Target`: 4 is a service's principal name, 5 a user's. */
const NAMED_TYPES = ['5', '4']

function targetOf(record: JsonObject): string | undefined {
  const targets = listOf(record.Target).map(objectOf)
  for (const type of NAMED_TYPES) {
    const found = targets.find((one) => printScalar(one.Type) === type)
    const id = textOf(found?.ID)
    if (id !== undefined) return id
  }
  return undefined
}

/** Who did it; of an alert about a user, that user; of a mailbox, its owner where the actor has no address. */
export function setUser(fields: Fields, record: JsonObject): void {
  const entity = record.EntityType === 'User' ? textOf(record.AlertEntityId) : undefined
  const id = entity ?? textOf(record.UserId)
  if (id !== undefined) {
    fields['user.id'] = id
    setEmail(fields, 'user', id)
  }
  const owner = textOf(record.MailboxOwnerUPN)
  if (owner?.includes('@')) fields['user.email'] ??= owner
  const target = targetOf(record)
  if (target === undefined) return
  fields['user.target.id'] = target
  if (target.includes('@') && !target.includes(';')) setEmail(fields, 'user.target', target)
}
