import type { Fields } from '../../event/event.ts'
import { readSshPeer } from '../linux/read-ssh-peer.ts'
import { startAuthEvent } from '../linux/start-auth-event.ts'
import type { Line, Parsed, Parser } from '../parser.ts'

type Read = (fields: Fields, rest: string) => void

/** `invalid user bob`, `illegal user bob`, `authenticating user bob`, `bob`. */
function setUser(fields: Fields, words: string): void {
  const name = words.replace(/^(?:invalid |illegal |authenticating )?user ?/, '')
  if (name !== '') fields['user.name'] = name
}

/** A name may hold ` from `: only what follows the last one was written by sshd. */
const userFromPeer: Read = (fields, rest) => {
  const from = rest.lastIndexOf(' from ')
  if (from < 0) return setUser(fields, rest)
  setUser(fields, rest.slice(0, from))
  readSshPeer(fields, rest.slice(from + 6))
}

/** `password for invalid user bob from 10.0.0.7 port 51826 ssh2: RSA SHA256:...` */
const login =
  (event: string, outcome: string): Read =>
  (fields, rest) => {
    const by = rest.indexOf(' for ')
    if (by < 0) return
    fields['event.outcome'] = outcome
    fields['system.auth.ssh.event'] = event
    fields['system.auth.ssh.method'] = rest.slice(0, by)
    const key = rest.indexOf(' ssh2: ')
    if (key > 0) fields['system.auth.ssh.signature'] = rest.slice(key + 7)
    userFromPeer(fields, key > 0 ? rest.slice(by + 5, key) : rest.slice(by + 5))
  }

const failed =
  (read: Read, event: string): Read =>
  (fields, rest) => {
    fields['event.outcome'] = 'failure'
    fields['system.auth.ssh.event'] = event
    read(fields, rest)
  }

const peer: Read = (fields, rest) => readSshPeer(fields, rest)

/** `[authenticating user bob ]10.0.0.7 port 39906 [preauth]` */
const maybeUserPeer: Read = (fields, rest) => {
  const port = rest.lastIndexOf(' port ')
  const space = port < 0 ? -1 : rest.lastIndexOf(' ', port - 1)
  if (space > 0) setUser(fields, rest.slice(0, space))
  readSshPeer(fields, rest.slice(space + 1))
}

/** `bob from 10.0.0.7 not allowed because ...` */
const refused: Read = (fields, rest) => {
  const end = rest.lastIndexOf(' not allowed because ')
  if (end > 0) userFromPeer(fields, rest.slice(0, end))
}

const MESSAGES: readonly (readonly [prefix: string, action: string, read: Read])[] = [
  ['Accepted ', 'ssh_login', login('Accepted', 'success')],
  ['Failed ', 'ssh_login', login('Failed', 'failure')],
  ['Postponed ', 'ssh_login_postponed', login('Postponed', 'unknown')],
  ['Partial ', 'ssh_login_postponed', login('Partial', 'unknown')],
  ['Invalid user ', 'ssh_login', failed(userFromPeer, 'Invalid')],
  ['Illegal user ', 'ssh_login', failed(userFromPeer, 'Invalid')],
  ['maximum authentication attempts exceeded for ', 'ssh_login', failed(userFromPeer, 'Exceeded')],
  ['error: maximum authentication attempts exceeded for ', 'ssh_login', failed(userFromPeer, 'Exceeded')],
  ['error: PAM: Authentication failure for ', 'ssh_login', failed(userFromPeer, 'Failed')],
  ['User ', 'ssh_login', failed(refused, 'Refused')],
  ['Disconnected from ', 'ssh_disconnected', maybeUserPeer],
  ['Connection closed by ', 'ssh_disconnected', maybeUserPeer],
  ['Connection reset by ', 'ssh_disconnected', maybeUserPeer],
  ['Received disconnect from ', 'ssh_disconnected', peer],
  ['Connection from ', 'ssh_connected', peer],
  ['Did not receive identification string from ', 'ssh_probed', peer],
  ['Unable to negotiate with ', 'ssh_probed', peer],
  ['fatal: Unable to negotiate with ', 'ssh_probed', peer],
  ['Bad protocol version identification ', 'ssh_probed', userlessFrom],
  ['reverse mapping checking getaddrinfo for ', 'ssh_name_mismatch', bracketed],
  ['subsystem request for ', 'ssh_subsystem', subsystem],
]

function userlessFrom(fields: Fields, rest: string): void {
  const from = rest.lastIndexOf(' from ')
  if (from >= 0) readSshPeer(fields, rest.slice(from + 6))
}

function bracketed(fields: Fields, rest: string): void {
  const open = rest.indexOf(' [')
  const close = rest.indexOf(']', open)
  if (open > 0 && close > 0) readSshPeer(fields, rest.slice(open + 2, close))
}

function subsystem(fields: Fields, rest: string): void {
  const by = rest.indexOf(' by user ')
  if (by > 0) fields['user.name'] = rest.slice(by + 9).split(' ', 1)[0] ?? ''
}

const byInitial = new Map<string, (typeof MESSAGES)[number][]>()
for (const message of MESSAGES) {
  const initial = message[0].charAt(0)
  byInitial.set(initial, [...(byInitial.get(initial) ?? []), message])
}

function parse({ text, program }: Line): Parsed | undefined {
  if (text.startsWith('pam_')) return undefined
  const fields = startAuthEvent('sshd', text)
  if (program === undefined) fields['process.name'] = 'sshd'
  for (const [prefix, action, read] of byInitial.get(text.charAt(0)) ?? []) {
    if (!text.startsWith(prefix)) continue
    fields['event.action'] = action
    read(fields, text.slice(prefix.length))
    return { time: undefined, fields }
  }
  return program === undefined ? undefined : { time: undefined, fields }
}

/** Particular enough to be known without the header that a collector took away. */
const BARE = [
  ...['Accepted password for ', 'Accepted publickey for ', 'Accepted keyboard-interactive'],
  ...['Failed password for ', 'Failed publickey for ', 'Failed none for ', 'Failed keyboard-interactive'],
  ...['Invalid user ', 'Disconnected from ', 'Received disconnect from ', 'Connection closed by '],
  ...['Bad protocol version identification ', 'Did not receive identification string from '],
]

export const parser: Parser = {
  name: 'sshd',
  reads: 'log-ins, refusals, disconnects and probes of OpenSSH, also without the syslog header',
  version: 1,
  clues: [
    { program: 'sshd' },
    { program: 'sshd-session' },
    { program: 'sshd-auth' },
    ...BARE.map((prefix) => ({ prefix })),
  ],
  parse,
  samples: [
    'Accepted publickey for anna from 10.0.0.7 port 51826 ssh2: ED25519 SHA256:0n9Hh2Qb6kYv',
    'Failed password for invalid user oracle from 203.0.113.9 port 40022 ssh2',
    'Invalid user admin from 203.0.113.9 port 40022',
    'Disconnected from authenticating user root 203.0.113.9 port 40022 [preauth]',
    'Server listening on 0.0.0.0 port 22.',
  ],
}
