import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { mailPeerAt, setMailPeer } from '../mail/mail-peer.ts'
import { envelopeValue, setEnvelope } from '../mail/set-envelope.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'

const SPF =
  /^(?:Action: )?(?:prepend:? (?:Text: )?Received-SPF: )?(Pass|Fail|Softfail|Neutral|None|Permerror|Temperror)(?:; | \()/
const RESULTS = ['Pass', 'Fail', 'Softfail', 'Neutral', 'None', 'Permerror', 'Temperror']

function start(program: string | undefined, appname: string): Fields {
  const fields = createFields()
  fields['event.module'] = 'postfix'
  fields['event.dataset'] = 'postfix.policy'
  fields['network.protocol'] = 'smtp'
  if (program === undefined) fields['log.syslog.appname'] = appname
  return fields
}

/** The name stands before the address where both are known. */
function setClient(fields: Fields, name: string | undefined, address: string | undefined): void {
  const ip = address?.split('/', 1)[0] ?? ''
  const known = name?.replace(/^\[(.*)\]$/, '$1')
  if (known && known !== 'unknown') {
    fields['source.domain'] = known
    fields['source.address'] = known
  }
  if (!isIp(ip)) return
  fields['source.ip'] = ip
  fields['source.address'] ??= ip
}

/** policyd-spf: `Pass; identity=mailfrom; client-ip=203.0.113.9; helo=gw.example.org; envelope-from=...`. */
function parseSpf(text: string, program: string | undefined): Parsed | undefined {
  const result = SPF.exec(text.slice(0, 80))?.[1]
  if (result === undefined || !text.includes('client-ip=')) return undefined
  const fields = start(program, 'policyd-spf')
  setClient(fields, envelopeValue(text, 'helo'), envelopeValue(text, 'client-ip'))
  setEnvelope(fields, envelopeValue(text, 'envelope-from'), undefined)
  fields['event.action'] = text.startsWith(result) ? result : 'prepend Received-SPF'
  fields['postfix.spf.result'] = result.toLowerCase()
  fields['event.outcome'] = result === 'Fail' ? 'failure' : 'success'
  fields.message = text
  return { time: undefined, fields }
}

/** postgrey: `action=pass, reason=triplet found, client_name=..., client_address=..., sender=..., recipient=...`. */
function parseGrey(text: string, program: string | undefined): Parsed | undefined {
  const fields = start(program, 'postgrey')
  fields.message = text
  if (text.startsWith('whitelisted: ')) {
    const peer = mailPeerAt(text)
    if (!peer) return undefined
    setMailPeer(fields, 'source', peer)
    fields['event.action'] = 'whitelisted'
    return { time: undefined, fields }
  }
  const action = envelopeValue(text, 'action')
  const address = envelopeValue(text, 'client_address')
  if (!text.startsWith('action=') || action === undefined || address === undefined) return undefined
  setClient(fields, envelopeValue(text, 'client_name'), address)
  setEnvelope(fields, envelopeValue(text, 'sender'), envelopeValue(text, 'recipient'))
  const reason = /, reason=([^,=]{1,200})(?:,|$)/.exec(text)?.[1]
  if (reason !== undefined) fields['event.reason'] = reason
  fields['event.action'] = action
  fields['event.outcome'] = 'success'
  return { time: undefined, fields }
}

function parse({ text, program }: Line): Parsed | undefined {
  return parseSpf(text, program) ?? parseGrey(text, program)
}

export const parser: Parser = {
  name: 'mail-policy',
  reads: 'policy servers of Postfix: policyd-spf and postgrey',
  version: 1,
  clues: [
    { program: 'policyd-spf' },
    { program: 'postgrey' },
    { prefix: 'action=' },
    { prefix: 'whitelisted: ' },
    { prefix: 'prepend Received-SPF: ' },
    { prefix: 'Action: prepend' },
    ...RESULTS.map((result) => ({ prefix: `${result}; ` })),
  ],
  parse,
  samples: [
    'Pass; identity=mailfrom; client-ip=203.0.113.9; helo=gw.example.org; envelope-from=anna@example.org; receiver=<UNKNOWN>',
    'action=greylist, reason=new, client_name=gw.example.org, client_address=203.0.113.9/32, sender=anna@example.org, recipient=bob@example.com',
  ],
}
