import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { mailPeerAt, setMailPeer } from '../mail/mail-peer.ts'
import { envelopeValue, setEnvelope } from '../mail/set-envelope.ts'
import type { Line, Parsed, Parser } from '../parser.ts'

const PROGRAMS = [
  'sendmail',
  'sm-mta',
  'sm-msp-queue',
  'sm-acceptingconnections',
  'sm-que',
  'sm-msp',
  'sm-mta-client',
]
const QUEUE_ID = /^([0-9A-Za-z]{12,17}): /
const ATTACKS: readonly (readonly [says: RegExp, action: string])[] = [
  [/^AUTH failure|possible SMTP attack: command=AUTH/, 'authentication-failed'],
  [
    /possible SMTP attack|pre-greeting traffic|rejecting commands|lost input channel|collect: premature EOM/,
    'protocol-violation',
  ],
  [/did not issue MAIL\/EXPN\/VRFY\/ETRN/, 'no-mail'],
  [/(?:EXPN|VRFY) .{0,200}\[rejected\]$/i, 'reject'],
]

function setRelay(fields: Fields, side: 'source' | 'destination', rest: string, before: number): void {
  const at = rest.lastIndexOf('relay=', before)
  const peer = at < 0 ? undefined : mailPeerAt(rest, at + 6)
  if (peer) setMailPeer(fields, side, peer)
}

function setTransfer(fields: Fields, rest: string): void {
  const recipient = envelopeValue(rest, 'to')
  const status = /\bstat=(.{1,300})/.exec(rest)?.[1]
  const reject = rest.indexOf(', reject=')
  const id = envelopeValue(rest, 'msgid')
  if (id) fields['email.message_id'] = id
  if (reject > 0) {
    fields['event.action'] = 'reject'
    fields['event.outcome'] = 'failure'
    fields['event.reason'] = rest.slice(reject + 9)
    setRelay(fields, 'source', rest, reject)
    setEnvelope(
      fields,
      undefined,
      rest.startsWith('ruleset=check_rcpt') ? envelopeValue(rest, 'arg1') : undefined,
    )
    return
  }
  setRelay(fields, rest.startsWith('to=') ? 'destination' : 'source', rest, rest.length)
  if (rest.startsWith('from=')) {
    setEnvelope(fields, envelopeValue(rest, 'from'), undefined)
    const refused = envelopeValue(rest, 'nrcpts') === '0'
    fields['event.action'] = refused ? 'reject' : 'received'
    fields['event.outcome'] = refused ? 'failure' : 'success'
    return
  }
  setEnvelope(fields, undefined, recipient)
  if (status === undefined) return
  fields['event.action'] = /^Sent/.test(status) ? 'sent' : /^Deferred/.test(status) ? 'deferred' : 'bounced'
  fields['event.outcome'] = status.startsWith('Sent') ? 'success' : 'failure'
  fields['event.reason'] = status
}

/** `t3Q720nj018604: ruleset=check_rcpt, arg1=<bob@...>, relay=gw [203.0.113.9], reject=550 5.7.1 ...` */
function parse({ text, program }: Line): Parsed | undefined {
  const queue = QUEUE_ID.exec(text.slice(0, 20))
  const rest = text.slice(queue?.[0].length ?? 0)
  const pairs = /^(?:from=|to=|ruleset=|STARTTLS=|AUTH=)/.test(rest)
  const mine = program !== undefined && PROGRAMS.includes(program)
  const head = rest.slice(0, 1_500)
  const attack = pairs ? undefined : ATTACKS.find(([says]) => says.test(head))
  if (!mine && !(queue && (pairs || attack)) && !rest.startsWith('ruleset=check_')) return undefined
  const fields = createFields()
  fields['event.module'] = 'sendmail'
  fields['event.dataset'] = 'sendmail.log'
  fields['network.protocol'] = 'smtp'
  fields.message = text
  if (queue?.[1]) fields['email.local_id'] = queue[1]
  if (pairs) setTransfer(fields, rest)
  else if (attack) {
    fields['event.action'] = attack[1]
    fields['event.outcome'] = 'failure'
    if (rest.includes('relay=')) setRelay(fields, 'source', rest, rest.length)
    else {
      const peer = mailPeerAt(rest)
      if (peer) setMailPeer(fields, 'source', peer)
    }
    const user = /, user=([^,\s]{1,128}), relay=/.exec(head)?.[1]
    if (user !== undefined) fields['user.name'] = user
  }
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'sendmail',
  reads: 'log of Sendmail: transfers, rejected commands, refused log-ins',
  version: 1,
  clues: [...PROGRAMS.map((program) => ({ program })), { prefix: 'ruleset=' }],
  ownNames: true,
  parse,
  samples: [
    't3Q720nj018604: ruleset=check_rcpt, arg1=<bob@example.com>, relay=gw.example.org [203.0.113.9], reject=550 5.7.1 <bob@example.com>... Relaying denied',
    't4HMYGZC006241: [203.0.113.9]: possible SMTP attack: command=AUTH, count=5',
    's1GNXHYB005134: to=<bob@example.com>, delay=00:00:01, mailer=esmtp, relay=mx.example.com. [198.51.100.7], dsn=2.0.0, stat=Sent (ok)',
  ],
}
