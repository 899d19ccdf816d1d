/** Whether from `start` to `end` there is a dotted quad without leading zeros. */
function isIpv4At(text: string, start: number, end: number): boolean {
  if (end - start < 7 || end - start > 15) return false
  let octets = 0
  let value = -1
  for (let i = start; i <= end; i++) {
    const digit = i < end ? text.charCodeAt(i) - 0x30 : -2
    if (digit >= 0 && digit <= 9) {
      if (value === 0) return false
      value = value < 0 ? digit : value * 10 + digit
      if (value > 255) return false
    } else {
      if (digit !== -2 || value < 0) return false
      octets++
      value = -1
    }
  }
  return octets === 4
}

const isHex = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x66) || (code >= 0x41 && code <= 0x46)

/** RFC 4291 2.2, without zone. */
function isIpv6(text: string): boolean {
  if (text.length < 2 || text.length > 45) return false
  let groups = 0
  let inGroup = 0
  let compressed = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isHex(code)) {
      if (++inGroup > 4) return false
    } else if (code === 0x3a) {
      if (inGroup > 0) groups++
      else if (text.charCodeAt(i + 1) !== 0x3a && (i < 1 || text.charCodeAt(i - 1) !== 0x3a)) return false
      if (inGroup > 0 && i === text.length - 1) return false
      if (text.charCodeAt(i + 1) === 0x3a) {
        if (compressed) return false
        compressed = true
      }
      inGroup = 0
    } else if (code === 0x2e && inGroup > 0) {
      const v4 = text.slice(text.lastIndexOf(':') + 1)
      return isIpv4At(v4, 0, v4.length) && (compressed ? groups < 6 : groups === 6)
    } else return false
  }
  if (inGroup > 0) groups++
  return compressed ? groups < 8 : groups === 8
}

/** An IPv4 or IPv6 address, nothing around it. */
export function isIp(text: string): boolean {
  return isIpv4At(text, 0, text.length) || (text.includes(':') && isIpv6(text))
}

/** The same of a part of a text. */
export const isIpAt = (text: string, start: number, end: number): boolean =>
  isIpv4At(text, start, end) || isIp(text.slice(start, end))
