import type { Fields } from '../../event/event.ts'
import { readSshPeer } from './read-ssh-peer.ts'

/** `invalid user bob`, `illegal user bob`, `authenticating user bob`, `user bob`, `bob`. */
export function setSshUser(fields: Fields, words: string): void {
  const name = words.replace(/^(?:(?:invalid|illegal|authenticating) user(?: |$)|user (?=\S))/, '').trim()
  if (name === '') return
  fields['user.name'] = name
  fields['source.user.name'] = name
}

/** A name may hold ` from `: only what follows the last one was written by sshd. */
export function userFromPeer(fields: Fields, rest: string): void {
  const from = rest.lastIndexOf(' from ')
  setSshUser(fields, from < 0 ? rest : rest.slice(0, from))
  if (from >= 0) readSshPeer(fields, rest.slice(from + 6))
}

/** `[authenticating user bob ]10.0.0.7 port 39906` */
export function userThenPeer(fields: Fields, rest: string): void {
  const port = rest.lastIndexOf(' port ')
  const space = port < 0 ? -1 : rest.lastIndexOf(' ', port - 1)
  if (space > 0) setSshUser(fields, rest.slice(0, space))
  readSshPeer(fields, rest.slice(space + 1))
}
