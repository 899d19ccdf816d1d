import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { mailPeerAt, setMailPeer } from '../mail/mail-peer.ts'
import { envelopeValue } from '../mail/set-envelope.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { setPeer } from '../text/set-peer.ts'

/** `result: Y 12 - TEST_A,TEST_B scantime=3.3,size=4260,user=anna,...,rhost=a,raddr=b,rport=c,mid=<d>,...` */
function setResult(fields: Fields, text: string): void {
  const verdict = /^result: ([Y.]) +(-?\d{1,4}) - (\S{0,4000})/.exec(text)
  const address = envelopeValue(text, 'raddr') ?? ''
  setPeer(fields, 'source', address, wholeNumber(envelopeValue(text, 'rport') ?? ''))
  const host = envelopeValue(text, 'rhost')
  if (host) fields['source.domain'] = host
  const user = envelopeValue(text, 'user')
  if (user) fields['user.name'] = user
  const id = /,mid=(<[^>]{1,500}>|\([^)]{1,100}\))/.exec(text)?.[1]
  if (id !== undefined) fields['email.message_id'] = id
  const spam = verdict?.[1] === 'Y'
  fields['event.action'] = spam ? 'spam' : 'ham'
  if (verdict?.[2]) fields['spamassassin.score'] = Number(verdict[2])
  const tests = verdict?.[3] ?? ''
  if (tests !== '') fields['spamassassin.tests'] = tests.split(',', 200)
}

function parse({ text, program }: Line): Parsed | undefined {
  const rest = text.startsWith('spamd: ') ? text.slice(7) : text
  if (program !== 'spamd' && rest === text && !text.startsWith('dns: new_dns_packet: ')) return undefined
  const fields = createFields()
  fields['event.module'] = 'spamassassin'
  fields['event.dataset'] = 'spamassassin.log'
  fields['network.protocol'] = 'smtp'
  if (program === undefined) fields['log.syslog.appname'] = 'spamd'
  fields.message = text
  if (rest.startsWith('result: ')) setResult(fields, rest)
  else if (rest.startsWith('connection from ')) {
    const peer = mailPeerAt(rest, 16)
    const port = / to port (\d{1,5})/.exec(rest)?.[1]
    if (peer) setMailPeer(fields, 'source', peer)
    if (port !== undefined) fields['destination.port'] = Number(port)
  } else if (rest.startsWith('processing message ') || rest.startsWith('checking message ')) {
    const id = /<([^>]{1,500})>/.exec(rest)?.[1]
    if (id !== undefined) fields['email.message_id'] = id
  } else if (rest.startsWith('dns: new_dns_packet: domain is utf8 flagged: ')) {
    const name = rest.slice(rest.lastIndexOf(' ') + 1)
    fields['destination.domain'] = name
    fields['destination.address'] = name
  }
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'spamd',
  reads: 'spamd of SpamAssassin',
  version: 1,
  clues: [{ program: 'spamd' }, { prefix: 'spamd: ' }, { prefix: 'dns: new_dns_packet: ' }],
  parse,
  samples: [
    'spamd: result: Y 12 - BAYES_99,SPF_FAIL scantime=3.4,size=120289,user=spam,uid=119,required_score=5.0,rhost=localhost,raddr=127.0.0.1,rport=44944,mid=<1@example.org>,autolearn=no',
    'spamd: connection from localhost [127.0.0.1]:33620 to port 783, fd 5',
  ],
}
