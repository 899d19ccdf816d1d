import type { IpGroups } from './parse-ip.ts'

/**
 * First and last address with the same first bits, as IPv6 text; IPv4 in its mapped form.
 * @param prefix how many of the 128 bits, those of the mapped form for IPv4
 */
export function prefixBounds(groups: IpGroups, prefix: number): { first: string; last: string } {
  const masks = groups.map((_, i) => (0xffff << (16 - Math.min(16, Math.max(0, prefix - 16 * i)))) & 0xffff)
  return {
    first: print(groups.map((group, i) => group & (masks[i] ?? 0))),
    last: print(groups.map((group, i) => group | (~(masks[i] ?? 0) & 0xffff))),
  }
}

function print(groups: readonly number[]): string {
  return groups.map((group) => group.toString(16)).join(':')
}
