import type { Fields } from '../../event/event.ts'
import { setPeer } from '../text/set-peer.ts'
import { readAssignments } from './read-assignments.ts'

/** `authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=10.0.0.7  user=root`. */
export function setPamFailure(fields: Fields, rest: string): void {
  fields['event.action'] = 'authentication-failed'
  fields['event.outcome'] = 'failure'
  // The name that was asked for stands before the host and may look like one.
  const at = rest.lastIndexOf('rhost=')
  const host = at < 0 ? '' : (rest.slice(at + 6).split(' ', 1)[0] ?? '')
  const words = readAssignments(at < 0 ? rest : rest.slice(at + 6 + host.length), ' ')
  const asked = at < 0 ? -1 : rest.indexOf('ruser=')
  const other = asked < 0 || asked > at ? undefined : rest.slice(asked + 6, at).trim()
  const user = words.get('user') || other || words.get('acct')
  if (user) fields['user.name'] = user
  const tty = /\btty=(\S{1,64})/.exec(rest)?.[1]
  if (tty !== undefined && tty !== 'ssh') fields['process.tty.name'] = tty
  setPeer(fields, 'source', host)
}

/** `2 more authentication failures; logname= ... user=root`: one line for several, their number in `event.count`. */
export function readPamFailures(fields: Fields, text: string): boolean {
  const space = text.indexOf(' ')
  if (space < 1 || space > 6 || !text.startsWith(' more authentication failure', space)) return false
  const count = Number(text.slice(0, space))
  if (!Number.isInteger(count)) return false
  fields['event.count'] = count
  setPamFailure(fields, text.slice(space))
  return true
}
