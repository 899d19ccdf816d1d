import { type NextRequest, NextResponse } from 'next/server'
import { safeNext } from './features/shell/safe-next.ts'
import { contentSecurityPolicy } from './serve/content-security-policy.ts'

const OPEN = new Set(['/login'])

/**
 * Gives every page a nonce and sends visitors without a session cookie to the sign-in page. A cookie proves
 * nothing: the server decides again on every request.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl
  const signedIn = request.cookies.getAll().some(({ name }) => name.endsWith('session_token'))
  if (!signedIn && !OPEN.has(pathname)) {
    const target = new URL('/login', request.url)
    const next = safeNext(pathname + search)
    if (next !== '/') target.searchParams.set('next', next)
    return NextResponse.redirect(target)
  }
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-nightjar-path', safeNext(pathname + search))
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = { matcher: ['/((?!_next/static|icon.svg|graphql|auth/|exports/).*)'] }
