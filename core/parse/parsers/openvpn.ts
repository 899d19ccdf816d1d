import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'
import { bsdTimeAt } from '../time/parse-bsd-time.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

const PROGRAMS = ['openvpn', 'ovpn-server', 'ovpn', 'ovpn-client', 'openvpnas', 'openvpn-server']
const OLD_STAMP = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4}) (?:us=\d{1,6} )?/
const CLIENT = /^(?:([^/\n]{1,128})\/)?(?:\[AF_INET6?\])?([\d.]{7,15}|[\da-fA-F:]{2,39}):(\d{1,5}) /
const FAILURES =
  /^(?:TLS Auth Error|TLS Error|AUTH_FAILED|VERIFY (?:ERROR|X509NAME ERROR|KU ERROR|EKU ERROR|SCRIPT ERROR)|Bad LZO|WARNING: Failed running command|Authenticate\/Decrypt packet error|TLS_ERROR|OpenSSL: error|SIGUSR1\[soft,(?:tls-error|connection-reset)\]|Fatal TLS error|PLUGIN_CALL: .{0,200} failed|TLS: (?:Username\/Password authentication failed|Initial packet failed)|Non-OpenVPN client protocol)/
const WORDS =
  /^(?:MULTI|TLS|VERIFY|SENT CONTROL|PUSH|peer info|Control Channel|Data Channel|Outgoing|Incoming|net_|Socket Buffers|IFCONFIG POOL|ifconfig_pool|succeeded ->|event_wait|ROUTE_GATEWAY|TUN\/TAP|Initialization Sequence|UDPv[46] |TCPv[46]|OpenVPN \d|library versions|Could not determine|Listening for|SIG(?:TERM|USR1|HUP)|Diffie-Hellman|CRL|AUTH_FAILED|AUTH: |PLUGIN_|MANAGEMENT|Closing TUN|Connection reset|Re-using|\/sbin\/ip|Inactivity timeout|LDAP |Incorrect password supplied for LDAP)/

function isWords(rest: string): boolean {
  return WORDS.test(rest.slice(0, 60)) || FAILURES.test(rest.slice(0, 300))
}

const isLdap = (text: string): boolean =>
  text.startsWith('LDAP user "') || text.startsWith('Incorrect password supplied for LDAP ')

/** `anna/203.0.113.9:59321 `: a colon between figures, seen without a search for more. */
function beginsWithClient(text: string): boolean {
  const colon = text.indexOf(':')
  if (colon < 2 || colon > 180) return false
  const before = text.charCodeAt(colon - 1)
  const after = text.charCodeAt(colon + 1)
  return (
    (before >= 0x30 && before <= 0x39 && after >= 0x30 && after <= 0x39) ||
    (text.indexOf('/') > 0 && text.indexOf('/') < colon)
  )
}

function setLdap(fields: Fields, text: string): boolean {
  const dn = /^Incorrect password supplied for LDAP DN "CN=([^",]{1,128})([^"]{0,500})"/.exec(
    text.slice(0, 700),
  )
  const missing = /^LDAP user "([^"]{1,128})" was not found/.exec(text.slice(0, 200))
  const user = dn?.[1] ?? missing?.[1]
  if (user === undefined) return false
  fields['user.name'] = user
  const parts = [...(dn?.[2] ?? '').matchAll(/,DC=([\w-]{1,63})/gi)].map(([, part]) => part)
  if (parts.length > 0) fields['user.domain'] = parts.join('.')
  fields['event.action'] = 'authentication-failed'
  fields['event.outcome'] = 'failure'
  return true
}

function setClient(fields: Fields, name: string | undefined, ip: string, port: number): void {
  for (const side of ['client', 'source'] as const) {
    fields[`${side}.ip`] = ip
    fields[`${side}.address`] = ip
    fields[`${side}.port`] = port
  }
  if (name !== undefined) fields['user.name'] = name
}

function setName(fields: Fields, name: string): void {
  fields['client.domain'] = name
  fields['client.address'] = name
}

