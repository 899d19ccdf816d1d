import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { mailPeerAt, setMailPeer } from '../mail/mail-peer.ts'
import { envelopeValue, setEnvelope } from '../mail/set-envelope.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'

const DAEMONS = [
  ...[
    'smtpd',
    'smtp',
    'qmgr',
    'cleanup',
    'bounce',
    'local',
    'pipe',
    'pickup',
    'anvil',
    'postscreen',
    'error',
  ],
  ...['virtual', 'lmtp', 'scache', 'trivial-rewrite', 'tlsmgr', 'verify', 'dnsblog', 'tlsproxy', 'discard'],
  ...['postdrop', 'postfix-script', 'proxymap', 'flush', 'showq', 'nqmgr', 'oqmgr', 'retry'],
]
/** What may follow a queue id, and which daemon then speaks. */
const QUEUED: readonly (readonly [start: string, daemon: string])[] = [
  ['to=', 'smtp'],
  ['from=', 'qmgr'],
  ['client=', 'smtpd'],
  ['message-id=', 'cleanup'],
  ['resent-message-id=', 'cleanup'],
  ['uid=', 'pickup'],
  ['removed', 'qmgr'],
  ['skipped, ', 'qmgr'],
  ['host ', 'smtp'],
  ['lost connection with ', 'smtp'],
  ['conversation with ', 'smtp'],
  ['Used TLS for ', 'smtp'],
  ['sender ', 'bounce'],
  ['postmaster ', 'bounce'],
  ['warning: header ', 'cleanup'],
  ['prepend: header ', 'cleanup'],
  ['replace: header ', 'cleanup'],
  ['reject: ', 'smtpd'],
  ['milter-', 'cleanup'],
  ['filter: ', 'smtpd'],
  ['warn: ', 'smtpd'],
  ['redirect: ', 'smtpd'],
  ['hold: ', 'smtpd'],
  ['discard: ', 'smtpd'],
  ['warning: ', 'smtpd'],
  ['Client certificate', 'smtpd'],
]
/** Messages without a queue id. */
const UNQUEUED: readonly (readonly [start: string, daemon: string, action: string])[] = [
  ['connect from ', 'smtpd', 'connect'],
  ['disconnect from ', 'smtpd', 'disconnect'],
  ['lost connection after ', 'smtpd', 'lost-connection'],
  ['timeout after ', 'smtpd', 'timeout'],
  ['too many errors after ', 'smtpd', 'too-many-errors'],
  ['improper command pipelining after ', 'smtpd', 'improper-pipelining'],
  ['SSL_accept error from ', 'smtpd', 'tls-error'],
  ['connect to ', 'smtp', 'connect-failed'],
  ['Anonymous TLS connection established ', 'smtpd', 'tls-established'],
  ['Trusted TLS connection established ', 'smtpd', 'tls-established'],
  ['Untrusted TLS connection established ', 'smtpd', 'tls-established'],
  ['Verified TLS connection established ', 'smtpd', 'tls-established'],
  ['statistics: ', 'anvil', 'statistics'],
  ['CONNECT from ', 'postscreen', 'connect'],
  ['DISCONNECT ', 'postscreen', 'disconnect'],
  ['PASS ', 'postscreen', 'passed'],
  ['WHITELISTED ', 'postscreen', 'passed'],
  ['ALLOWLISTED ', 'postscreen', 'passed'],
  ['HANGUP after ', 'postscreen', 'hangup'],
  ['PREGREET ', 'postscreen', 'pregreet'],
  ['DNSBL rank ', 'postscreen', 'dnsbl'],
  ['COMMAND ', 'postscreen', 'protocol-violation'],
  ['BARE NEWLINE ', 'postscreen', 'protocol-violation'],
  ['NON-SMTP COMMAND ', 'postscreen', 'protocol-violation'],
]
const REFUSED = new Set([
  'protocol-violation',
  'too-many-errors',
  'improper-pipelining',
  'tls-error',
  'connect-failed',
  'pregreet',
  'dnsbl',
])
const QUEUE_ID = /^(NOQUEUE|[0-9A-F]{6,14}|[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,20}): /
const SASL = /SASL ([\w-]{1,32}) authentication (failed|aborted)(?:: (.{0,200}))?/

