import { createAuthEndpoint } from 'better-auth/api'

/** Reads the session cookie and proves its signature; whether the session holds is not asked here. No path leads to it. */
export function readSessionToken() {
  return {
    id: 'read-session-token',
    endpoints: {
      sessionToken: createAuthEndpoint.serverOnly(
        { method: 'GET', requireHeaders: true },
        async ({ context, getSignedCookie }) =>
          (await getSignedCookie(context.authCookies.sessionToken.name, context.secret)) || null,
      ),
    },
  }
}
