import type { Fields } from '../../event/event.ts'
import { wholeNumber } from '../text/digits.ts'
import { setPeer } from '../text/set-peer.ts'
import { readSshPeer } from './read-ssh-peer.ts'
import { setSshUser, userFromPeer, userThenPeer } from './ssh-peers.ts'

/** Reads what follows the words by which a message is known. */
export type ReadSsh = (fields: Fields, rest: string) => void

/** `password for invalid user bob from 10.0.0.7 port 51826 ssh2: RSA SHA256:...` */
const login =
  (event: string, outcome: string): ReadSsh =>
  (fields, rest) => {
    const by = rest.indexOf(' for ')
    if (by < 0) return
    fields['event.outcome'] = outcome
    fields['system.auth.ssh.event'] = event
    fields['system.auth.ssh.method'] = rest.slice(0, by)
    // What follows the protocol the client wrote; SSH 1 has no key there.
    const ssh2 = rest.indexOf(' ssh2: ')
    const key = ssh2 > 0 ? ssh2 : rest.indexOf(' ssh1: ')
    if (key > 0) fields['system.auth.ssh.signature'] = rest.slice(key + 7)
    const hash = key > 0 ? rest.indexOf(' SHA256:', key) : -1
    if (hash > 0) fields['file.hash.sha256'] = rest.slice(hash + 8).split(' ', 1)[0] ?? ''
    userFromPeer(fields, key > 0 ? rest.slice(by + 5, key) : rest.slice(by + 5))
  }

const failed =
  (read: ReadSsh, event: string): ReadSsh =>
  (fields, rest) => {
    fields['event.outcome'] = 'failure'
    fields['system.auth.ssh.event'] = event
    read(fields, rest)
  }

const nothing: ReadSsh = () => {}
const peer: ReadSsh = (fields, rest) => readSshPeer(fields, rest)
const user: ReadSsh = (fields, rest) => setSshUser(fields, rest.split(' ', 3).join(' '))

const child: ReadSsh = (fields, rest) => {
  const pid = wholeNumber(rest)
  if (pid !== undefined) fields['process.pid'] = pid
}

/** `bob from 10.0.0.7 not allowed because ...`, `bob not allowed because account is locked` */
const refused: ReadSsh = (fields, rest) => {
  const end = rest.lastIndexOf(' not allowed because ')
  if (end < 0) return
  fields['event.reason'] = rest.slice(end + 21)
  userFromPeer(fields, rest.slice(0, end))
}

/** `Authentication failure for illegal user bob from 10.0.0.7`, after `PAM: ` */
const pamFailure: ReadSsh = (fields, rest) => {
  const by = rest.indexOf(' for ')
  if (by < 0) return
  fields['event.reason'] = rest.slice(0, by)
  const via = rest.lastIndexOf(' via ')
  userFromPeer(fields, via > by ? rest.slice(by + 5, via) : rest.slice(by + 5))
}

/** `authenticating user bob 10.0.0.7 port 40022: Too many authentication failures`, `Too many ... for bob` */
const disconnecting: ReadSsh = (fields, rest) => {
  const why = rest.indexOf(': ')
  if (why > 0) {
    fields['event.reason'] = rest.slice(why + 2)
    userThenPeer(fields, rest.slice(0, why))
    return
  }
  const by = rest.lastIndexOf(' for ')
  fields['event.reason'] = rest.slice(rest.startsWith(': ') ? 2 : 0, by < 0 ? undefined : by)
  if (by >= 0) setSshUser(fields, rest.slice(by + 5))
}

/** `10.0.0.7 port 40022: no matching cipher found`, `authenticating user bob 10.0.0.7 port 7: Connection corrupted` */
const peerAndReason: ReadSsh = (fields, rest) => {
  const why = rest.indexOf(': ')
  if (why > 0) fields['event.reason'] = rest.slice(why + 2)
  userThenPeer(fields, why > 0 ? rest.slice(0, why) : rest)
}

/** `connection from 10.0.0.7 to 10.0.0.1, pid = 4`, `10.0.0.7 port 40022` */
const timeout: ReadSsh = (fields, rest) => {
  const from = rest.startsWith('connection from ') ? rest.slice(16).split(' ', 1)[0] : undefined
  readSshPeer(fields, from ?? rest)
}

/** `#10 from [10.0.0.7]:40022 on [10.0.0.1]:22 past MaxStartups` */
const dropped: ReadSsh = (fields, rest) => {
  const [, address, port, why] =
    /from \[([^\]]{1,64})\]:(\d{1,5}) on \S{1,80} (.{1,200})/.exec(rest.slice(0, 400)) ?? []
  if (address !== undefined) setPeer(fields, 'source', address, Number(port))
  if (why !== undefined) fields['event.reason'] = why
}

const userlessFrom: ReadSsh = (fields, rest) => {
  const from = rest.lastIndexOf(' from ')
  if (from >= 0) readSshPeer(fields, rest.slice(from + 6))
}

const bracketed: ReadSsh = (fields, rest) => {
  const open = rest.indexOf(' [')
  const close = rest.indexOf(']', open)
  if (open > 0 && close > 0) readSshPeer(fields, rest.slice(open + 2, close))
}

