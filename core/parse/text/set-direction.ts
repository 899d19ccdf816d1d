import type { Fields } from '../../event/event.ts'
import { isPrivateIp } from './is-private-ip.ts'

/** `network.direction` and `type` from the addresses of both ends: private ones are ours. */
export function setDirection(fields: Fields): void {
  const from = fields['source.ip']
  const to = fields['destination.ip']
  if (typeof from === 'string') fields['network.type'] ??= from.includes(':') ? 'ipv6' : 'ipv4'
  if (typeof from !== 'string' || typeof to !== 'string') return
  const [inFrom, inTo] = [isPrivateIp(from), isPrivateIp(to)]
  fields['network.direction'] ??= inFrom ? (inTo ? 'internal' : 'outbound') : inTo ? 'inbound' : 'external'
}
