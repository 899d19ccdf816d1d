import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Basic authentication or `X-ClickHouse-User` and `-Key`; compared in constant time. */
export function isAuthorised(headers: IncomingHttpHeaders, user: string, password: string): boolean {
  const given = credentials(headers)
  return given !== undefined && equal(given.user, user) && equal(given.password, password)
}

function credentials(headers: IncomingHttpHeaders): { user: string; password: string } | undefined {
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(headers.authorization ?? '')?.[1]
  if (basic !== undefined) {
    const text = Buffer.from(basic, 'base64').toString('utf8')
    const colon = text.indexOf(':')
    return colon < 0 ? undefined : { user: text.slice(0, colon), password: text.slice(colon + 1) }
  }
  const user = headers['x-clickhouse-user']
  const password = headers['x-clickhouse-key']
  return typeof user === 'string' && typeof password === 'string' ? { user, password } : undefined
}

function equal(left: string, right: string): boolean {
  return timingSafeEqual(
    createHash('sha256').update(left).digest(),
    createHash('sha256').update(right).digest(),
  )
}
