import { parseIp } from '../detect/values/parse-ip.ts'

interface NetworkBounds {
  /** First and last address, IPv6 text; IPv4 in its mapped form. */
  first: string
  last: string
  /** An IPv6 network so wide that it spans the mapped IPv4 addresses, which are not meant. */
  excludesV4: boolean
}

/** @returns undefined for what is no network in CIDR form; host bits are ignored */
export function networkBounds(text: string): NetworkBounds | undefined {
  const match = /^([0-9A-Fa-f.:]{2,45})\/(\d{1,3})$/.exec(text)
  if (!match) return undefined
  const [, address = '', length = ''] = match
  const groups = parseIp(address)
  const isV6 = address.includes(':')
  const prefix = Number(length) + (isV6 ? 0 : 96)
  if (groups === undefined || prefix > 128) return undefined
  const masks = groups.map((_, i) => (0xffff << (16 - Math.min(16, Math.max(0, prefix - 16 * i)))) & 0xffff)
  const first = groups.map((group, i) => group & (masks[i] ?? 0))
  const last = groups.map((group, i) => group | (~(masks[i] ?? 0) & 0xffff))
  return { first: print(first), last: print(last), excludesV4: isV6 && prefix < 96 }
}

function print(groups: readonly number[]): string {
  return groups.map((group) => group.toString(16)).join(':')
}