function start(program: string | undefined, daemon: string): Fields {
  const fields = createFields()
  fields['event.module'] = 'postfix'
  fields['event.dataset'] = 'postfix.log'
  fields['network.protocol'] = 'smtp'
  if (program === undefined) fields['log.syslog.appname'] = `postfix/${daemon}`
  return fields
}

function setClient(fields: Fields, text: string, helo: string | undefined): void {
  const peer = mailPeerAt(text)
  if (!peer) return
  setMailPeer(fields, 'source', peer)
  // A name that the client gives itself, where the resolver has none.
  if (peer.name !== undefined || helo === undefined || helo === '' || helo.startsWith('[')) return
  fields['source.domain'] = helo
  fields['source.address'] = helo
}

/** `to=<a@b>, relay=mx[203.0.113.9]:25, delay=1, dsn=2.0.0, status=sent (250 ok)` */
function setDelivery(fields: Fields, text: string): void {
  const relay = envelopeValue(text, 'relay') ?? ''
  const peer = relay.includes('[') ? mailPeerAt(relay) : undefined
  if (peer) setMailPeer(fields, 'destination', peer)
  const colon = relay.lastIndexOf(':')
  const port = wholeNumber(relay.slice(colon + 1))
  if (!peer && colon > 0 && port !== undefined && isIp(relay.slice(0, colon))) {
    fields['destination.ip'] = relay.slice(0, colon)
    fields['destination.port'] = port
  }
  setEnvelope(fields, undefined, envelopeValue(text, 'to'))
  const status = /\bstatus=(\w{1,20})(?: \((.*)\))?/s.exec(text.slice(0, 8_192))
  const original = envelopeValue(text, 'orig_to')
  if (original) fields['postfix.orig_to'] = original
  const delay = Number(envelopeValue(text, 'delay') ?? Number.NaN)
  if (Number.isFinite(delay)) fields['postfix.delay'] = delay
  const code = envelopeValue(text, 'dsn')
  if (code) fields['postfix.dsn'] = code
  if (!status?.[1]) return
  fields['event.action'] = status[1]
  fields['event.outcome'] = status[1] === 'sent' || status[1] === 'deliverable' ? 'success' : 'failure'
  if (status[2]) fields['event.reason'] = status[2]
  const remote = /queued as ([\w-]{4,32})/.exec(status[2] ?? '')?.[1]
  if (remote !== undefined) fields['postfix.queue_id.remote'] = remote
}

/** `reject: RCPT from gw[203.0.113.9]: 554 5.7.1 <a@b>: Relay access denied; from=<> to=<> proto=ESMTP helo=<gw>` */
function setVerdict(fields: Fields, text: string): void {
  const colon = text.indexOf(': ')
  const action = text.slice(0, colon)
  fields['event.action'] = action === 'milter-reject' ? 'reject' : action
  fields['event.outcome'] = action.includes('reject') ? 'failure' : 'success'
  const semicolon = text.lastIndexOf('; from=')
  const tail = semicolon < 0 ? '' : text.slice(semicolon + 2)
  setClient(fields, text.slice(colon), envelopeValue(tail, 'helo'))
  const sender = envelopeValue(tail, 'from')
  const header = / from=<|; from=/.test(text)
    ? undefined
    : /: From: [^<]*?<?([^\s<>()[\]]{1,300}@[^\s<>()[\]]{1,255})/.exec(text)
  setEnvelope(fields, sender ?? header?.[1], envelopeValue(tail, 'to'))
  const peer = mailPeerAt(text)
  const said = peer && text.slice(peer.end, peer.end + 2) === ': ' ? text.slice(peer.end + 2) : ''
  const reason = semicolon < 0 ? said : said.slice(0, Math.max(0, said.lastIndexOf('; from=')))
  if (reason !== '' && action.includes('reject')) fields['event.reason'] = reason
}

