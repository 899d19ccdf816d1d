import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { setEnvelope } from '../mail/set-envelope.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

const ID = /^([0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}) /
/** `gw.example.org (helo) [203.0.113.9]:25`: what stands in parentheses is what the client calls itself. */
const HOST =
  /(?:(?:H=| from | for |^)([\w.-]{1,255}) )?(?:\(([^)]{0,255})\) )?(?:H=| )?\[(?:IPv6:)?([\da-fA-F.:]{2,45})\](?::(\d{1,5}))?/
const REFUSALS: readonly (readonly [says: RegExp, action: string])[] = [
  [/ authenticator failed for /, 'authentication-failed'],
  [/AUTH command used when not advertised/i, 'authentication-failed'],
  [/ rejected (?:RCPT|MAIL|DATA|EHLO|HELO|VRFY|EXPN|connection|after DATA|by |AUTH|ETRN)/, 'reject'],
  [/sender verify fail|rejected EHLO|relay not permitted/, 'reject'],
  [
    /dropped: |closed by DROP|synchronization error|protocol error|protocol violation|too many (?:nonmail|syntax)/,
    'dropped',
  ],
  [/^no MAIL in SMTP connection from/, 'no-mail'],
  [/refused: |Connection refused from|TLS error on connection from/, 'refused'],
]

function setHost(fields: Fields, text: string, side: 'source' | 'destination'): void {
  const host = HOST.exec(text)
  const [, name, helo, ip = '', port] = host ?? []
  if (!isIp(ip)) return
  fields[`${side}.ip`] = ip
  fields[`${side}.address`] = name ?? ip
  if (name !== undefined) fields[`${side}.domain`] = name
  if (helo) fields['smtp.helo'] = helo
  const number = wholeNumber(port ?? '')
  if (number !== undefined && number <= 65_535) fields[`${side}.port`] = number
}

/** `<= anna@example.org H=...` arrives, `=> bob@...` and `->` go out, `**` bounces, `==` waits. */
function setTransfer(fields: Fields, sign: string, rest: string): void {
  const [address = ''] = rest.split(' ', 1)
  const bare = address.replace(/^<|>$/g, '')
  setHost(fields, rest, sign === '<=' ? 'source' : 'destination')
  if (sign === '<=') setEnvelope(fields, bare, undefined)
  else setEnvelope(fields, undefined, bare)
  fields['event.action'] =
    { '<=': 'received', '=>': 'delivered', '->': 'delivered', '**': 'bounced', '==': 'deferred' }[sign] ??
    'mail'
  fields['event.outcome'] = sign === '**' || sign === '==' ? 'failure' : 'success'
  const user = / A=[\w-]{1,32}:(\S{1,128})/.exec(rest)?.[1]
  const size = / S=(\d{1,12})(?: |$)/.exec(rest)?.[1]
  const id = / id=(\S{1,300})/.exec(rest)?.[1]
  if (user !== undefined) fields['user.name'] = user
  if (size !== undefined) fields['exim.size'] = Number(size)
  if (id !== undefined) fields['email.message_id'] = id
}

function parse({ text, program }: Line, context: ParseContext): Parsed | undefined {
  const mine = program === 'exim' || program === 'exim4'
  const stamped = text.charCodeAt(4) === 0x2d && text.charCodeAt(10) === 0x20 && text.charCodeAt(13) === 0x3a
  const end = stamped ? text.indexOf(' ', 11) : -1
  if (!mine && (end < 0 || end > 30)) return undefined
  let rest = end > 0 && end <= 30 ? text.slice(end + 1) : text
  const zone = /^[+-]\d{4} /.exec(rest)
  const stamp = stamped && end <= 30 ? text.slice(0, end) + (zone ? zone[0].trimEnd() : '') : undefined
  rest = rest
    .slice(zone?.[0].length ?? 0)
    .replace(/^(?:[\w.-]{1,255} exim\[\d{1,8}\]: |info exim\[\d{1,8}\]: )/, '')
    .replace(/^\[\d{1,8}\] /, '')
  const id = ID.exec(rest)
  if (id) rest = rest.slice(id[0].length)
  const sign = /^(?:<=|=>|->|\*\*|==) /.exec(rest)?.[0].slice(0, 2)
  const head = rest.slice(0, 1_500)
  const refusal = sign ? undefined : REFUSALS.find(([says]) => says.test(head))
  if (!mine && !(id && sign) && !(refusal && HOST.test(head)) && !(id && rest === 'Completed'))
    return undefined
  const time = stamp === undefined ? undefined : parseIsoTime(stamp, context)
  if (stamp !== undefined && time === undefined) return undefined
  const fields = createFields()
  fields['event.module'] = 'exim'
  fields['event.dataset'] = 'exim.main'
  fields['network.protocol'] = 'smtp'
  fields.message = rest
  if (id?.[1]) fields['email.local_id'] = id[1]
  if (sign) setTransfer(fields, sign, rest.slice(3))
  else if (refusal) {
    fields['event.action'] = refusal[1]
    fields['event.outcome'] = 'failure'
    setHost(fields, head, 'source')
    const sender = / F=<?([^\s>]{1,320})>?/.exec(head)?.[1]
    const recipient = / rejected RCPT <?([^\s>:]{1,320})>?/.exec(head)?.[1]
    setEnvelope(fields, sender, recipient)
    const user = /\(set_id=([^)]{1,128})\)/.exec(head)?.[1]
    if (user !== undefined) fields['user.name'] = user
    const reason = /: ([^:]{1,200}(?:\(set_id=[^)]{1,128}\))?)$/.exec(head)?.[1]
    if (reason !== undefined) fields['event.reason'] = reason
  } else if (rest === 'Completed') fields['event.action'] = 'completed'
  return { time, fields }
}

export const parser: Parser = {
  name: 'exim',
  reads: 'main and reject log of Exim',
  version: 1,
  clues: [{ first: '12', run: 4, next: '-' }, { program: 'exim' }, { program: 'exim4' }],
  ownNames: true,
  parse,
  samples: [
    '2026-03-10 12:00:00 dovecot_login authenticator failed for gw.example.org (pc7) [203.0.113.9]:41556 I=[10.0.0.5]:25: 535 Incorrect authentication data (set_id=anna)',
    '2026-03-10 12:00:00 [7] H=(pc7) [203.0.113.9]:3755 I=[10.0.0.5]:25 F=<anna@example.org> rejected RCPT <bob@example.com>: relay not permitted',
    '2026-03-10 12:00:00 1tqW5d-0000Dq-8i <= anna@example.org H=gw.example.org [203.0.113.9]:4711 P=esmtpsa A=plain:anna S=1742 id=1@example.org',
  ],
}
