import type { Fields } from '../../event/event.ts'

/** `X.address` is what is known of an end: its address, else its name; `network.type` is how it was addressed. */
export function fillAddresses(fields: Fields): void {
  for (const side of ['source', 'destination'] as const) {
    const known = fields[`${side}.ip`] ?? fields[`${side}.domain`]
    if (known !== undefined) fields[`${side}.address`] ??= known
  }
  const ip = fields['source.ip'] ?? fields['destination.ip']
  if (typeof ip === 'string') fields['network.type'] ??= ip.includes(':') ? 'ipv6' : 'ipv4'
}
