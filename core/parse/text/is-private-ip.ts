/** RFC 1918, RFC 4193 and the machine itself. @param ip a valid address */
export function isPrivateIp(ip: string): boolean {
  if (ip.includes(':')) return ip === '::1' || /^f[cd]/i.test(ip)
  if (ip.startsWith('10.') || ip.startsWith('192.168.') || ip.startsWith('127.')) return true
  if (!ip.startsWith('172.')) return false
  const second = Number(ip.slice(4, ip.indexOf('.', 4)))
  return second >= 16 && second <= 31
}
