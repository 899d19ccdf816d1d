import type { FastifyPluginAsync } from 'fastify'
import { createAuthPlugin } from './auth-plugin.ts'
import { type AuthDeps, createAuth } from './create-auth.ts'
import type { Session } from './session.ts'
import { createSessionOf, type Proof } from './session-of.ts'

export interface Identity {
  /** Fastify: /auth/*. */
  plugin: FastifyPluginAsync
  /** Who these headers prove; undefined for nobody. @throws UnavailableError */
  sessionOf(proof: Proof): Promise<Session | undefined>
}

/** Who is asking: people by session cookie, programs by API token. */
export function createIdentity(deps: AuthDeps): Identity {
  const auth = createAuth(deps)
  return { plugin: createAuthPlugin(auth, deps.records), sessionOf: createSessionOf(auth, deps.records) }
}
