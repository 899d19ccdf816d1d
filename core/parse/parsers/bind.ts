import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { questionName, setQuestion } from '../dns/set-dns.ts'
import { copyToClientServer } from '../network/copy-to-client-server.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { setPeer } from '../text/set-peer.ts'
import type { Clock } from '../time/local-time.ts'
import { monthAt } from '../time/month-number.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

/** Channels may print time, category and severity; any of them may be missing. */
const STAMP = /^(\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d\.\d{3}|\d{4}-\d\d-\d\dT\S{8,24}) /
const LABEL = /^(?:([a-z-]{3,20}): )?(critical|error|warning|notice|info|debug(?: \d{1,2})?): /
const CATEGORY =
  /^(?:general|queries|query-errors|security|xfer-in|xfer-out|notify|client|resolver|dnssec|lame-servers|config|database|network|update|update-security|rate-limit): /
const CLIENT =
  /^client (?:@0x[0-9a-f]{1,16} )?([\da-fA-F.:]{2,45}|\S{1,64})#(\d{1,5})(?:\/key \S{1,255})?(?: \(([^)]{1,255})\))?: /
const QUESTION = /(?:^| )'?([^\s'/]{1,255})\/(?:([A-Z0-9-]{1,15})\/)?(IN|CH|HS|ANY)'?/
/** `connection refused resolving 'www.example.org/A/IN': 10.0.0.53#53` */
const RESOLVING =
  /^([\w ()-]{3,60}) resolving '([^'/\s]{1,255})\/([A-Z0-9-]{1,15})\/(IN|CH|HS|ANY)': ([\da-fA-F.:]{2,45})#(\d{1,5})/
const TYPES =
  /^(?:client |[\w ()-]{3,60} resolving '|zone |transfer of |rpz: |validating |general: |security: |queries: |query-errors: |xfer-(?:in|out): )/

function timeOf(stamp: string, clock: number | Clock): bigint | undefined {
  if (stamp[2] !== '-') return parseIsoTime(stamp, clock)
  const month = String(monthAt(stamp, 3)).padStart(2, '0')
  return parseIsoTime(`${stamp.slice(7, 11)}-${month}-${stamp.slice(0, 2)}T${stamp.slice(12)}`, clock)
}

/** `+E(0)TDC`: recursion desired, EDNS, TCP, DNSSEC OK, checking disabled. */
function setFlags(fields: Fields, flags: string): void {
  const names = [flags.startsWith('+') ? 'RD' : '', flags.includes('C') ? 'CD' : ''].filter(
    (name) => name !== '',
  )
  if (names.length > 0) fields['dns.header_flags'] = names
  if (flags.includes('T')) fields['network.transport'] = 'tcp'
}

/** After `client ...: `, perhaps behind `view internal: `. */
function setClientMessage(fields: Fields, rest: string): void {
  const message = rest.startsWith('view ') ? rest.slice(rest.indexOf(': ') + 2) : rest
  const query =
    /^(query|answer): (\S{1,255}) (IN|CH|HS|ANY) (\S{1,15}) ([+-]\S{0,20})?(?: ?\(([\da-fA-F.:]{2,45})\))?(?: -> ([A-Z]{2,12}))?/.exec(
      message,
    )
  if (query) {
    setQuestion(fields, query[2] ?? '', query[4], query[3])
    fields['dns.type'] = query[1] ?? 'query'
    if (query[5]) setFlags(fields, query[5])
    fields['event.action'] = query[1] ?? 'query'
    if (query[6]) setPeer(fields, 'destination', query[6])
    if (query[7]) {
      fields['dns.response_code'] = query[7]
      fields['event.outcome'] = query[7] === 'NOERROR' ? 'success' : 'failure'
    }
    return
  }
  const name = QUESTION.exec(message.slice(0, 600))
  if (name) setQuestion(fields, name[1] ?? '', name[2], name[3])
  if (message.startsWith('rpz ')) {
    const rpz = /^rpz (\S{1,16}) (\S{1,20}) (rewrite|disabled rewrite)/.exec(message)
    fields['event.action'] = 'rpz-rewrite'
    if (rpz) fields['bind.rpz.policy'] = `${rpz[1]} ${rpz[2]}`
    fields['bind.rpz.action'] = 'rewrite'
  } else if (
    /(?:denied|refused|rate limit (?:drop|slip)|bad zone transfer request|failed \(REFUSED\))/.test(
      message.slice(0, 600),
    )
  ) {
    fields['event.action'] = 'denied'
    fields['event.outcome'] = 'failure'
    fields['event.reason'] = message
  } else fields['event.reason'] = message
}

function setZone(fields: Fields, text: string): void {
  const zone = /^zone (\S{1,255})\/(IN|CH|HS|ANY)(?:\/\S{1,64})?: (.{1,1000})/.exec(text)
  if (!zone) return
  const said = zone[3] ?? ''
  fields['bind.rpz.name'] = zone[1] ?? ''
  fields['bind.rpz.type'] = zone[2] ?? ''
  const owner = /^(\S{1,255})\/([A-Z0-9]{1,10}): (.{1,500})/.exec(said)
  if (owner) setQuestion(fields, owner[1] ?? '', owner[2])
  fields['event.reason'] = owner?.[3] ?? said
}

function setOther(fields: Fields, text: string): void {
  if (text.startsWith('zone ')) {
    setZone(fields, text)
    return
  }
  const transfer =
    /^transfer of '([^'/]{1,255})\/(\S{1,10})'(?: from|: ) ?([\da-fA-F.:]{2,45})#(\d{1,5}): (.{1,500})/.exec(
      text,
    )
  if (transfer) {
    setPeer(fields, 'source', transfer[3] ?? '', Number(transfer[4]))
    fields['bind.rpz.name'] = transfer[1] ?? ''
    fields['event.reason'] = transfer[5] ?? ''
    fields['event.action'] = 'transfer'
    if (/failed|unreachable|refused|timed out/.test(transfer[5] ?? '')) fields['event.outcome'] = 'failure'
    return
  }
  const resolving = RESOLVING.exec(text)
  if (resolving) {
    fields['event.reason'] = resolving[1] ?? ''
    fields['event.outcome'] = 'failure'
    setQuestion(fields, resolving[2] ?? '', resolving[3], resolving[4])
    setPeer(fields, 'destination', resolving[5] ?? '', Number(resolving[6]))
    copyToClientServer(fields)
    return
  }
  const validating = /^validating (?:@0x[0-9a-f]{1,16}: )?(\S{1,255})\/(\S{1,15}): (.{1,300})/.exec(text)
  if (validating) {
    fields['dns.question.name'] = questionName(validating[1] ?? '')
    fields['dns.question.class'] = validating[2] ?? ''
    fields['event.reason'] = validating[3] ?? ''
    fields['event.outcome'] = 'failure'
    return
  }
  const rpz = /^rpz: (\S{1,255}): (.{1,300})/.exec(text)
  if (rpz?.[1]) fields['bind.rpz.name'] = rpz[1]
  fields['event.reason'] = rpz?.[2] ?? text
}

