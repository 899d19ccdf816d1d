const AF_UNIX = 1
const AF_INET = 2
const AF_INET6 = 10
const NETLINK = 16

export interface SocketAddress {
  family: string
  ip?: string
  port?: number
  path?: string
}

/** `saddr` of a SOCKADDR record: struct sockaddr in hexadecimal, family in the host's byte order (little endian). */
export function decodeSocketAddress(hex: string): SocketAddress | undefined {
  if (hex.length < 4 || hex.length > 512 || !/^[0-9A-Fa-f]+$/.test(hex)) return undefined
  const bytes = Buffer.from(hex, 'hex')
  if (bytes.length < 2) return undefined
  const family = bytes.readUInt16LE(0)
  if (family === AF_INET && bytes.length >= 8) {
    return { family: 'inet', ip: [...bytes.subarray(4, 8)].join('.'), port: bytes.readUInt16BE(2) }
  }
  if (family === AF_INET6 && bytes.length >= 24) {
    const groups: string[] = []
    for (let at = 8; at < 24; at += 2) groups.push(bytes.readUInt16BE(at).toString(16))
    return { family: 'inet6', ip: compress(groups), port: bytes.readUInt16BE(2) }
  }
  if (family === AF_UNIX) {
    const start = bytes[2] === 0 ? 3 : 2
    const end = bytes.indexOf(0, start)
    const path = bytes.subarray(start, end < 0 ? bytes.length : end).toString('utf8')
    return path === '' ? { family: 'unix' } : { family: 'unix', path: start === 3 ? `@${path}` : path }
  }
  return family === NETLINK ? { family: 'netlink' } : undefined
}

/** RFC 5952: the longest run of zero groups becomes `::`. */
function compress(groups: readonly string[]): string {
  let best = -1
  let bestLength = 1
  for (let at = 0; at < groups.length; at++) {
    let end = at
    while (groups[end] === '0') end++
    if (end - at > bestLength) {
      best = at
      bestLength = end - at
    }
    at = Math.max(at, end - 1)
  }
  if (best < 0) return groups.join(':')
  return `${groups.slice(0, best).join(':')}::${groups.slice(best + bestLength).join(':')}`
}
