import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'
import { setPeer } from '../text/set-peer.ts'

const HEAD = /^(\d{2,3})\[([A-Z]{3})\] (?:<(?:[\w.-]{1,64}\|)?(\d{1,10})> )?/
/** What charon says, and what it means; the first that fits is right. */
const MESSAGES: readonly (readonly [says: RegExp, action: string, outcome?: 'success' | 'failure'])[] = [
  [/^IKE_SA \S{1,64}\[\d{1,10}\] established between/, 'ike-established', 'success'],
  [/^CHILD_SA \S{1,64} established/, 'tunnel-established', 'success'],
  [/^authentication of '.{1,200}' with .{1,80} successful/, 'authenticated', 'success'],
  [/^EAP method \S{1,40} succeeded|EAP.{1,60}SUCCESS/, 'authenticated', 'success'],
  [
    /^(?:EAP method \S{1,40} failed|EAP authentication failed|no (?:trusted|private|shared) |tried \d{1,4} shared keys?|authentication of '.{1,200}' with .{1,80} failed|received AUTHENTICATION_FAILED|RADIUS authentication of .{1,200} failed|XAuth authentication of .{1,200} failed|generating .{1,60}N\(AUTH_FAILED\)|parsed .{1,60}N\(AUTH_FAILED\))/,
    'authentication-failed',
    'failure',
  ],
  [
    /^(?:no matching peer config found|no IKE config found|received NO_PROPOSAL_CHOSEN|no acceptable (?:proposal|traffic selectors)|received (?:FAILED_CP|TS_UNACCEPT)|peer requested .{1,100}not allowed)/,
    'negotiation-failed',
    'failure',
  ],
  [
    /^(?:giving up after|peer not responding|establishing IKE_SA failed|failed to establish CHILD_SA)/,
    'negotiation-failed',
    'failure',
  ],
  [/^deleting IKE_SA |^IKE_SA deleted|^received DELETE for IKE_SA/, 'ike-deleted'],
  [/^(?:closing CHILD_SA|received DELETE for ESP CHILD_SA)/, 'tunnel-closed'],
  [/^assigning virtual IP ([\da-fA-F.:]{2,45}) to peer '/, 'address-assigned', 'success'],
  [/^\S{2,45} is initiating an? (?:Main Mode|Aggressive Mode|IKE_SA)/, 'ike-initiated'],
]

function setPeers(fields: Fields, message: string): void {
  const between =
    /between ([\da-fA-F.:]{2,45})\[([^\]]{1,200})\]\.\.\.([\da-fA-F.:]{2,45})\[([^\]]{1,200})\]/.exec(message)
  const packet =
    /(?:from|packet: from) ([\da-fA-F.:]{2,45})\[(\d{1,5})\] to ([\da-fA-F.:]{2,45})\[(\d{1,5})\]/.exec(
      message,
    )
  const first = /^([\da-fA-F.:]{2,45}) is initiating/.exec(message)?.[1]
  if (between) {
    setPeer(fields, 'destination', between[1] ?? '')
    setPeer(fields, 'source', between[3] ?? '')
    if (between[4] && between[4] !== '%any') fields['user.name'] = between[4]
  } else if (packet) {
    setPeer(fields, 'source', packet[1] ?? '', Number(packet[2]))
    setPeer(fields, 'destination', packet[3] ?? '', Number(packet[4]))
  } else if (first !== undefined && isIp(first)) setPeer(fields, 'source', first)
  const user = /(?:authentication of|to peer) '([^']{1,200})'/.exec(message)?.[1]
  if (user !== undefined) fields['user.name'] = user
  const virtual = /^assigning virtual IP ([\da-fA-F.:]{2,45})/.exec(message)?.[1]
  if (virtual !== undefined) fields['source.nat.ip'] = virtual
}

/** `07[IKE] <conn|7> message` of charon, the daemon of strongSwan. */
function parse({ text }: Line): Parsed | undefined {
  const head = HEAD.exec(text.slice(0, 120))
  if (!head) return undefined
  const message = text.slice(head[0].length)
  const near = message.slice(0, 600)
  const fields = createFields()
  fields['event.module'] = 'strongswan'
  fields['event.dataset'] = 'strongswan.log'
  fields['network.protocol'] = 'ipsec'
  fields['strongswan.subsystem'] = head[2] ?? ''
  if (head[3]) fields['strongswan.ike_sa'] = head[3]
  fields.message = message
  const said = MESSAGES.find(([says]) => says.test(near))
  if (said) {
    fields['event.action'] = said[1]
    if (said[2] !== undefined) fields['event.outcome'] = said[2]
  }
  setPeers(fields, near)
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'strongswan',
  reads: 'charon of strongSwan: negotiations, log-ins, tunnels',
  version: 1,
  clues: [
    { program: 'charon' },
    { program: 'charon-systemd' },
    { program: 'ipsec' },
    { first: '01', next: '[' },
  ],
  parse,
  samples: [
    '07[IKE] <roadwarrior|7> IKE_SA roadwarrior[7] established between 10.0.0.5[vpn.example.org]...203.0.113.9[anna]',
    "07[IKE] <roadwarrior|7> authentication of 'anna' with pre-shared key failed",
    '08[NET] received packet: from 203.0.113.9[500] to 10.0.0.5[500] (456 bytes)',
  ],
}
