import { createFields } from '../create-fields.ts'
import { setQuestion } from '../dns/set-dns.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { setPeer } from '../text/set-peer.ts'

const REMOTE = /^Remote ([\da-fA-F.:]{2,45}?)(?::(\d{1,5}))? wants '([^'|]{1,255})\|([A-Z0-9]{1,12})'/
const RECURSOR =
  /\bquestion for '([^'|]{1,255})\|([A-Z0-9]{1,12})' from ([\da-fA-F.:]{2,45}?)(?::(\d{1,5}))?(?:$| )/
const TRANSFER =
  /^(?:AXFR|TCP Remote|gmysql|XFR-out)[^']{0,100}'?([^\s']{1,255})'?.{0,100}? (?:denied|refused).{0,100}? ([\da-fA-F.:]{2,45})/

/** The authoritative server with `log-dns-queries`, and the recursor's trace of questions. */
function parse({ text }: Line): Parsed | undefined {
  const head = text.slice(0, 700)
  const remote = REMOTE.exec(head)
  const question = remote ? null : RECURSOR.exec(head)
  const transfer = remote || question ? null : TRANSFER.exec(head)
  if (!remote && !question && !transfer) return undefined
  const fields = createFields()
  fields['event.module'] = 'powerdns'
  fields['event.dataset'] = 'powerdns.log'
  fields.message = text
  if (transfer) {
    setQuestion(fields, transfer[1] ?? '', 'AXFR')
    setPeer(fields, 'source', transfer[2] ?? '')
    fields['event.action'] = 'denied'
    fields['event.outcome'] = 'failure'
    return { time: undefined, fields }
  }
  const [name = '', type, ip = '', port] = remote
    ? [remote[3], remote[4], remote[1], remote[2]]
    : [question?.[1], question?.[2], question?.[3], question?.[4]]
  setQuestion(fields, name, type, 'IN')
  setPeer(fields, 'source', ip, port === undefined ? undefined : Number(port))
  fields['dns.type'] = 'query'
  fields['event.action'] = 'query'
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'powerdns',
  reads: 'queries of the PowerDNS server and recursor, refused transfers',
  version: 1,
  clues: [
    { program: 'pdns' },
    { program: 'pdns_server' },
    { program: 'pdns_recursor' },
    { prefix: 'Remote ' },
  ],
  ownNames: true,
  parse,
  samples: [
    "Remote 10.0.0.7 wants 'www.example.org|A', do = 0, bufsize = 512: packetcache HIT",
    "4 [7/1] question for 'www.example.org|AAAA' from 10.0.0.7:4711",
  ],
}
