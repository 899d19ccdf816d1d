import { UserError } from '#core/errors'
import type { Session } from '../identity/session.ts'

/** @throws UserError UNAUTHENTICATED */
export function requireSession({ session }: { session: Session | undefined }): Session {
  if (!session)
    throw new UserError('UNAUTHENTICATED', 'Sign in, or send an API token: Authorization: Bearer nja_...')
  return session
}
