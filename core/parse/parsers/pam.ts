import type { Fields } from '../../event/event.ts'
import { readAssignments } from '../linux/read-assignments.ts'
import { startAuthEvent } from '../linux/start-auth-event.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { setPeer } from '../text/set-peer.ts'

/** `bob(uid=1000)` or `bob`. */
function nameAndId(words: string): { name: string; id: string | undefined } {
  const open = words.indexOf('(uid=')
  const close = words.indexOf(')', open)
  if (open < 0 || close < 0) return { name: words.split(' ', 1)[0] ?? '', id: undefined }
  return { name: words.slice(0, open), id: words.slice(open + 5, close) }
}

/** `root(uid=0) by anna(uid=1000)`: the actor is the user, whose rights the session has is the effective one. */
function opened(fields: Fields, rest: string): void {
  const by = rest.lastIndexOf(' by ')
  const target = nameAndId(by < 0 ? rest : rest.slice(0, by))
  fields['event.action'] = 'logged-on'
  fields['event.outcome'] = 'success'
  fields['user.effective.name'] = target.name
  if (by < 0) return
  const actor = nameAndId(rest.slice(by + 4))
  if (actor.name !== '') fields['user.name'] = actor.name
  if (actor.id !== undefined) fields['user.id'] = actor.id
}

function failed(fields: Fields, rest: string): void {
  fields['event.action'] = 'authentication-failed'
  fields['event.outcome'] = 'failure'
  const words = readAssignments(rest, ' ')
  const user = words.get('user')
  if (user) fields['user.name'] = user
  setPeer(fields, 'source', words.get('rhost') ?? '')
}

/** `requirement "uid >= 1000" not met by user "root"`, from pam_succeed_if. */
function unmet(fields: Fields, rest: string): void {
  const user = /not met by user "([^"]*)"/.exec(rest)?.[1]
  if (user !== undefined) fields['user.name'] = user
}

/** `pam_unix(sshd:session): `, or '' where the tag already said who speaks. */
function moduleEnd(text: string): number {
  const end = text.startsWith('pam_') ? text.indexOf('): ') : -1
  return end > 0 && end < 64 ? end + 3 : 0
}

const OPENED = 'session opened for user '
const CLOSED = 'session closed for user '
const CHANGED = 'password changed for '

function parse(line: Line): Parsed | undefined {
  const { text } = line
  const start = moduleEnd(text)
  if (start === 0 && line.program !== 'pam_unix') return undefined
  const fields = startAuthEvent('pam', text)
  const said = text.slice(start)
  if (said.startsWith(OPENED)) opened(fields, said.slice(OPENED.length))
  else if (said.startsWith(CLOSED)) {
    fields['event.action'] = 'logged-off'
    fields['event.outcome'] = 'success'
    fields['user.name'] = nameAndId(said.slice(CLOSED.length)).name
  } else if (said.startsWith(CHANGED)) {
    fields['event.action'] = 'changed-password'
    fields['event.outcome'] = 'success'
    fields['user.target.name'] = said.slice(CHANGED.length).trim()
  } else if (said.includes('authentication failure')) failed(fields, said)
  else if (said.startsWith('check pass; user unknown')) failed(fields, '')
  else if (said.startsWith('requirement ')) unmet(fields, said)
  return { time: undefined, fields }
}

/** Modules named in the text speak for every program: sshd, sudo, su, cron, login. */
export const parser: Parser = {
  name: 'pam',
  reads: 'sessions, refusals and password changes, whichever program they speak for',
  version: 1,
  clues: [{ prefix: 'pam_' }, { program: 'pam_unix' }],
  parse,
  samples: [
    'pam_unix(sshd:session): session opened for user anna(uid=1000) by (uid=0)',
    'pam_unix(sudo:session): session closed for user root',
    'pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.9  user=root',
  ],
}
