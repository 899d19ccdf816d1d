const QUOTE = 0x22
const BACKSLASH = 0x5c
export const OPEN_ARRAY = 0x5b
export const CLOSE_ARRAY = 0x5d
export const OPEN_OBJECT = 0x7b
export const CLOSE_OBJECT = 0x7d
export const COMMA = 0x2c
export const COLON = 0x3a

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

export function skipSpace(bytes: Buffer, start: number): number {
  let at = start
  while (isSpace(bytes[at])) at++
  return at
}

/** @returns the offset behind the last byte that is no white space */
export function endOfText(bytes: Buffer): number {
  let end = bytes.length
  while (isSpace(bytes[end - 1])) end--
  return end
}

/** @returns the offset behind the value that begins here, -1 when it does not end; its inside is the parser's business */
export function endOfValue(bytes: Buffer, start: number): number {
  const first = bytes[start]
  if (first === QUOTE) return endOfString(bytes, start)
  if (first !== OPEN_OBJECT && first !== OPEN_ARRAY) {
    let at = start
    while (
      at < bytes.length &&
      bytes[at] !== COMMA &&
      bytes[at] !== CLOSE_OBJECT &&
      bytes[at] !== CLOSE_ARRAY
    )
      at++
    return at === start ? -1 : at
  }
  let depth = 0
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === QUOTE) {
      at = endOfString(bytes, at) - 1
      if (at < 0) return -1
    } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) depth++
    else if ((byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) && --depth === 0) return at + 1
  }
  return -1
}

function endOfString(bytes: Buffer, start: number): number {
  for (let at = start + 1; at < bytes.length; at++) {
    if (bytes[at] === BACKSLASH) at++
    else if (bytes[at] === QUOTE) return at + 1
  }
  return -1
}

/** `{}` or `{"`: what begins otherwise is no object of JSON. */
export function beginsObject(bytes: Buffer, at: number): boolean {
  if (bytes[at] !== OPEN_OBJECT) return false
  const next = bytes[skipSpace(bytes, at + 1)]
  return next === QUOTE || next === CLOSE_OBJECT
}
