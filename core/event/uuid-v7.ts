/**
 * A fresh UUIDv7 (RFC 9562, 5.7): 48 bits of milliseconds, the rest random.
 * @param nowMs milliseconds since the epoch
 */
export function uuidV7(nowMs: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  let hex = ''
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0')
  const time = nowMs.toString(16).padStart(12, '0')
  const variant = ((Number.parseInt(hex.charAt(3), 16) & 0x3) | 0x8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`
}
