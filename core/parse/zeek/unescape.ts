/** A character of ASCII, a backslash, or some bytes beyond ASCII. */
const ESCAPE = /\\(?:x([0-7][\da-fA-F])|\\)|(?:\\x[89a-fA-F][\da-fA-F])+/g
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Control characters that JSON has a short escape for; the others Zeek's JSON writer shows as `\x01`. */
const isShown = (byte: number): boolean =>
  (byte < 0x20 && ![0x08, 0x09, 0x0a, 0x0c, 0x0d].includes(byte)) || byte === 0x7f

const hex = (byte: number): string => `\\x${byte.toString(16).padStart(2, '0')}`

/** Length of the UTF-8 sequence that a byte opens, 0 where it opens none. */
function sequenceLength(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 2
  if (byte >= 0xe0 && byte <= 0xef) return 3
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return DECODER.decode(bytes)
  } catch {
    return undefined
  }
}

/** `\xc3\xa4`: what is UTF-8 becomes characters, other bytes are shown. */
function decodeBytes(escapes: string): string {
  const bytes = new Uint8Array(escapes.length / 4)
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(escapes.slice(i * 4 + 2, i * 4 + 4), 16)
  const whole = decode(bytes)
  if (whole !== undefined) return whole
  let text = ''
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0
    const length = sequenceLength(byte)
    const piece = length === 0 ? undefined : decode(bytes.subarray(at, at + length))
    text += piece ?? hex(byte)
    at += piece === undefined ? 1 : length
  }
  return text
}

/**
 * A value of Zeek's TSV as its JSON writer gives it: `\x..` are bytes, `\\` is a backslash; bytes that are no UTF-8 and
 * control characters come back as `\x..`.
 */
export function unescapeZeek(value: string): string {
  if (!value.includes('\\')) return value
  return value.replaceAll(ESCAPE, (whole: string, ascii: string | undefined) => {
    if (ascii === undefined) return whole === '\\\\' ? '\\' : decodeBytes(whole)
    const byte = Number.parseInt(ascii, 16)
    return isShown(byte) ? hex(byte) : String.fromCharCode(byte)
  })
}
