import type { Fields } from '../../event/event.ts'
import { setMac } from '../network/set-mac.ts'
import { compilePattern, type PatternReader, type PatternSetter } from '../text/compile-pattern.ts'
import { isIp } from '../text/is-ip.ts'
import { setPeer } from '../text/set-peer.ts'

const SETTERS: Readonly<Record<string, PatternSetter<Fields>>> = {
  user: (fields, value) => {
    fields['user.name'] = value
  },
  src: (fields, value) => setPeer(fields, 'source', value),
  service: (fields, value) => {
    fields['network.protocol'] = value.toLowerCase()
  },
  assigned: (fields, value) => {
    if (isIp(value)) fields['client.ip'] = value
  },
  mac: (fields, value) => setMac(fields, 'client.mac', value.split(' ', 1)[0] ?? ''),
  in: (fields, value) => {
    fields['observer.ingress.interface.name'] = value
  },
  reason: (fields, value) => {
    fields['event.reason'] = value
  },
  what: (fields, value) => {
    fields['mikrotik.object'] = value
  },
}

export interface MikrotikMessage {
  action: string
  read: PatternReader<Fields>
}

const message = (action: string, pattern: string): MikrotikMessage => ({
  action,
  read: compilePattern(pattern, SETTERS),
})

/** Sentences of RouterOS beside those of the firewall; the first that fits counts. */
export const MIKROTIK_MESSAGES: readonly MikrotikMessage[] = [
  message('logon-failed', 'login failure for user {user} from {src} via {service}'),
  message('logon-failed', 'login failure for user {user} via {service}'),
  message('logged-in', 'user {user} logged in from {src} via {service}'),
  message('logged-in', 'user {user} logged in via {service}'),
  message('logged-out', 'user {user} logged out from {src} via {service}'),
  message('logged-out', 'user {user} logged out via {service}'),
  message('vpn-connected', '{user} logged in, {assigned} from {src}'),
  message('vpn-disconnected', '{user} logged out, {reason} from {src}'),
  message('address-assigned', '{} deassigned {assigned} from {mac}'),
  message('address-assigned', '{} assigned {assigned} to {mac}'),
  message('address-assigned', '{} assigned {assigned} for {mac}'),
  message('wifi-disconnected', '{mac}@{in}: disconnected, {reason}'),
  message('wifi-connected', '{mac}@{in}: connected'),
  message('interface-up', '{in} link up'),
  message('interface-down', '{in} link down'),
  message('configuration-changed', '{what} changed by {user}'),
  message('configuration-added', '{what} added by {user}'),
  message('configuration-removed', '{what} removed by {user}'),
]
