import type { Fields } from '../../event/event.ts'
import { readPamFailures, setPamFailure } from '../linux/read-pam-failures.ts'
import { startAuthEvent } from '../linux/start-auth-event.ts'
import type { Line, Parsed, Parser } from '../parser.ts'

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
  if (target.id !== undefined) fields['user.effective.id'] = target.id
  if (by < 0) return
  const actor = nameAndId(rest.slice(by + 4))
  if (actor.name !== '') fields['user.name'] = actor.name
  if (actor.id !== undefined) fields['user.id'] = actor.id
}

/** The name in single or double quotes at or after `at`. */
function quotedName(text: string): string | undefined {
  return /(?:user |user=)?['"]([^'"]{1,256})['"]/.exec(text)?.[1]
}

/** `requirement "uid >= 1000" not met by user "root"`, from pam_succeed_if. */
function unmet(fields: Fields, rest: string): void {
  fields['event.action'] = 'requirement-unmet'
  const at = rest.indexOf('not met by user ')
  const user = at < 0 ? undefined : quotedName(rest.slice(at))
  if (user !== undefined) fields['user.name'] = user
}

/** `user 'anna' granted access`, of pam_winbind; `Access denied for user 'bob'`. */
function decided(fields: Fields, said: string, outcome: 'success' | 'failure'): void {
  fields['event.action'] = outcome === 'success' ? 'access-granted' : 'access-denied'
  fields['event.outcome'] = outcome
  const user = quotedName(said) ?? /for user ([^\s:;]{1,256})/.exec(said)?.[1]
  if (user !== undefined) fields['user.name'] = user
}

/** pam_tally2 and pam_faillock: `Consecutive login failures for user bob account temporarily locked`. */
function locked(fields: Fields, said: string): void {
  fields['event.action'] = 'account-locked'
  fields['event.outcome'] = 'failure'
  const user = /user (\S{1,256})/.exec(said)?.[1]
  if (user !== undefined) fields['user.name'] = user.replace(/^\(?['"]?|['")]*$/g, '')
}

/** `pam_unix(sshd:session): `, `pam_listfile(vsftpd): `; '' where the tag already said who speaks. */
function moduleEnd(text: string): number {
  const end = text.startsWith('pam_') ? text.indexOf(': ') : -1
  const paren = text.startsWith('(pam_') ? text.indexOf(') ') : -1
  if (paren > 0 && paren < 64) return paren + 2
  return end > 0 && end < 80 ? end + 2 : 0
}

const OPENED = 'session opened for user '
const CLOSED = 'session closed for user '
const CHANGED = 'password changed for '

function read(fields: Fields, said: string): void {
  if (said.startsWith(OPENED)) opened(fields, said.slice(OPENED.length))
  else if (said.startsWith(CLOSED)) {
    fields['event.action'] = 'logged-off'
    fields['event.outcome'] = 'success'
    fields['user.name'] = nameAndId(said.slice(CLOSED.length)).name
  } else if (said.startsWith(CHANGED)) {
    fields['event.action'] = 'changed-password'
    fields['event.outcome'] = 'success'
    fields['user.target.name'] = said.slice(CHANGED.length).trim()
  } else if (readPamFailures(fields, said)) return
  else if (said.startsWith('requirement ')) unmet(fields, said)
  else if (said.includes('authentication failure')) setPamFailure(fields, said)
  else if (said.startsWith('check pass; user unknown')) setPamFailure(fields, '')
  else if (said.includes(' granted access') || said.startsWith('access granted'))
    decided(fields, said, 'success')
  else if (said.includes('ccess denied') || said.includes(' refused') || said.includes('denied access'))
    decided(fields, said, 'failure')
  else if (said.includes('temporarily locked') || said.includes('tally ')) locked(fields, said)
}

/** `pam_unix(sshd:session): ` tells the program where no tag does. */
function setService(fields: Fields, module: string): void {
  const service = /\(([\w.-]{1,48})[:)]/.exec(module)?.[1]
  if (service !== undefined) fields['process.name'] = service
}

function parse(line: Line): Parsed | undefined {
  const { text } = line
  const start = moduleEnd(text)
  if (start === 0 && line.program !== 'pam_unix') return undefined
  const fields = startAuthEvent('pam', text)
  if (line.program === undefined) setService(fields, text.slice(0, start))
  read(fields, text.slice(start))
  return { time: undefined, fields }
}

/** Modules named in the text speak for every program: sshd, sudo, su, cron, login. */
export const parser: Parser = {
  name: 'pam',
  reads: 'sessions, refusals and password changes, whichever program they speak for',
  version: 1,
  clues: [{ prefix: 'pam_' }, { prefix: '(pam_' }, { program: 'pam_unix' }],
  ownNames: true,
  parse,
  samples: [
    'pam_unix(sshd:session): session opened for user anna(uid=1000) by (uid=0)',
    'pam_unix(sudo:session): session closed for user root',
    'pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.9  user=root',
    "pam_winbind(sshd:account): user 'anna' granted access",
  ],
}
