import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { setQuestion } from '../dns/set-dns.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'
import { setPeer } from '../text/set-peer.ts'
import { parseEpochTime } from '../time/parse-epoch-time.ts'

const HEAD =
  /^(?:\[(\d{10})\] (?:unbound|nsd))?\[(\d{1,10})(?::([0-9a-f]{1,4}))?\]:? (info|query|reply|notice|warning|error|debug|fatal error): /
const QUERY =
  /^(?:(?:(\S{1,255}) )?(transparent|static|deny|refuse|redirect|inform|inform_deny|typetransparent|always_\w{1,20}|block_a|nodefault) )?([\da-fA-F.:]{2,45})(?:@(\d{1,5}))? (\S{1,255}) ([A-Z0-9]{1,12}) (IN|CH|HS|ANY)(?: ([A-Z]{2,12}) (\d{1,6}\.\d{1,9}) ([01]) (\d{1,6}))?$/
const BLOCKED = new Set([
  'deny',
  'refuse',
  'always_refuse',
  'always_nxdomain',
  'always_null',
  'always_deny',
  'inform_deny',
  'block_a',
])

function setQuery(fields: Fields, query: RegExpExecArray): void {
  const [, zone, local, ip = '', port, name = '', type, queryClass, code, seconds, cached, size] = query
  if (!isIp(ip)) return
  setPeer(fields, 'source', ip, port === undefined ? undefined : Number(port))
  setQuestion(fields, name, type, queryClass)
  fields['dns.type'] = code === undefined ? 'query' : 'answer'
  fields['event.action'] = code === undefined ? 'query' : 'answer'
  if (local !== undefined) {
    fields['unbound.local_zone.type'] = local
    if (zone !== undefined) fields['unbound.local_zone.name'] = zone
    if (BLOCKED.has(local)) {
      fields['event.action'] = 'denied'
      fields['event.outcome'] = 'failure'
    }
  }
  if (code === undefined) return
  fields['dns.response_code'] = code
  fields['event.outcome'] = code === 'NOERROR' ? 'success' : 'failure'
  fields['event.duration'] = Math.round(Number(seconds) * 1e9)
  fields['unbound.cached'] = cached === '1'
  fields['destination.bytes'] = Number(size)
}

/** `[17265:13] info: 10.0.0.7 www.example.org. A IN`, `reply:` with code, seconds, cached and size behind it. */
function parse({ text, program }: Line): Parsed | undefined {
  const head = HEAD.exec(text.slice(0, 64))
  if (!head && program !== 'unbound' && program !== 'nsd') return undefined
  const rest = text.slice(head?.[0].length ?? 0)
  const query = QUERY.exec(rest.slice(0, 700))
  const refused = /^axfr for zone? ?(\S{1,255}) from client ([\da-fA-F.:]{2,45}) refused/.exec(
    rest.slice(0, 400),
  )
  if (!query && !refused && program === undefined && head?.[1] === undefined && head?.[3] === undefined)
    return undefined
  const fields = createFields()
  fields['event.module'] = 'unbound'
  fields['event.dataset'] = 'unbound.log'
  fields['network.protocol'] = 'dns'
  fields.message = text
  if (head?.[2]) fields['process.pid'] = Number(head[2])
  const level = head?.[4]
  if (level !== undefined && level !== 'query' && level !== 'reply') fields['log.level'] = level
  if (query) setQuery(fields, query)
  if (refused) {
    setPeer(fields, 'source', refused[2] ?? '')
    setQuestion(fields, refused[1] ?? '', 'AXFR', 'IN')
    fields['event.action'] = 'denied'
    fields['event.outcome'] = 'failure'
  }
  return { time: head?.[1] === undefined ? undefined : parseEpochTime(Number(head[1])), fields }
}

export const parser: Parser = {
  name: 'unbound',
  reads: 'log of Unbound and NSD: queries, replies, local zones, refused transfers',
  version: 1,
  clues: [{ program: 'unbound' }, { program: 'nsd' }, { first: '[' }],
  ownNames: true,
  parse,
  samples: [
    '[17265:13] info: 10.0.0.7 www.example.org. A IN',
    '[17265:1] reply: 10.0.0.7 www.example.org. A IN SERVFAIL 0.017445 0 51',
    '[1773144000] unbound[17265:0] info: example.org. deny 10.0.0.7@53433 bad.example.org. A IN',
  ],
}