/** `sftp by user anna`, `sftp by user anna failed, subsystem not found` */
const subsystem: ReadSsh = (fields, rest) => {
  const by = rest.indexOf(' by user ')
  if (by > 0) setSshUser(fields, rest.slice(by + 9).split(' ', 1)[0] ?? '')
}

/** `shell on pts/0 for anna from 10.0.0.7 port 51826 id 0`, after `Starting session: ` */
const session: ReadSsh = (fields, rest) => {
  const by = rest.indexOf(' for ')
  if (by < 0) return
  const what = rest.slice(0, by)
  if (what.startsWith('shell on ')) fields['process.tty.name'] = what.slice(9)
  userFromPeer(fields, rest.slice(by + 5))
}

/** `host.example.org (10.0.0.7)`, of TCP wrappers */
const wrapped: ReadSsh = (fields, rest) => {
  const open = rest.lastIndexOf('(')
  readSshPeer(fields, open > 0 ? rest.slice(open + 1).replace(')', '') : rest)
}

/** `oracle from 10.0.0.7 port 22`, `user anna`: accesses that PAM or a key file refused. */
const byUser: ReadSsh = (fields, rest) => setSshUser(fields, `user ${rest.split(' ', 1)[0] ?? ''}`)

/** By its first words; `error: ` and `fatal: ` before them are taken away. */
export const SSH_MESSAGES: readonly (readonly [prefix: string, action: string, read: ReadSsh])[] = [
  ['Accepted key ', 'ssh_key_found', nothing],
  ['Found matching ', 'ssh_key_found', nothing],
  ['Accepted ', 'ssh_login', login('Accepted', 'success')],
  ['Failed ', 'ssh_login', login('Failed', 'failure')],
  ['Postponed ', 'ssh_login_postponed', login('Postponed', 'success')],
  ['Partial ', 'ssh_login_postponed', login('Partial', 'success')],
  ['Invalid user ', 'ssh_login', failed(userFromPeer, 'Invalid')],
  ['Illegal user ', 'ssh_login', failed(userFromPeer, 'Invalid')],
  ['input_userauth_request: ', 'ssh_login_refused', failed(user, 'Invalid')],
  [
    'maximum authentication attempts exceeded for ',
    'ssh_attempts_exceeded',
    failed(userFromPeer, 'Exceeded'),
  ],
  ['PAM: ', 'ssh_login_refused', failed(pamFailure, 'Failed')],
  ['User child is on pid ', 'ssh_session_started', child],
  ['User ', 'ssh_login_refused', failed(refused, 'Refused')],
  ['Access denied for user ', 'ssh_login_refused', failed(byUser, 'Refused')],
  ['ROOT LOGIN REFUSED FROM ', 'ssh_login_refused', failed(peer, 'Refused')],
  ['Authentication refused: ', 'ssh_login_refused', nothing],
  ['refused connect from ', 'ssh_probed', wrapped],
  ['Disconnecting: ', 'ssh_disconnecting', disconnecting],
  ['Disconnecting ', 'ssh_disconnecting', disconnecting],
  ['Too many authentication failures', 'ssh_disconnecting', disconnecting],
  ['Disconnected from ', 'ssh_disconnected', userThenPeer],
  ['Connection closed by ', 'ssh_disconnected', userThenPeer],
  ['Connection reset by ', 'ssh_disconnected', userThenPeer],
  ['Received disconnect from ', 'ssh_disconnected', peer],
  ['Close session: ', 'ssh_session_ended', (fields, rest) => userFromPeer(fields, rest)],
  ['Starting session: ', 'ssh_session_started', session],
  ['Connection from ', 'ssh_connected', peer],
  ['Did not receive identification string from ', 'ssh_probed', peer],
  ['Unable to negotiate with ', 'ssh_negotiation_failed', peerAndReason],
  ['Unable to negotiate a key exchange method', 'ssh_negotiation_failed', nothing],
  ['no matching ', 'ssh_negotiation_failed', nothing],
  ['kex_exchange_identification: ', 'ssh_negotiation_failed', nothing],
  ['Bad protocol version identification ', 'ssh_bad_protocol', userlessFrom],
  ['ssh_dispatch_run_fatal: Connection from ', 'ssh_bad_protocol', peerAndReason],
  ['banner exchange: Connection from ', 'ssh_bad_protocol', peerAndReason],
  ['Protocol major versions differ for ', 'ssh_bad_protocol', peer],
  ['Timeout before authentication for ', 'ssh_timeout', timeout],
  ['userauth_finish: ', 'ssh_timeout', nothing],
  ['Read from socket failed: ', 'ssh_timeout', nothing],
  ['drop connection ', 'ssh_probed', dropped],
  ['reverse mapping checking getaddrinfo for ', 'ssh_name_mismatch', bracketed],
  ['Address ', 'ssh_name_mismatch', (fields, rest) => readSshPeer(fields, rest.split(' ', 1)[0] ?? '')],
  ['subsystem request for ', 'ssh_subsystem', subsystem],
  ['Server listening on ', 'ssh_started', nothing],
  ['Received signal ', 'ssh_stopped', nothing],
  ['Received SIGHUP; restarting', 'ssh_started', nothing],
  ['PAM unable to dlopen(', 'pam_module_missing', nothing],
]
