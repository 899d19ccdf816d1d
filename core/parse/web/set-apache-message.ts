import type { Fields } from '../../event/event.ts'
import { PHRASES } from '../refusals/phrases.ts'
import { setUrl } from './set-url.ts'

const GRAVE = new Set(['emerg', 'alert', 'crit', 'error'])

/** A file that a client may not have, by how Apache says so; the path is the last word. */
const FILES = [
  'File does not exist: ',
  'script not found or unable to stat: ',
  'client denied by server configuration: ',
  'attempt to invoke directory as script: ',
  'Directory index forbidden by Options directive: ',
]

/** What Apache and its modules say when a client is not who it claims, or may not do what it tries. */
const REFUSALS: readonly (readonly [says: RegExp, action: string])[] = [
  [/\buser [^\n]{0,200}? not found(?:: |$)/, 'authentication-failed'],
  [/\buser [^\n]{0,200}?: authentication failure(?: for |$)/, 'authentication-failed'],
  [/\buser [^\n]{0,200}?: password mismatch(?:: |$)/, 'authentication-failed'],
  [
    /\buser [^\n]{0,200}? in realm [^\n]{0,200}? (?:not found|denied by provider)(?:: |$)/,
    'authentication-failed',
  ],
  [
    /\buser [^\n]{0,200}?: does not exist|invalid nonce |realm mismatch|nonce count|Digest: |digest mismatch/,
    'authentication-failed',
  ],
  [/client used wrong authentication scheme/, 'authentication-failed'],
  [/authorization (?:failure|result of)|access to [^\n]{0,300} (?:failed|denied)/, 'access-denied'],
  [
    /client denied by server configuration|Directory index forbidden|Access denied with code/,
    'access-denied',
  ],
  [
    /File does not exist|script not found or unable to stat|script '[^\n]{0,500}' not found or unable to stat/,
    'file-not-found',
  ],
  [
    /Invalid (?:method|URI) in request|request failed|erroneous characters|Request exceeded the limit/,
    'invalid-request',
  ],
  [/invalid qop|Authorization of user|Primary script unknown/, 'access-denied'],
  [/(?:cgi|suexec|importing function definition|function definition attempt)/, 'cgi-error'],
]

const MODSECURITY = [
  ['file', 'rule.ruleset'],
  ['severity', 'apache.error.modsecurity.severity'],
  ['unique_id', 'http.request.id'],
] as const

/** `[id "960015"] [msg "Request Missing an Accept Header"]` of ModSecurity: name and value of each. */
function setModSecurity(fields: Fields, message: string): void {
  const parts = new Map<string, string>()
  for (const [, name = '', value = ''] of message
    .slice(0, 16_384)
    .matchAll(/\[(\w{1,20}) "([^"]{0,1000})"\]/g))
    if (!parts.has(name)) parts.set(name, value)
  fields['event.kind'] = 'alert'
  fields['event.provider'] = 'ModSecurity'
  fields['event.action'] = message.includes('Access denied') ? 'request-blocked' : 'request-flagged'
  fields['event.outcome'] = 'failure'
  const id = parts.get('id')
  const name = parts.get('msg')
  const host = parts.get('hostname')
  const uri = parts.get('uri')
  if (id) fields['rule.id'] = id
  if (name) {
    fields['rule.name'] = name
    fields['event.reason'] = name
  }
  for (const [part, field] of MODSECURITY) {
    const value = parts.get(part)
    if (value) fields[field] = value
  }
  if (host) {
    fields['destination.domain'] = host
    fields['destination.address'] = host
  }
  if (uri) setUrl(fields, uri)
}

/** Files, refusals and alerts that a message of Apache's error log tells of. */
export function setApacheMessage(fields: Fields, message: string): void {
  if (message.includes('ModSecurity: ')) {
    setModSecurity(fields, message)
    return
  }
  const head = message.slice(0, 2_048)
  for (const start of FILES) {
    const at = head.indexOf(start)
    if (at < 0 || at > 64) continue
    const path = head.slice(at + start.length).split(', referer: ', 1)[0] ?? ''
    if (path !== '') fields['file.path'] = path
    break
  }
  const action =
    REFUSALS.find(([says]) => says.test(head))?.[1] ?? PHRASES.find(([, says]) => says.test(head))?.[0]
  // What goes wrong for a client is an attempt that failed, whatever module says so.
  const failed = fields['source.address'] !== undefined && GRAVE.has(String(fields['log.level']))
  if (action !== undefined) fields['event.action'] = action
  if (action !== undefined || failed) fields['event.outcome'] = 'failure'
  const user =
    /\buser ([^\s:]{1,128}):? (?:not found|authentication failure|password mismatch|in realm)/.exec(head)?.[1]
  if (user !== undefined) fields['user.name'] ??= user
}
