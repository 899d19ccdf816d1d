const MAX_ATTRIBUTES = 400

/** `Name=value, Name=value`: `\,` belongs to a value, a name that comes again adds to the list. */
export function readIseAttributes(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  let at = 0
  let count = 0
  while (at < text.length && count++ < MAX_ATTRIBUTES) {
    let end = text.indexOf(',', at)
    while (end > 0 && text.charCodeAt(end - 1) === 0x5c) end = text.indexOf(',', end + 1)
    if (end < 0) end = text.length
    const part = text.slice(at, end)
    const equals = part.indexOf('=')
    if (equals > 0) {
      const name = part.slice(0, equals).trim()
      const value = part
        .slice(equals + 1)
        .trim()
        .replaceAll('\\,', ',')
      if (name.length <= 60 && value !== '') {
        const known = found.get(name)
        if (known) known.push(value)
        else found.set(name, [value])
      }
    }
    at = end + 1
  }
  return found
}
