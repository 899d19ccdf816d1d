import { betterAuth } from 'better-auth/minimal'
import type { Config } from '#core/config'
import { uuidV7 } from '#core/event/uuid-v7'
import type { Log } from '#core/log'
import type { Records } from '#core/records/create-records'
import { identityAdapter } from '#core/records/identity-adapter'
import type { Signals } from '#core/signals/signals'
import { MAX_PASSWORD, MIN_PASSWORD } from './create-person.ts'
import { limitSignIns } from './limit-sign-ins.ts'
import { readSessionToken } from './read-session-token.ts'
import { trustedOrigins } from './trusted-origins.ts'

export interface AuthDeps {
  records: Records
  signals: Signals
  log: Log
  config: Pick<Config, 'SECRET' | 'CONSOLE_URL' | 'SERVER_URL'>
}

/** The header in which our own plugin tells the address of the client; what the client says in it is dropped. */
export const CLIENT_ADDRESS = 'x-nightjar-client'

const WEEK_S = 7 * 24 * 3600

/** Sessions in Postgres behind signed cookies. People are invited: nobody signs up. */
export function createAuth({ records, signals, log, config }: AuthDeps) {
  if (!config.SECRET) throw new Error('Set NIGHTJAR_SECRET: it signs session cookies')
  return betterAuth({
    appName: 'Nightjar',
    baseURL: new URL(config.CONSOLE_URL).origin,
    basePath: '/auth',
    secret: config.SECRET,
    trustedOrigins: trustedOrigins(config),
    database: identityAdapter(records),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: MAX_PASSWORD,
    },
    // A week, then sign in again: the cookie is set once and its end is the session's.
    session: { expiresIn: WEEK_S, disableSessionRefresh: true },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 120,
      customRules: { '/sign-in/email': { window: 60, max: 20 }, '/change-password': { window: 60, max: 5 } },
    },
    hooks: limitSignIns({ records, log }),
    databaseHooks: {
      session: {
        delete: {
          after: (session) => signals.publish('sessionRevoked', { userId: session.userId }),
        },
      },
    },
    advanced: {
      cookiePrefix: 'nightjar',
      useSecureCookies: config.CONSOLE_URL.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      database: { generateId: () => uuidV7(Date.now()) },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
      // Said aloud, because the library leaves both checks out where NODE_ENV is `test`.
      disableCSRFCheck: false,
      disableOriginCheck: false,
    },
    plugins: [readSessionToken()],
    telemetry: { enabled: false },
    onAPIError: {
      onError: (error) => {
        if (isRefusal(error)) log.info({ reason: error.message }, 'sign-in refused')
        else log.error({ err: error }, 'identity request failed')
      },
    },
    logger: { level: 'warn', log: (level, message) => log[level === 'error' ? 'error' : 'warn'](message) },
  })
}

/** Answered with 4xx: the caller's mistake. */
function isRefusal(error: unknown): error is Error {
  return error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500
}

export type Auth = ReturnType<typeof createAuth>
