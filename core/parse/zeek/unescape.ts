const ESCAPE = /\\(?:x([\da-fA-F]{2})|\\)/g
const ENCODER = new TextEncoder()
const DECODER = new TextDecoder('utf-8', { fatal: true })

/** Control characters that JSON has a short escape for; the others Zeek's JSON writer shows as `\x01`. */
const isShown = (byte: number): boolean =>
  (byte < 0x20 && ![0x08, 0x09, 0x0a, 0x0c, 0x0d].includes(byte)) || byte === 0x7f

const hex = (byte: number): string => `\\x${byte.toString(16).padStart(2, '0')}`

/** Length of the UTF-8 sequence that a byte opens, 0 where it opens none. */
function sequenceLength(byte: number): number {
  if (byte < 0x80) return 1
  if (byte >= 0xc2 && byte <= 0xdf) return 2
  if (byte >= 0xe0 && byte <= 0xef) return 3
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0
}

function decode(bytes: Uint8Array): string {
  try {
    if (!bytes.some(isShown)) return DECODER.decode(bytes)
  } catch {
    // Not UTF-8 as a whole: what is stays, other bytes are shown.
  }
  let text = ''
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0
    const length = sequenceLength(byte)
    let piece: string | undefined
    if (length > 0 && !isShown(byte)) {
      try {
        piece = DECODER.decode(bytes.subarray(at, at + length))
      } catch {
        piece = undefined
      }
    }
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
  // Most escapes are of characters that stand for themselves: no bytes are to be put together.
  if (!/\\x(?:[89a-f]|0[0-8b-f]|1[\da-f]|7f)/i.test(value))
    return value.replaceAll(ESCAPE, (_, digits: string | undefined) =>
      digits === undefined ? '\\' : String.fromCharCode(Number.parseInt(digits, 16)),
    )
  const bytes: number[] = []
  let from = 0
  for (const match of value.matchAll(ESCAPE)) {
    for (const byte of ENCODER.encode(value.slice(from, match.index))) bytes.push(byte)
    bytes.push(match[1] === undefined ? 0x5c : Number.parseInt(match[1], 16))
    from = match.index + match[0].length
  }
  for (const byte of ENCODER.encode(value.slice(from))) bytes.push(byte)
  return decode(Uint8Array.from(bytes))
}