/** What a few messages tell in their own words; all others are the reason. */
function setMessage(fields: Fields, rest: string, name: string | undefined): void {
  const virtual =
    /^MULTI: (?:Learn: ([\da-fA-F.:]{2,45}) -> |primary virtual IPv?6? .{1,200}: ([\da-fA-F.:]{2,45})$)/.exec(
      rest,
    )
  if (virtual) {
    fields['client.nat.ip'] = virtual[1] ?? virtual[2] ?? ''
    fields['event.action'] = 'address-assigned'
    if (name !== undefined) setName(fields, name)
    return
  }
  const peer = /^\[([^\]]{1,128})\] Peer Connection Initiated/.exec(rest)
  if (peer?.[1]) {
    fields['event.action'] = 'connected'
    fields['event.outcome'] = 'success'
    fields['user.name'] ??= peer[1]
    setName(fields, peer[1])
    return
  }
  const device =
    / dev(?:ice)? ([\w.-]{1,15})(?: |$)|(?:mtu \d{1,5} for|: set) ([\w.-]{1,15})(?: |$)| IFACE=([\w.-]{1,15})/.exec(
      rest.slice(0, 300),
    )
  const own = device && /^(?:TUN\/TAP|net_|ROUTE_GATEWAY)/.test(rest)
  if (own) {
    const side = /^(?:ROUTE_GATEWAY|net_route_v4_best_gw)/.test(rest) ? 'egress' : 'ingress'
    fields[`observer.${side}.interface.name`] = device[1] ?? device[2] ?? device[3] ?? ''
    return
  }
  const tls = /^Control Channel: TLSv([\d.]{1,4}), cipher TLSv[\d.]{1,4} ([\w-]{1,64})/.exec(rest)
  if (tls) {
    fields['tls.version'] = tls[1] ?? ''
    fields['tls.version_protocol'] = 'tls'
    fields['tls.cipher'] = tls[2] ?? ''
  }
  const login =
    /Username\/Password authentication (succeeded|failed|deferred) for username '([^']{1,128})'/.exec(
      rest.slice(0, 400),
    )
  if (login) {
    fields['user.name'] = login[2] ?? ''
    fields['event.action'] = `authentication-${login[1]}`
    if (login[1] !== 'deferred') fields['event.outcome'] = login[1] === 'succeeded' ? 'success' : 'failure'
  }
  fields['event.reason'] = rest
  if (!FAILURES.test(rest.slice(0, 300))) return
  fields['event.outcome'] = 'failure'
  fields['event.action'] ??= /Auth|VERIFY|AUTH_FAILED/.test(rest.slice(0, 80))
    ? 'authentication-failed'
    : 'tls-error'
}

function parse({ text, program }: Line, context: ParseContext): Parsed | undefined {
  const mine = program !== undefined && PROGRAMS.includes(program)
  if (program !== undefined && !mine) return undefined
  const iso = text.charCodeAt(4) === 0x2d && text.charCodeAt(19) === 0x20
  const dayed = text.charCodeAt(3) === 0x20 && text.charCodeAt(7) === 0x20
  if (!mine && !iso && !dayed && !beginsWithClient(text) && !isLdap(text)) return undefined
  const old = dayed ? OLD_STAMP.exec(text.slice(0, 48)) : null
  const time = iso
    ? parseIsoTime(text.slice(0, 19), context)
    : old
      ? bsdTimeAt(`${old[1]} ${old[2]} ${old[4]} ${old[3]}`, 0, context)?.time
      : undefined
  if (iso && time === undefined) return undefined
  let rest = text.slice(iso ? 20 : (old?.[0].length ?? 0)).replace(/^us=\d{1,6} /, '')
  const client = CLIENT.exec(rest.slice(0, 200))
  const ip = client?.[2] ?? ''
  if (client && isIp(ip)) rest = rest.slice(client[0].length)
  const lease = iso && /^([\w.-]{1,128}),([\d.]{7,15}),$/.exec(rest.slice(0, 160))
  // Without its program, a time or a client these words could be anybody's.
  const framed = mine || iso || old !== null || (client !== null && isIp(ip))
  const said = isWords(rest) || /^\[[^\]]{1,128}\] Peer Connection Initiated/.test(rest)
  const ldap = isLdap(rest)
  if (!mine && !lease && !ldap && !(framed && said)) return undefined
  const fields = createFields()
  fields['event.module'] = 'openvpn'
  fields['event.dataset'] = 'openvpn.log'
  fields.message = text
  if (client && isIp(ip)) setClient(fields, client[1], ip, Number(client[3]))
  if (lease) {
    setName(fields, lease[1] ?? '')
    fields['client.nat.ip'] = lease[2] ?? ''
  } else if (!setLdap(fields, rest)) setMessage(fields, rest, client?.[1])
  return { time, fields }
}

export const parser: Parser = {
  name: 'openvpn',
  reads: 'server log of OpenVPN 2.3 to 2.6, with and without times, and of its LDAP plugin',
  version: 1,
  clues: [
    ...PROGRAMS.map((program) => ({ program })),
    { first: '123456789' },
    ...['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((day) => ({ prefix: `${day} ` })),
    { prefix: 'LDAP user "' },
    { prefix: 'Incorrect password supplied for LDAP' },
    { first: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz' },
  ],
  rank: -1,
  ownNames: true,
  parse,
  samples: [
    '2026-03-10 12:00:00 anna/203.0.113.9:59321 MULTI: primary virtual IP for anna/203.0.113.9:59321: 10.8.0.6',
    "2026-03-10 12:00:00 203.0.113.9:59321 TLS: Username/Password authentication failed for username 'anna'",
    'Tue Mar 10 12:00:00 2026 us=285967 203.0.113.9:59321 [anna] Peer Connection Initiated with [AF_INET]203.0.113.9:59321',
  ],
}