function parse({ text, program }: Line, context: ParseContext): Parsed | undefined {
  let rest = text
  const stamp = STAMP.exec(text.slice(0, 48))
  if (stamp) rest = rest.slice(stamp[0].length)
  else if (text.charCodeAt(0) < 0x40 && program !== 'named') return undefined
  const label = LABEL.exec(rest.slice(0, 48))
  const category = label ? null : CATEGORY.exec(rest.slice(0, 24))
  const body = rest.slice(label?.[0].length ?? category?.[0].length ?? 0)
  const client = CLIENT.exec(body.slice(0, 500))
  if (program !== 'named' && program !== 'bind' && !client && !TYPES.test(body)) return undefined
  if (
    program !== 'named' &&
    !client &&
    !/^(?:[\w ()-]{3,60} resolving '|zone \S+\/|transfer of '|rpz: |validating \S+\/)/.test(
      body.slice(0, 300),
    )
  ) {
    return undefined
  }
  const fields = createFields()
  fields['event.module'] = 'bind'
  fields['event.dataset'] = 'bind.log'
  fields['network.protocol'] = 'dns'
  fields['dns.type'] = 'query'
  fields.message = text
  if (label?.[2]) fields['log.level'] = label[2]
  const kind = label?.[1] ?? category?.[0].slice(0, -2)
  if (kind) fields['bind.category'] = kind
  if (client) {
    setPeer(fields, 'source', client[1] ?? '', Number(client[2]))
    setClientMessage(fields, body.slice(client[0].length))
  } else setOther(fields, body)
  return { time: stamp?.[1] === undefined ? undefined : timeOf(stamp[1], context), fields }
}

export const parser: Parser = {
  name: 'bind',
  reads: 'log of BIND: queries, answers, refusals, response policy zones, transfers',
  version: 1,
  clues: [
    { program: 'named' },
    { program: 'bind' },
    ...[
      'client ',
      'zone ',
      'transfer of ',
      'rpz: ',
      'validating ',
      'general: ',
      'security: ',
      'queries: ',
      'xfer-',
      'info: client ',
      'error: client ',
      'notice: client ',
      ...['connection refused', 'FORMERR', 'host unreachable', 'network unreachable', 'timed out'],
      ...['REFUSED unexpected', 'SERVFAIL unexpected', 'NOTIMP unexpected', 'lame server'],
    ].map((prefix) => ({ prefix })),
    { first: '0123', run: 2, next: '-' },
    { first: '0123456789', run: 4, next: '-' },
  ],
  ownNames: true,
  parse,
  samples: [
    'client @0x7f41a90226e0 10.0.0.7#55575 (www.example.org): query: www.example.org IN AAAA +E(0)TDC (10.0.0.53)',
    "10-Mar-2026 12:00:00.372 security: error: client 203.0.113.9#52115: zone transfer 'example.org/AXFR/IN' denied",
    'client @0x12345678 10.0.0.7#49966 (bad.example.org): rpz QNAME CNAME rewrite bad.example.org/A/IN via bad.example.org.rpz.example.org',
    "connection refused resolving 'www.example.org/A/IN': 203.0.113.53#53",
  ],
}