function setQueued(fields: Fields, text: string): void {
  if (text.startsWith('to=')) setDelivery(fields, text)
  else if (text.startsWith('client=')) {
    setClient(fields, text, undefined)
    const user = envelopeValue(text, 'sasl_username')
    fields['event.action'] = user === undefined ? 'accepted' : 'authenticated'
    fields['event.outcome'] = 'success'
    if (user) fields['user.name'] = user
  } else if (text.startsWith('from=') || text.startsWith('uid=')) {
    setEnvelope(fields, envelopeValue(text, 'from'), undefined)
    fields['event.action'] = text.startsWith('from=') ? 'queued' : 'picked-up'
    const size = wholeNumber(envelopeValue(text, 'size') ?? '')
    if (size !== undefined) fields['postfix.size'] = size
  } else if (text.includes('message-id=')) {
    const id = envelopeValue(text, 'message-id')
    if (id) fields['email.message_id'] = id
  } else if (/^(?:host|lost connection with|conversation with|Used TLS for) /.test(text)) {
    const peer = mailPeerAt(text)
    if (peer) setMailPeer(fields, 'destination', peer)
    const said = text.indexOf('] said: ')
    const reason = said < 0 ? '' : text.slice(said + 8).replace(/^\d{3} \d\.\d{1,3}\.\d{1,3} /, '')
    if (reason !== '') {
      fields['event.reason'] = reason
      fields['event.action'] = 'refused-by-relay'
      fields['event.outcome'] = 'failure'
    }
  } else if (
    /^(?:warning: header|prepend|replace|reject|filter|milter-reject|warn|redirect|hold|discard)/.test(text)
  ) {
    setVerdict(fields, text.startsWith('warning: ') ? text.slice(9) : text)
    if (text.startsWith('warning: ')) {
      fields['event.action'] = 'header-warning'
      delete fields['event.outcome']
    }
  } else if (text.startsWith('removed')) fields['event.action'] = 'removed'
}

function setWarning(fields: Fields, text: string): void {
  const sasl = SASL.exec(text.slice(0, 1_024))
  if (sasl) {
    setClient(fields, text, undefined)
    fields['event.action'] = 'authentication-failed'
    fields['event.outcome'] = 'failure'
    fields['postfix.sasl_method'] = sasl[1] ?? ''
    if (sasl[3]) fields['event.reason'] = sasl[3]
    const user = envelopeValue(text, 'sasl_username')
    if (user) fields['user.name'] = user
    return
  }
  fields['log.level'] = 'warning'
  const host =
    /^hostname (\S{1,255}) does not resolve to address ([\da-fA-F.:]{1,44}[\da-fA-F])(?:: (.{1,200}))?/.exec(
      text,
    )
  if (host?.[1] && host[2]) {
    fields['source.domain'] = host[1]
    fields['source.address'] = host[1]
    if (isIp(host[2])) fields['source.ip'] = host[2]
    if (host[3]) fields['event.reason'] = host[3]
    return
  }
  const map = / from ([\w.-]{1,255}):(\d{1,5}): (.{1,200})/.exec(text.slice(0, 600))
  if (text.startsWith('read TCP map') && map?.[1]) {
    fields['destination.address'] = map[1]
    fields['destination.domain'] = map[1]
    fields['destination.port'] = Number(map[2])
    fields['event.reason'] = map[3] ?? ''
    return
  }
  const peer = mailPeerAt(text)
  if (peer) setMailPeer(fields, 'source', peer)
  if (
    /^(?:Illegal|non-SMTP command|Connection (?:rate|concurrency) limit|Too many|\w[\w ]{0,60} limit exceeded)/i.test(
      text,
    )
  ) {
    fields['event.action'] = 'protocol-violation'
    fields['event.outcome'] = 'failure'
  }
}

