import { parseIp } from '../detect/values/parse-ip.ts'

/** Whether an address is of one's own network or of the Internet; undefined for neither, and for no address. */
export type IpKind = 'internal' | 'external' | undefined

/**
 * internal: RFC 1918, RFC 6598, loopback, link-local, RFC 4193. Unspecified, multicast, broadcast and documentation
 * addresses are neither.
 */
export function ipKind(text: string): IpKind {
  const groups = parseIp(text)
  if (!groups) return undefined
  const [g0 = 0, g1 = 0, g2 = 0, g3 = 0, g4 = 0, g5 = 0, g6 = 0, g7 = 0] = groups
  const high = g0 | g1 | g2 | g3 | g4
  if (high === 0 && g5 === 0xffff) return ofV4(g6 >> 8, g6 & 0xff, (g6 << 16) | g7)
  if (high === 0 && g5 === 0 && g6 === 0) return g7 === 1 ? 'internal' : undefined
  if ((g0 & 0xfe00) === 0xfc00 || (g0 & 0xffc0) === 0xfe80) return 'internal'
  if ((g0 & 0xff00) === 0xff00 || (g0 === 0x2001 && g1 === 0xdb8)) return undefined
  return 'external'
}

function ofV4(a: number, b: number, whole: number): IpKind {
  if (a === 10 || a === 127 || (a === 192 && b === 168) || (a === 169 && b === 254)) return 'internal'
  if ((a === 172 && b >= 16 && b < 32) || (a === 100 && b >= 64 && b < 128)) return 'internal'
  if (a === 0 || a >= 224) return undefined
  const net = whole >>> 8
  return net === 0xc00002 || net === 0xc63364 || net === 0xcb0071 ? undefined : 'external'
}
