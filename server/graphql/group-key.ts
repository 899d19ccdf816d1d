import { z } from 'zod'
import { UserError } from '#core/errors'
import type { GroupKey } from '#core/records/alerts/group-key'

const text = z.string().refine((value) => !/[\0\p{Surrogate}]/u.test(value))
const entity = z.tuple([z.uuid(), text, text, text])
const keySchema = z.union([
  z.tuple([z.literal('rule'), text]),
  z.tuple([z.literal('tenant'), z.uuid()]),
  z.tuple([z.literal('tactic'), text]),
  z.tuple([z.enum(['entity', 'host', 'user']), ...entity.def.items]),
  z.tuple([z.enum(['host', 'user', 'tactic'])]),
])

/** A group's name for clients, who take it as it is. */
export function encodeGroupKey({ by, parts = [] }: GroupKey): string {
  return Buffer.from(JSON.stringify([by, ...parts])).toString('base64url')
}

/** @throws UserError BAD_USER_INPUT for anything that `encodeGroupKey` would not write */
export function decodeGroupKey(key: string): GroupKey {
  let said: unknown
  try {
    said = JSON.parse(Buffer.from(key, 'base64url').toString())
  } catch {
    said = undefined
  }
  const read = keySchema.safeParse(said)
  if (!read.success)
    throw new UserError('BAD_USER_INPUT', 'group must be the key of a group, as it was served')
  const [by, ...parts] = read.data
  return { by, parts: parts.length > 0 ? parts : undefined }
}
