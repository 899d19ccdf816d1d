import type { Fields } from '../../event/event.ts'

/** `network.type` by the address of one end. */
export function setNetworkType(fields: Fields): void {
  const ip = fields['source.ip'] ?? fields['destination.ip']
  if (typeof ip === 'string') fields['network.type'] ??= ip.includes(':') ? 'ipv6' : 'ipv4'
}