function parse({ text, program }: Line): Parsed | undefined {
  const queue = QUEUE_ID.exec(text.slice(0, 24))
  if (queue) {
    const rest = text.slice(queue[0].length)
    const known = QUEUED.find(([begin]) => rest.startsWith(begin))
    if (!known && (program === undefined || !DAEMONS.includes(program))) return undefined
    const fields = start(program, daemonOf(known?.[1] ?? 'smtpd', rest))
    if (queue[1] !== undefined && queue[1] !== 'NOQUEUE') {
      fields['postfix.queue_id.local'] = queue[1]
      fields['email.local_id'] = queue[1]
    }
    if (rest.startsWith('warning: ') && !rest.startsWith('warning: header '))
      setWarning(fields, rest.slice(9))
    else setQueued(fields, rest)
    fields.message = text
    return { time: undefined, fields }
  }
  const first = text.charCodeAt(0)
  const known = first < 0x40 ? undefined : UNQUEUED.find(([begin]) => text.startsWith(begin))
  const warning = text.startsWith('warning: ') ? text.slice(9) : undefined
  const mine = program !== undefined && DAEMONS.includes(program)
  if (!known && !mine && !(warning && /SASL |^hostname |^read TCP map/.test(warning.slice(0, 400))))
    return undefined
  const peer = known ? mailPeerAt(text) : undefined
  if (known && !peer && !mine) return undefined
  const fields = start(program, known?.[1] ?? 'smtpd')
  fields.message = text
  if (warning !== undefined) setWarning(fields, warning)
  else if (known) setConnection(fields, text, known[2], peer)
  return { time: undefined, fields }
}

function daemonOf(daemon: string, rest: string): string {
  if (daemon !== 'smtp') return daemon
  if (rest.includes('relay=local,') || rest.includes('relay=127.0.0.1')) return 'local'
  return rest.includes('relay=none,') && rest.includes('status=deferred') ? 'error' : daemon
}

function setConnection(
  fields: Fields,
  text: string,
  action: string,
  peer: ReturnType<typeof mailPeerAt>,
): void {
  fields['event.action'] = action
  // Those who hang up in the middle of a log-in try passwords.
  const guessing =
    action === 'lost-connection' && /after (?:AUTH|UNKNOWN|EHLO|HELO|CONNECT|STARTTLS)/.test(text)
  const refused = REFUSED.has(action) || guessing || / auth=0\//.test(text)
  if (refused) fields['event.outcome'] = 'failure'
  else if (action !== 'tls-established') fields['event.outcome'] = 'success'
  if (!peer) return
  const outward = text.startsWith('connect to ') || text.includes(' established to ')
  setMailPeer(fields, outward ? 'destination' : 'source', peer)
  if (action === 'connect-failed') fields['event.reason'] = text.slice(peer.end + 2)
  const tls = /: (TLS|SSL)v([\d.]{1,4}) with cipher (\S{1,64})/.exec(text)
  if (!tls) return
  fields['tls.version_protocol'] = (tls[1] ?? '').toLowerCase()
  fields['tls.version'] = tls[2] ?? ''
  fields['tls.cipher'] = tls[3] ?? ''
}

export const parser: Parser = {
  name: 'postfix',
  reads:
    'all daemons of Postfix: connections, refusals, log-ins, deliveries, bounces; also without the syslog header',
  version: 1,
  clues: [
    ...DAEMONS.map((program) => ({ program })),
    { program: 'postfix' },
    ...UNQUEUED.map(([prefix]) => ({ prefix })),
    { prefix: 'NOQUEUE: ' },
    { prefix: 'warning: ' },
    { first: '0123456789ABCDEFGHJKLMNPQRSTVWXYZ', next: ':' },
  ],
  ownNames: true,
  parse,
  samples: [
    'NOQUEUE: reject: RCPT from gw.example.org[203.0.113.9]: 554 5.7.1 <bob@example.com>: Relay access denied; from=<anna@example.org> to=<bob@example.com> proto=ESMTP helo=<gw.example.org>',
    '7B3643F820: to=<bob@example.com>, relay=mx.example.com[198.51.100.7]:25, delay=0.08, delays=0.03/0/0.01/0.05, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 837B35FD17)',
    'warning: unknown[203.0.113.9]: SASL LOGIN authentication failed: UGFzc3dvcmQ6',
    'disconnect from unknown[203.0.113.9] ehlo=1 auth=0/1 quit=1 commands=2/3',
    '89BE920002: from=<anna@example.org>, size=1525, nrcpt=1 (queue active)',
  ],
}
