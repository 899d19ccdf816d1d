import type { Fields } from '../../event/event.ts'
import { compilePattern, type PatternReader, type PatternSetter } from '../text/compile-pattern.ts'
import { wholeNumber } from '../text/digits.ts'
import { setPeer } from '../text/set-peer.ts'

type Setter = PatternSetter<Fields>

const to =
  (name: string): Setter =>
  (fields, value) => {
    fields[name] = value
  }

/** `10.0.0.7:51000`, `10.0.0.7%2:51000` in a route domain; of IPv6 `2001:db8::7.51000`. */
const end =
  (side: 'source' | 'destination'): Setter =>
  (fields, value) => {
    const at = value.lastIndexOf(value.indexOf(':') === value.lastIndexOf(':') ? ':' : '.')
    const port = at > 0 ? wholeNumber(value.slice(at + 1)) : undefined
    const address = (port === undefined ? value : value.slice(0, at)).replace(/%\d+$/, '')
    setPeer(fields, side, address, port)
  }

const SETTERS: Readonly<Record<string, Setter>> = {
  src: end('source'),
  dst: end('destination'),
  transport: (fields, value) => {
    fields['network.transport'] = value.toLowerCase()
  },
  user: (fields, value) => {
    if (value !== 'Unknown') fields['user.name'] = value.replace(/^'(.*)'$/, '$1')
  },
  action: (fields, value) => {
    if (/^[\w-]{1,40}$/.test(value)) fields['event.action'] = value.toLowerCase()
  },
  command: to('process.command_line'),
  level: to('user.roles'),
  pool: to('f5_bigip.pool'),
  member: to('f5_bigip.member'),
  server: to('f5_bigip.virtual_server'),
  profile: to('f5_bigip.access_profile'),
  session: to('f5_bigip.session'),
  rule: to('rule.name'),
  reason: to('event.reason'),
  result: (fields, value) => {
    fields['event.reason'] = value
    fields['event.outcome'] = /den(?:y|ied)|fail/i.test(value) ? 'failure' : 'success'
  },
  status: (fields, value) => {
    fields['event.outcome'] = /OK|success/i.test(value) ? 'success' : 'failure'
  },
  assigned: (fields, value) => {
    fields['source.nat.ip'] = value
  },
  agent: to('user_agent.original'),
}

type Outcome = 'success' | 'failure' | undefined

/** What BIG-IP says behind its message's number, as F5 lists it: pattern, what was done, how it went. */
const MESSAGES: readonly (readonly [pattern: string, action: string | undefined, outcome?: Outcome])[] = [
  [
    'AUDIT - user {user} - RAW: httpd({}): user={}({}) partition=\\[{}\\] level={level} tty={} host={src} attempts={} start="{}" end="',
    'logged-out',
    'success',
  ],
  [
    'AUDIT - user {user} - RAW: {}: user={}({}) partition=\\[{}\\] level={level} tty={} host={src} attempts=',
    'logged-in',
    'success',
  ],
  [
    'AUDIT - client {}, user {user} - transaction #{} - object {} - {action} \\{ {command} \\} \\[Status={status}\\]',
    undefined,
  ],
  ['AUDIT - client {}, user {user} - transaction #{} - object {} - {action} \\{ {command}', undefined],
  ['AUDIT - pid={} user={user} folder={} module={} status=\\[{status}\\] cmd_data={command}', 'command'],
  ['Pool {pool} member {member} monitor status up', 'member-up', 'success'],
  ['Pool {pool} member {member} monitor status down', 'member-down', 'failure'],
  ['Pool {pool} member {member} monitor status {reason}', 'member-changed'],
  ['SSL Handshake failed for {transport} {src} -> {dst}', 'tls-failed', 'failure'],
  ['TCL error: {rule} <{}> - {reason}', 'rule-error', 'failure'],
  ['No members available for pool {pool}', 'pool-down', 'failure'],
  [
    '{profile}:Common:{session}: New session from client IP {src} ({}) at VIP {dst} Listener {server}',
    'session-started',
  ],
  ['{profile}:Common:{session}: Username {user}', 'username'],
  ['{profile}:Common:{session}: Access policy result: {result}', 'policy-result'],
  ['{profile}:Common:{session}: Received User-Agent header: {agent}', 'user-agent'],
  ['{profile}:Common:{session}: Session deleted{reason}', 'session-ended'],
  ['{profile}:Common:{session}: Assigned PPP Dynamic IPv4: {assigned} Tunnel', 'address-assigned'],
  [
    '{profile}:Common:{session}: {} module: authentication with {user} failed: {reason}',
    'logged-in',
    'failure',
  ],
  ['{profile}:Common:{session}: {} module: authentication with {user} successful', 'logged-in', 'success'],
]

const readers: (readonly [read: PatternReader<Fields>, action: string | undefined, outcome: Outcome])[] =
  MESSAGES.map(([pattern, action, outcome]) => [compilePattern<Fields>(pattern, SETTERS), action, outcome])

/** @param message what follows the number: `Pool /Common/web member /Common/w1:80 monitor status down.` */
export function readBigipMessage(fields: Fields, message: string): void {
  for (const [read, action, outcome] of readers) {
    if (!read(fields, message)) continue
    if (action !== undefined) fields['event.action'] = action
    if (outcome !== undefined) fields['event.outcome'] = outcome
    return
  }
}
