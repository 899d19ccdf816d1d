import { APIError, createAuthMiddleware } from 'better-auth/api'
import type { Log } from '#core/log'
import type { Records } from '#core/records/create-records'
import { clearSignInFailures, takeSignInTry } from '#core/records/sign-in-failures'

const SIGN_IN = '/sign-in/email'
/** What the library says of too many tries from one address. */
const REFUSAL = { message: 'Too many requests. Please try again later.' }

/** Hooks that stop guessing at one account, from however many addresses. */
export function limitSignIns({ records, log }: { records: Records; log: Log }) {
  return {
    before: createAuthMiddleware(async ({ path, body }) => {
      const email = emailOf(path, body)
      if (email === undefined) return
      const seconds = await takeSignInTry(records, email, new Date())
      if (seconds === undefined) return
      throw new APIError('TOO_MANY_REQUESTS', REFUSAL, { 'X-Retry-After': String(seconds) })
    }),
    after: createAuthMiddleware(async ({ path, body, context }) => {
      const email = emailOf(path, body)
      if (email === undefined || !context.newSession) return
      await clearSignInFailures(records, email, new Date()).catch((error: unknown) =>
        log.warn({ err: error }, 'sign-in failures not forgotten'),
      )
    }),
  }
}

function emailOf(path: string, body: unknown): string | undefined {
  if (path !== SIGN_IN || typeof body !== 'object' || body === null || !('email' in body)) return undefined
  return typeof body.email === 'string' ? body.email : undefined
}
