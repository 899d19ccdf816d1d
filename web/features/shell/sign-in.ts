import type { ApolloClient } from '@apollo/client'

type SignedIn = { ok: true } | { ok: false; message: string }

/** Opens a session: the server sets its cookie. Never says which of the two was wrong. */
export async function signIn(email: string, password: string): Promise<SignedIn> {
  const response = await fetch('/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  }).catch(() => undefined)
  if (response?.ok) return { ok: true }
  if (response?.status === 429) return { ok: false, message: tooManyTries(response.headers) }
  if (response && response.status < 500)
    return { ok: false, message: 'No account has this email address and password.' }
  return { ok: false, message: 'The server does not answer, so nobody can sign in. Try again in a moment.' }
}

function tooManyTries(headers: Headers): string {
  const minutes = Math.ceil(Number(headers.get('x-retry-after') ?? 60) / 60)
  return `Too many tries. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`
}

/** Ends the session, and forgets what the page held. */
export async function signOut(client: ApolloClient): Promise<void> {
  await fetch('/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => undefined)
  await client.clearStore().catch(() => undefined)
  location.assign('/login')
}
