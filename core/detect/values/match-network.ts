import { parseIp } from './parse-ip.ts'
import { prefixBounds } from './prefix-bounds.ts'
import { type Address, keyOf } from './read-address.ts'

export interface Network {
  /** IPv4-mapped IPv6 addresses are in IPv4 networks. */
  includes(address: Address): boolean
  /** {@link Address.key} of the first and last address. */
  firstKey: string
  lastKey: string
  /** First and last address, IPv6 text; IPv4 in its mapped form. */
  first: string
  last: string
  /** So wide that it spans the mapped IPv4 addresses: IPv4 in its plain form is not meant. */
  excludesV4: boolean
}

/** @returns what is wrong when the text is not a network in CIDR form without host bits */
export function parseNetwork(text: string): Network | { wrong: string; mend: string } {
  const [address = '', length, ...more] = text.trim().split('/')
  const groups = parseIp(address)
  if (!groups || more.length > 0)
    return { wrong: `${text} is not a network`, mend: 'write it like 10.0.0.0/8 or fe80::/10' }
  const v6 = address.includes(':')
  const bits = length === undefined ? (v6 ? 128 : 32) : /^\d{1,3}$/.test(length) ? Number(length) : 999
  if (bits > (v6 ? 128 : 32))
    return { wrong: `/${length} is not a prefix length`, mend: `use 0 to ${v6 ? 128 : 32}` }
  const prefix = v6 ? bits : bits + 96
  const masks = groups.map((_, i) => (0xffff << (16 - Math.min(16, Math.max(0, prefix - 16 * i)))) & 0xffff)
  if (groups.some((group, i) => (group & ~(masks[i] ?? 0)) !== 0)) {
    const zeroed = groups.map((group, i) => group & (masks[i] ?? 0))
    return { wrong: `${text} has bits set behind the prefix`, mend: `write ${print(zeroed, v6)}/${bits}` }
  }
  const excludesV4 = v6 && prefix < 96
  const firstKey = keyOf(groups)
  const lastKey = keyOf(groups.map((group, i) => group | (~(masks[i] ?? 0) & 0xffff)))
  return {
    ...prefixBounds(groups, prefix),
    ...{ firstKey, lastKey, excludesV4 },
    includes: ({ key, isV4 }) => firstKey <= key && key <= lastKey && !(excludesV4 && isV4),
  }
}

function print(groups: readonly number[], v6: boolean): string {
  if (v6) return groups.map((group) => group.toString(16)).join(':')
  const [high = 0, low = 0] = groups.slice(6)
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
