import type { Fields } from '../../event/event.ts'
import { setMac } from '../network/set-mac.ts'
import { setTransport } from '../network/set-transport.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { readPairs } from '../text/read-pairs.ts'
import { setPeer } from '../text/set-peer.ts'
import { setUrl } from '../web/set-url.ts'
import { readMessage, readSentence } from './meraki-sentences.ts'
import { MERAKI_ACTIONS } from './meraki-words.ts'

/** `10.0.0.7:443`, `[2001:db8::7]:443`, `10.0.0.7` with a port of its own. */
function setEnd(fields: Fields, side: 'source' | 'destination', text = '', port?: string): void {
  if (text === '') return
  const colon = isIp(text) ? -1 : text.lastIndexOf(':')
  const address = colon < 0 ? text : text.slice(0, colon).replace(/^\[|\]$/g, '')
  setPeer(fields, side, address, wholeNumber(colon < 0 ? (port ?? '') : text.slice(colon + 1)))
}

/** ` request: GET http://...`, ` pattern: 1 all`, ` message: ...`: the last part, in words of others. */
const TAILS = ['request', 'pattern', 'message'] as const

function splitTail(text: string): { head: string; tail: string; kind: (typeof TAILS)[number] | undefined } {
  for (const kind of TAILS) {
    const at = text.indexOf(`${kind}: `)
    if (at === 0 || text.charCodeAt(at - 1) === 0x20)
      return { head: text.slice(0, at), tail: text.slice(at + kind.length + 2), kind }
  }
  return { head: text, tail: '', kind: undefined }
}

function setRequest(fields: Fields, request: string): void {
  const space = request.indexOf(' ')
  const method = space < 0 ? '' : request.slice(0, space)
  if (/^[A-Z]{3,10}$/.test(method)) fields['http.request.method'] = method
  // Where the site is encrypted only its name is known: `UNKNOWN https://example.org/...`.
  if (space > 0) setUrl(fields, request.slice(space + 1))
}

/** `1 all`, `0 (tcp || udp) && dst port 443`, `allow all`: what a rule did, and its text. */
function setPattern(fields: Fields, pattern: string): void {
  const space = pattern.indexOf(' ')
  const word = space < 0 ? pattern : pattern.slice(0, space)
  if (word === 'allow' || word === '0') fields['cisco_meraki.firewall.action'] = 'allow'
  else if (word === 'deny' || word === '1') fields['cisco_meraki.firewall.action'] = 'deny'
  if (space > 0) fields['cisco_meraki.firewall.rule'] = pattern.slice(space + 1)
}

/** Names of pairs whose value is one field. */
function setPairs(fields: Fields, pairs: Map<string, string>): void {
  setEnd(fields, 'source', pairs.get('src'), pairs.get('sport'))
  setEnd(fields, 'destination', pairs.get('dst') ?? pairs.get('server'), pairs.get('dport'))
  const translated = pairs.get('translated_src_ip')
  const to = pairs.get('translated_dst_ip')
  const side = translated !== undefined ? 'source' : 'destination'
  const nat = translated ?? to
  if (nat !== undefined && isIp(nat)) {
    fields[`${side}.nat.ip`] = nat
    const port = wholeNumber(pairs.get('translated_port') ?? '')
    if (port !== undefined) fields[`${side}.nat.port`] = port
  }
  const protocol = pairs.get('protocol')
  if (protocol) {
    fields['network.protocol'] = protocol.toLowerCase()
    setTransport(fields, protocol.split('/', 1)[0] ?? '')
  }
  const client = pairs.get('Client') ?? pairs.get('client_ip')
  if (client !== undefined && isIp(client)) fields['client.ip'] = client
  setMac(fields, 'client.mac', pairs.get('client_mac') ?? pairs.get('MAC') ?? '')
  const ssid = pairs.get('ssid')
  if (ssid) fields['network.name'] = ssid
  const direction = pairs.get('direction')
  if (direction) fields['network.direction'] = direction
  const identity = pairs.get('identity')
  if (identity) fields['user.name'] = identity
  const agent = pairs.get('agent')
  if (agent) fields['user_agent.original'] = agent
  const url = pairs.get('url')
  if (url) setUrl(fields, url)
  const name = pairs.get('name')
  if (name) fields['file.name'] = name
  const hash = pairs.get('sha256')
  if (hash) fields['file.hash.sha256'] = hash
  const signature = pairs.get('signature')
  if (signature) fields['rule.id'] = signature
}

const MAX_KEPT = 40
const KEPT = /^[\w-]{1,40}$/

/** @returns what Meraki calls this kind of event */
function kindOf(log: string, fields: Fields, rest: string, pairs: Map<string, string>): string | undefined {
  const first = rest.split(' ', 1)[0] ?? ''
  if (log === 'urls') return 'http_access'
  if (log === 'ids-alerts') return 'ids_alerted'
  if (log === 'ip_flow_start' || log === 'ip_flow_end') return undefined
  if (log.endsWith('firewall') || log === 'flows') {
    if (first === 'allow') return 'flow_allowed'
    if (first === 'deny') return 'flow_denied'
    return 'ip_session_initiated'
  }
  const type = pairs.get('type')
  if (log === 'security_event' || type === undefined)
    return first.includes('=') ? type : (readSentence(fields, rest) ?? first)
  return type
}

/** A message of Meraki behind its first word: pairs, a sentence, or both. */
export function readMeraki(fields: Fields, log: string, rest: string): void {
  fields.message = rest
  fields['cisco_meraki.event_type'] = log
  const { head, tail, kind: tailKind } = splitTail(rest)
  const quote = head.indexOf("msg= '")
  const pairs = readPairs(quote < 0 ? head : head.slice(0, quote))
  setPairs(fields, pairs)
  if (quote >= 0) readMessage(fields, head.slice(quote + 6))
  const kind = kindOf(log, fields, rest, pairs)
  if (kind !== undefined && kind !== '') {
    fields['cisco_meraki.event_subtype'] = kind
    fields['event.action'] = MERAKI_ACTIONS.get(kind) ?? kind
    if (kind.includes('dhcp')) fields['network.protocol'] = 'dhcp'
  }
  let kept = 0
  for (const [name, value] of pairs) {
    if (kept++ >= MAX_KEPT) break
    if (value !== '' && KEPT.test(name)) fields[`cisco_meraki.${name}`] = value
  }
  if (tailKind === 'request') setRequest(fields, tail)
  else if (tailKind === 'pattern') setPattern(fields, tail)
  else if (tailKind === 'message') fields.message = tail
  const mac = pairs.get('mac')
  if (mac !== undefined) setMac(fields, log === 'events' ? 'client.mac' : 'source.mac', mac)
  if (log !== 'airmarshal_events') return
  // On the air both ends are hardware addresses.
  for (const side of ['source', 'destination']) {
    delete fields[`${side}.address`]
    delete fields[`${side}.domain`]
    delete fields[`${side}.port`]
  }
  setMac(fields, 'source.mac', pairs.get('src') ?? '')
  setMac(fields, 'destination.mac', pairs.get('dst') ?? '')
}
