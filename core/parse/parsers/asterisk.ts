import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'
import { readPairs } from '../text/read-pairs.ts'
import { setPeer } from '../text/set-peer.ts'
import { leadingTime } from '../time/leading-time.ts'

const HEAD =
  /^(NOTICE|WARNING|ERROR|SECURITY|VERBOSE|DEBUG|DTMF) ?\[(\d{1,10})\](?:\[(C-[0-9a-f]{1,12})\])?:? ([^\s:]{1,80}):?/
const CALM = new Set(['SuccessfulAuth', 'ChallengeSent', 'RequestNotSupported'])
/** Where each kind of message keeps the address; the last match counts, names before it are the caller's. */
const REFUSALS: readonly (readonly [says: RegExp, action: string])[] = [
  [
    / failed for '([^']{2,64})' \(callid: [^)]{1,64}\) - |(?:^|.*) failed for '([^']{2,64})' - /,
    'authentication-failed',
  ],
  [/Host ([\da-fA-F.:]{2,45}) (?:failed|denied)/, 'authentication-failed'],
  [/(?:^| )([\da-fA-F.:]{2,45}) failed to authenticate as /, 'authentication-failed'],
  [/No registration for peer '[^']{0,128}' \(from ([\da-fA-F.:]{2,45})\)/, 'authentication-failed'],
  [/Failed to authenticate (?:user|device) .{0,300}?([\da-fA-F.:]{7,45});tag=/, 'authentication-failed'],
  [/Call from '[^']{0,128}' \(([^)]{2,64})\) to extension '.{0,128}' rejected/, 'call-rejected'],
  [/(?:hacking|Unauthorized|Scan) attempt detected '([^']{2,64})'/i, 'attack-detected'],
  [/Rejecting unknown SIP connection from ([\da-fA-F.:]{2,45})/, 'call-rejected'],
  [/Sending fake auth rejection for (?:device|user) .{0,300}?([\da-fA-F.:]{7,45})/, 'authentication-failed'],
]

function setRemote(fields: Fields, address: string): void {
  if (isIp(address)) {
    setPeer(fields, 'source', address)
    return
  }
  const colon = address.lastIndexOf(':')
  const host = address.slice(0, colon).replace(/^\[(.*)\]$/, '$1')
  const port = Number(address.slice(colon + 1))
  if (colon > 0 && isIp(host) && Number.isInteger(port)) setPeer(fields, 'source', host, port)
}

/** `SecurityEvent="InvalidAccountID",...,RemoteAddress="IPV4/UDP/203.0.113.9/5060"` */
function setSecurityEvent(fields: Fields, text: string): void {
  const pairs = readPairs(text, ',')
  const name = pairs.get('SecurityEvent') ?? ''
  // Values that a caller chose come before: of two addresses the last is the server's word.
  const remote = [
    ...text.matchAll(/RemoteAddress="IPV[46]\/([A-Z]{2,8})\/([\da-fA-F.:]{2,45})\/(\d{1,5})"/g),
  ].at(-1)
  fields['event.action'] = name
  fields['event.outcome'] = CALM.has(name) ? 'success' : 'failure'
  if (remote?.[2]) {
    setPeer(fields, 'source', remote[2], Number(remote[3]))
    fields['network.transport'] = (remote[1] ?? '').toLowerCase()
  }
  const account = pairs.get('AccountID')
  if (account && account !== '<unknown>') fields['user.name'] = account
  const service = pairs.get('Service')
  if (service) fields['network.protocol'] = service.toLowerCase()
}

function parse({ text, program }: Line, context: ParseContext): Parsed | undefined {
  const close = text.charCodeAt(0) === 0x5b ? text.slice(0, 40).indexOf('] ') : -1
  const rest = close > 0 ? text.slice(close + 2) : text
  const head = HEAD.exec(rest.slice(0, 160))
  const stamp = head && close > 0 ? leadingTime(text, context) : undefined
  if (!head || (!stamp && program !== 'asterisk')) return undefined
  const fields = createFields()
  fields['event.module'] = 'asterisk'
  fields['event.dataset'] = 'asterisk.log'
  fields['log.level'] = (head[1] ?? '').toLowerCase()
  if (head[3]) fields['asterisk.call_id'] = head[3]
  if (head[4]) fields['log.origin.file.name'] = head[4]
  const message = rest.slice(head[0].length).trimStart()
  fields.message = message
  if (message.startsWith('SecurityEvent="')) setSecurityEvent(fields, message)
  else {
    const near = message.slice(0, 1_000)
    for (const [says, action] of REFUSALS) {
      const found = says.exec(near)
      if (!found) continue
      fields['event.action'] = action
      fields['event.outcome'] = 'failure'
      setRemote(fields, found[1] ?? found[2] ?? '')
      const reason = / - ([^-']{3,80})$/.exec(near)?.[1]
      if (reason !== undefined) fields['event.reason'] = reason
      const user = /authenticat(?:e as|ion for) '([^']{1,128})'|<?sip:([^@>']{1,128})@/.exec(near)
      const name = user?.[1] ?? user?.[2]
      if (name !== undefined) fields['user.name'] = name
      break
    }
  }
  return { time: stamp?.time, fields }
}

export const parser: Parser = {
  name: 'asterisk',
  reads: 'log of Asterisk: refused registrations and calls, security events',
  version: 1,
  clues: [{ program: 'asterisk' }, { first: '[' }],
  ownNames: true,
  parse,
  samples: [
    "[2026-03-10 12:00:00] NOTICE[1638] chan_sip.c: Registration from '<sip:301@example.org>' failed for '203.0.113.9:5060' - Wrong password",
    '[2026-03-10 12:00:00] SECURITY[1204] res_security_log.c: SecurityEvent="InvalidAccountID",EventTV="1773144000-500975",Severity="Error",Service="SIP",EventVersion="1",AccountID="301",SessionID="0x7f",LocalAddress="IPV4/UDP/10.0.0.5/5060",RemoteAddress="IPV4/UDP/203.0.113.9/5070"',
  ],
}
