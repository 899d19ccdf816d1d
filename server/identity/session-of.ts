import { resolveApiToken } from '#core/records/api-tokens'
import type { Records } from '#core/records/create-records'
import { resolveSession, type SignedIn } from '#core/records/sessions'
import type { Auth } from './create-auth.ts'
import type { Session } from './session.ts'

/** What proves who asks. */
export interface Proof {
  authorization?: string | undefined
  cookie?: string | undefined
}

const BEARER = /^Bearer +([\w-]{1,100})$/i

/**
 * Who these headers prove: asked of Postgres each time, so that a revoked token or session ends at once.
 * @returns undefined for nobody
 * @throws UnavailableError
 */
export function createSessionOf(
  auth: Auth,
  records: Records,
): (proof: Proof) => Promise<Session | undefined> {
  return async ({ authorization, cookie }) => {
    // A token that does not hold proves nobody, whatever the cookie says.
    if (authorization !== undefined) return tokenSession(records, BEARER.exec(authorization)?.[1] ?? '')
    if (cookie === undefined) return undefined
    const token = await auth.api.sessionToken({ headers: new Headers({ cookie }) })
    const signedIn = token === null ? undefined : await resolveSession(records, token)
    return signedIn && personSession(signedIn)
  }
}

async function tokenSession(records: Records, secret: string): Promise<Session | undefined> {
  const grant = await resolveApiToken(records, secret)
  if (!grant) return undefined
  const { tokenId, name, membership } = grant
  return {
    ...{ userId: undefined, person: undefined, apiToken: { tokenId, name } },
    organization: membership.organization,
    memberships: [membership],
  }
}

function personSession({ person, memberships }: SignedIn): Session {
  return {
    ...{ userId: person.id, person, apiToken: undefined },
    organization: memberships[0]?.organization ?? '',
    memberships,
  }
}
