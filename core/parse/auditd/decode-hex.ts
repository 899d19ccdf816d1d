/** Long command lines are cut by the kernel at 8,192 bytes. */
const MAX_HEX = 65_536
const HEX = /^(?:[0-9A-Fa-f]{2})+$/

/**
 * The kernel writes a text in hexadecimal when it holds blanks, quotes or control characters; a word that merely looks
 * like it stays as it is.
 * @returns undefined for what is no such text
 */
export function decodeHex(value: string): string | undefined {
  if (value.length < 2 || value.length > MAX_HEX || !HEX.test(value)) return undefined
  const bytes = Buffer.from(value, 'hex')
  const encoded = bytes.some((byte) => byte < 0x21 || byte === 0x22 || byte >= 0x7f)
  return encoded ? bytes.toString('utf8') : undefined
}
