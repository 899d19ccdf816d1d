import type { Fields } from '../../event/event.ts'
import { wholeNumber } from '../text/digits.ts'
import { setPeer } from '../text/set-peer.ts'

const MILLISECOND = 1_000_000
const DURATION = /^duration: (\d{1,12}(?:\.\d{1,6})?) ms/
const STEP = /^(statement|execute|parse|bind|fastpath function call)\b/

/** What PostgreSQL says of connections, by how its message begins. */
const CONNECTIONS: readonly (readonly [
  start: string,
  action: string,
  outcome: 'success' | 'failure' | undefined,
])[] = [
  ['connection received: ', 'connection-received', undefined],
  ['connection authenticated: ', 'authenticated', 'success'],
  ['connection authorized: ', 'connection-authorized', 'success'],
  ['disconnection: ', 'disconnected', 'success'],
  ['password authentication failed for user ', 'authentication-failed', 'failure'],
  ['authentication failed for user ', 'authentication-failed', 'failure'],
  ['no pg_hba.conf entry for ', 'connection-rejected', 'failure'],
  ['pg_hba.conf rejects connection for ', 'connection-rejected', 'failure'],
  ['role "', 'authentication-failed', 'failure'],
  ['permission denied ', 'permission-denied', 'failure'],
]
const METHODS =
  /^(?:Ident|Peer|LDAP|RADIUS|PAM|GSSAPI|SSPI|BSD|certificate|SCRAM) authentication failed for user /

function setConnection(fields: Fields, message: string): void {
  const known = CONNECTIONS.find(([start]) => message.startsWith(start))
  const method = known ? undefined : METHODS.exec(message.slice(0, 80))
  if (!known && !method) return
  fields['event.action'] = known?.[1] ?? 'authentication-failed'
  const outcome = known ? known[2] : 'failure'
  if (outcome !== undefined) fields['event.outcome'] = outcome
  const head = message.slice(0, 1_024)
  const host = / ?host[= ]"?([^\s",]{1,255})"?/.exec(head)?.[1]
  const port = /\bport=(\d{1,5})/.exec(head)?.[1]
  if (host !== undefined && host !== '[local]' && fields['source.address'] === undefined)
    setPeer(fields, 'source', host, wholeNumber(port ?? ''))
  const user = /\buser[= ]"?([^\s",]{1,128})"?/.exec(head)?.[1] ?? /^role "([^"]{1,128})"/.exec(head)?.[1]
  if (user !== undefined) fields['user.name'] ??= user
}

/** Durations, statements and connections that a message of PostgreSQL tells of. */
export function setPostgresMessage(fields: Fields, message: string): void {
  const duration = DURATION.exec(message)
  if (duration) fields['event.duration'] = Math.round(Number(duration[1]) * MILLISECOND)
  const step = message.slice(duration?.[0].length ?? 0).trimStart()
  const word = STEP.exec(step)?.[1]
  const colon = word === undefined ? -1 : step.indexOf(': ')
  if (word !== undefined && colon > 0 && colon < 200) {
    fields['postgresql.log.query_step'] = word
    fields['postgresql.log.query'] = step.slice(colon + 2)
    if (word !== 'statement') fields['postgresql.log.query_name'] = step.slice(word.length, colon).trim()
  } else if (!duration) setConnection(fields, message)
}
