const MAX_PARAMETERS = 200
const SPACE = 0x20
const QUOTE = 0x22
const BACKSLASH = 0x5c
const CLOSE = 0x5d

export interface Parameters {
  pairs: Map<string, string>
  /** After the closing bracket. */
  end: number
}

function valueEnd(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === BACKSLASH) i++
    else if (code === QUOTE) return i
  }
  return -1
}

/** Typographic quotes of documents that logs were pasted into: such a value ends at a blank. */
function bareEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && text.charCodeAt(end) !== SPACE && text.charCodeAt(end) !== CLOSE) end++
  return end
}

/** `[junos@2636.1.1.1.2.26 name="value" ...]` at `at`: RFC 5424's structured data, as Junos also gets it wrong. */
export function readParameters(text: string, at: number): Parameters {
  const pairs = new Map<string, string>()
  const first = bareEnd(text, at + 1)
  // Collectors that take the id away leave the first parameter in its place.
  let cursor = text.slice(at + 1, first).includes('=') ? at + 1 : first
  for (let count = 0; count < MAX_PARAMETERS; count++) {
    if (count > 0 && text.charCodeAt(cursor) !== SPACE) break
    while (text.charCodeAt(cursor) === SPACE) cursor++
    const equals = text.indexOf('=', cursor)
    if (equals < 0 || equals - cursor > 64 || text.charCodeAt(cursor) === CLOSE) break
    const name = text.slice(cursor, equals)
    const quoted = text.charCodeAt(equals + 1) === QUOTE
    const start = quoted ? equals + 2 : equals + 1
    const end = quoted ? valueEnd(text, start) : bareEnd(text, start)
    if (end < 0) break
    const value = text.slice(start, end)
    if (!pairs.has(name))
      pairs.set(name, value.includes('\\') ? value.replaceAll(/\\(["\\\]])/g, '$1') : value)
    cursor = quoted ? end + 1 : end
  }
  return { pairs, end: text.charCodeAt(cursor) === CLOSE ? cursor + 1 : cursor }
}
