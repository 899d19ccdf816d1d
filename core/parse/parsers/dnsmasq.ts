import { createFields } from '../create-fields.ts'
import { setQuestion } from '../dns/set-dns.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'
import { setPeer } from '../text/set-peer.ts'

const QUERY =
  /^(?:\d{1,10} [\da-fA-F.:]{2,45}\/\d{1,5} )?query\[([A-Z0-9=]{1,12})\] (\S{1,255}) from ([\da-fA-F.:]{2,45})$/
const ANSWER =
  /^(?:\d{1,10} [\da-fA-F.:]{2,45}\/\d{1,5} )?(reply|cached|config|cached-stale|\/\S{1,200}|gravity blocked|exactly blacklisted|regex blacklisted) (\S{1,255}) is (\S{1,255})/
const FORWARD = /^(?:\d{1,10} [\da-fA-F.:]{2,45}\/\d{1,5} )?forwarded (\S{1,255}) to ([\da-fA-F.:]{2,45})/
const CODES: Readonly<Record<string, string>> = {
  NXDOMAIN: 'NXDOMAIN',
  '<NXDOMAIN>': 'NXDOMAIN',
  SERVFAIL: 'SERVFAIL',
  REFUSED: 'REFUSED',
}

/** `query[A] www.example.org from 10.0.0.7`, `reply www.example.org is 203.0.113.9`, `forwarded ... to ...`. */
function parse({ text }: Line): Parsed | undefined {
  const head = text.slice(0, 700)
  const query = QUERY.exec(head)
  const answer = query ? null : ANSWER.exec(head)
  const forward = query || answer ? null : FORWARD.exec(head)
  if (!query && !answer && !forward) return undefined
  const fields = createFields()
  fields['event.module'] = 'dnsmasq'
  fields['event.dataset'] = 'dnsmasq.log'
  fields.message = text
  if (query) {
    setQuestion(fields, query[2] ?? '', query[1], 'IN')
    fields['dns.type'] = 'query'
    fields['event.action'] = 'query'
    setPeer(fields, 'source', query[3] ?? '')
  } else if (forward) {
    setQuestion(fields, forward[1] ?? '')
    fields['event.action'] = 'forwarded'
    setPeer(fields, 'destination', forward[2] ?? '')
  } else if (answer) {
    const [, source = '', name = '', value = ''] = answer
    setQuestion(fields, name)
    fields['dns.type'] = 'answer'
    fields['event.action'] = /blocked|blacklisted/.test(source) ? 'denied' : 'answer'
    const code = CODES[value]
    if (code !== undefined) fields['dns.response_code'] = code
    if (isIp(value)) fields['dns.resolved_ip'] = [value]
    fields['event.outcome'] = code === undefined ? 'success' : 'failure'
  }
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'dnsmasq',
  reads: 'queries and answers of dnsmasq and Pi-hole',
  version: 1,
  clues: [{ program: 'dnsmasq' }, { program: 'pihole-ftl' }, { prefix: 'query[' }],
  ownNames: true,
  parse,
  samples: [
    'query[A] www.example.org from 10.0.0.7',
    'reply www.example.org is 203.0.113.9',
    'forwarded www.example.org to 10.0.0.53',
  ],
}
