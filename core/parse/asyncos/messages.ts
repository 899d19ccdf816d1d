import type { Fields } from '../../event/event.ts'
import { compilePattern, type PatternReader, type PatternSetter } from '../text/compile-pattern.ts'
import { wholeNumber } from '../text/digits.ts'
import { setPeer } from '../text/set-peer.ts'
import { setBareUrl } from '../web/set-bare-url.ts'

type Setter = PatternSetter<Fields>

const to =
  (name: string): Setter =>
  (fields, value) => {
    fields[name] = value
  }

const peer =
  (side: 'source' | 'destination'): Setter =>
  (fields, value) => {
    const colon = value.lastIndexOf(':')
    const port = colon > 0 && value.indexOf(':') === colon ? wholeNumber(value.slice(colon + 1)) : undefined
    setPeer(fields, side, port === undefined ? value.replace(/\.$/, '') : value.slice(0, colon), port)
  }

/** Addresses in `<>`, several parted by commas. */
const mailbox =
  (name: string): Setter =>
  (fields, value) => {
    const bare = value.replaceAll(/[<>]/g, '').trim()
    if (bare !== '') fields[name] = [bare]
  }

const user: Setter = (fields, value) => {
  if (value !== '-') fields['user.name'] = value
}

const SETTERS: Readonly<Record<string, Setter>> = {
  mid: (fields, value) => {
    fields['email.message_id'] = value
  },
  icid: to('cisco_secure_email_gateway.icid'),
  dcid: to('cisco_secure_email_gateway.dcid'),
  group: to('cisco_secure_email_gateway.sender_group'),
  score: to('cisco_secure_email_gateway.reputation'),
  engine: to('cisco_secure_email_gateway.engine'),
  verdict: to('cisco_secure_email_gateway.verdict'),
  malware: to('threat.indicator.name'),
  from: mailbox('email.from.address'),
  to: mailbox('email.to.address'),
  subject: (fields, value) => {
    fields['email.subject'] = value.replace(/^'(.*)'$/, '$1')
  },
  file: to('email.attachments.file.name'),
  sha256: (fields, value) => {
    if (/^[0-9a-f]{64}$/i.test(value)) fields['email.attachments.file.hash.sha256'] = value
  },
  reason: to('event.reason'),
  src: peer('source'),
  dst: peer('destination'),
  name: to('source.domain'),
  host: to('destination.domain'),
  port: (fields, value) => {
    const port = wholeNumber(value)
    if (port !== undefined) fields['destination.port'] = port
  },
  user,
  pid: (fields, value) => {
    const pid = wholeNumber(value)
    if (pid !== undefined) fields['process.pid'] = pid
  },
  status: (fields, value) => {
    const status = wholeNumber(value)
    if (status !== undefined) fields['http.response.status_code'] = status
  },
  method: to('http.request.method'),
  url: (fields, value) => setBareUrl(fields, value),
  version: to('http.version'),
  agent: to('user_agent.original'),
  protocol: (fields, value) => {
    fields['network.protocol'] = value.toLowerCase()
  },
  tls: (fields, value) => {
    fields['tls.version'] = value.replace(/^TLSv/, '')
  },
  cipher: to('tls.cipher'),
  transport: (fields, value) => {
    fields['network.transport'] = value.toLowerCase()
  },
}

type Outcome = 'success' | 'failure' | undefined

