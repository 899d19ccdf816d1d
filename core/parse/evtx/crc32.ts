const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  return value
})

/** CRC-32 as zlib has it (Node's own is newer than our floor), over one or more pieces. */
export function crc32(...pieces: Uint8Array[]): number {
  let sum = 0xffffffff
  for (const bytes of pieces) {
    for (let at = 0; at < bytes.length; at++) {
      sum = (sum >>> 8) ^ (TABLE[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0)
    }
  }
  return (sum ^ 0xffffffff) >>> 0
}
