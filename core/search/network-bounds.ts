import { parseIp } from '../detect/values/parse-ip.ts'
import { prefixBounds } from '../detect/values/prefix-bounds.ts'

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
  return { ...prefixBounds(groups, prefix), excludesV4: isV6 && prefix < 96 }
}
