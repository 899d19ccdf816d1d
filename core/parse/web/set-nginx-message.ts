import type { Fields } from '../../event/event.ts'
import { PHRASES } from '../refusals/phrases.ts'

/** What nginx says when it does not give a client what it asked for. */
const REFUSALS: readonly (readonly [says: RegExp, action: string])[] = [
  [
    /^user "[^"]{0,200}"(?: was not found in |: password mismatch)|^no user\/password was provided/,
    'authentication-failed',
  ],
  [
    /^(?:access forbidden by rule|directory index of .{0,500} is forbidden|auth request unexpected status)/,
    'access-denied',
  ],
  [/^(?:limiting|delaying) (?:requests?|connections?)/, 'rate-limited'],
  [
    /^open\(\) ".{0,500}" failed \(\d{1,3}: |^".{0,500}" is not found \(|Primary script unknown/,
    'file-not-found',
  ],
  [/^client sent |^client intended to send too large body|SSL_do_handshake\(\) failed/, 'invalid-request'],
]

/** Refusals of nginx's error log, the account and the file they are about. */
export function setNginxMessage(fields: Fields, message: string): void {
  const head = message.slice(0, 1_200)
  const said = head.split(', client: ', 1)[0] ?? ''
  const action =
    REFUSALS.find(([says]) => says.test(head))?.[1] ?? PHRASES.find(([, says]) => says.test(said))?.[0]
  if (action === undefined) return
  fields['event.action'] = action
  if (fields['source.address'] !== undefined) fields['event.outcome'] = 'failure'
  const user = /^user "([^"]{1,128})"/.exec(head)?.[1]
  if (user !== undefined) fields['user.name'] = user
  const file = /^(?:open\(\) )?"([^"]{1,500})" (?:failed|is not found)/.exec(head)?.[1]
  if (file !== undefined) fields['file.path'] = file
}
