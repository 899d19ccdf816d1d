import { type IpGroups, parseIp } from './parse-ip.ts'

/** An address that can be compared with others: `a.key < b.key` when a comes before b. */
export interface Address {
  /** 8 units of 16 bits; IPv4 in its mapped form. */
  key: string
  /** Written plainly, without `::ffff:`. */
  isV4: boolean
}

export const keyOf = (groups: IpGroups): string => String.fromCharCode(...groups)

/** @returns undefined for anything that is not an address; white space around it does not count */
export function readAddress(text: string): Address | undefined {
  const trimmed = text.trim()
  const groups = parseIp(trimmed)
  return groups && { key: keyOf(groups), isV4: !trimmed.includes(':') }
}