/** What AsyncOS says, as its guides list it: pattern, what was done, how it went. The first that fits counts. */
const MESSAGES: readonly (readonly [pattern: string, action: string, outcome?: Outcome])[] = [
  ['Start MID {mid} ICID {icid}', 'message-started'],
  ['MID {mid} ICID {icid} From: {from}', 'message-from'],
  ['MID {mid} ICID {icid} RID {} To: {to} Rejected by {reason}', 'recipient-refused', 'failure'],
  ['MID {mid} ICID {icid} RID {} To: {to}', 'message-to'],
  ['MID {mid} Subject: {subject}', 'message-subject'],
  ['MID {mid} Subject {subject}', 'message-subject'],
  ['MID {mid} ready {} bytes from {from}', 'message-received'],
  ['MID {mid} interim verdict using engine: {engine} {verdict}', 'message-scanned'],
  ['MID {mid} using engine: {engine} {verdict}', 'message-scanned'],
  ['MID {mid} interim AV verdict using {engine} {verdict}', 'message-scanned'],
  ["MID {mid} antivirus positive '{malware}'", 'malware-found'],
  ['MID {mid} antivirus {verdict}', 'message-scanned'],
  ['MID {mid} quarantined to {reason}', 'message-quarantined'],
  ['MID {mid} queued for delivery', 'message-queued'],
  ['MID {mid} SPF: mailfrom identity {from} {verdict} (', 'sender-checked'],
  ['MID {mid} DKIM: {verdict}', 'sender-checked'],
  ['MID {mid} DMARC: {verdict}', 'sender-checked'],
  ['MID {mid} {reason}', 'message-processed'],
  ['Message finished MID {mid} {reason}', 'message-finished', 'success'],
  ['Message aborted MID {mid} {reason}', 'message-aborted', 'failure'],
  ['Message done DCID {dcid} MID {mid} to RID ', 'message-delivered', 'success'],
  ['Message {mid} to RID {} pending', 'message-pending'],
  ['Bounced: DCID {dcid} MID {mid} to RID {} - {reason}', 'message-bounced', 'failure'],
  ['Delayed: DCID {dcid} MID {mid} to RID {} - {reason}', 'message-delayed'],
  [
    'New {protocol} ICID {icid} interface {} address {src} reverse dns host {name} verified',
    'connection-opened',
  ],
  ['New {protocol} DCID {dcid} interface {} address {dst} port {port}', 'connection-opened'],
  ['New {protocol} DCID {dcid} interface {} address {dst}', 'connection-opened'],
  ['ICID {icid} REJECT SG {group} match {reason}', 'connection-refused', 'failure'],
  ['ICID {icid} TCPREFUSE SG {group} match {reason}', 'connection-refused', 'failure'],
  ['ICID {icid} ACCEPT SG {group} match {} SBRS {score}', 'connection-accepted', 'success'],
  ['ICID {icid} ACCEPT SG {group} match {reason}', 'connection-accepted', 'success'],
  ['ICID {icid} TLS success protocol {tls} cipher {cipher}[ for {}]', 'tls-negotiated', 'success'],
  ['DCID {dcid} TLS success protocol {tls} cipher {cipher} for {host}', 'tls-negotiated', 'success'],
  ['DCID {dcid} TLS success protocol {tls} cipher {cipher}', 'tls-negotiated', 'success'],
  ['ICID {icid} TLS failed: {reason}', 'tls-negotiated', 'failure'],
  ['DCID {dcid} TLS failed: {reason}', 'tls-negotiated', 'failure'],
  ['ICID {icid} close', 'connection-closed'],
  ['ICID {icid} lost', 'connection-closed'],
  ['DCID {dcid} close', 'connection-closed'],
  [
    'Connection Error: DCID {dcid} domain: {host} IP: {dst} port: {port} details: {reason}',
    'connection-failed',
    'failure',
  ],
  [
    "{}file reputation query{}File Name = '{file}', MID = {mid}, Disposition = {verdict}, Malware = {malware},{}sha256 ={sha256}, upload_action",
    'file-reputation',
  ],
  [
    "{}file reputation query{}FileName = '{file}', MID = {mid}, Disposition = {verdict}, Malware = {malware},{}sha256 ={sha256}, upload_action",
    'file-reputation',
  ],
  ['File Analysis complete. SHA256: {sha256},{} Spyname:[{malware}]', 'file-analysed'],
  ['File Analysis complete. SHA256: {sha256},', 'file-analysed'],
  ['SHA256: {sha256},', 'file-reputation'],
  [
    'The user {user} successfully logged on from {src} using an {protocol} connection',
    'logged-in',
    'success',
  ],
  ['The user {user} failed to log on from {src} using an {protocol} connection', 'logged-in', 'failure'],
  ['User {user} from {src} was authenticated successfully', 'logged-in', 'success'],
  ['User {user} from {src} failed to authenticate', 'logged-in', 'failure'],
  ['An authentication attempt by the user {user} from {src} failed', 'logged-in', 'failure'],
  ['login:{src} user:{user} session:', 'logged-in', 'success'],
  ['logout:{src} user:{user} session:', 'logged-out', 'success'],
  ['PID {pid}: User {user} logged out', 'logged-out', 'success'],
  ['PID {pid}: User {user} commit changes: {reason}', 'configuration-changed', 'success'],
  ['PID {pid}: User {user} {reason}', 'administrator-acted'],
  ['User {user} logged out', 'logged-out', 'success'],
  ['req:{src} user:{user} id:{} {status} {method} {url} HTTP/{version} {agent}', 'request'],
  [
    'SourceIP:{src} Destination:{url} Username:{user} Privilege:{} session:{} Action: {reason}',
    'administrator-acted',
  ],
  ['Session {} from {src} not found', 'session-unknown', 'failure'],
  ['SSL error with client {src} - {reason}', 'tls-failed', 'failure'],
  ['Error in http connection from host {src} port {} - {reason}', 'request-failed', 'failure'],
  ['Firewall blocked {transport} data from {src} to {dst}', 'blocked', 'failure'],
  ['Firewall allowed {transport} data from {src} to {dst}', 'allowed', 'success'],
  ['Address {dst} discovered for {host} ({}) added to firewall {reason}', 'address-listed'],
]

/** By the first character; those that begin with a field are tried for all. */
const readers = new Map<string, [read: PatternReader<Fields>, action: string, outcome: Outcome][]>()
for (const [pattern, action, outcome] of MESSAGES) {
  const first = pattern.startsWith('{') ? '' : pattern.charAt(0)
  readers.set(first, [
    ...(readers.get(first) ?? []),
    [compilePattern<Fields>(pattern, SETTERS), action, outcome],
  ])
}

/** Behind the level: `MID 6 ICID 5 From: <anna@example.org>`. */
export function readAsyncosMessage(fields: Fields, message: string): void {
  for (const first of [message.charAt(0), '']) {
    for (const [read, action, outcome] of readers.get(first) ?? []) {
      if (!read(fields, message)) continue
      fields['event.action'] = action
      if (outcome !== undefined) fields['event.outcome'] = outcome
      return
    }
  }
}
