const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }),
)

/** `lt`, `#10`, `#x0A`: what stands between `&` and `;`. */
function entity(name: string): string | undefined {
  if (name.charAt(0) !== '#') return NAMED.get(name)
  const code = /^#x[0-9a-f]{1,6}$/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

const LONGEST = 10

/** Line ends become `\n`; the five entities of XML and characters by number are decoded, others stay as written. */
export function decodeXmlText(text: string): string {
  const raw = text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text
  let and = raw.indexOf('&')
  if (and < 0) return raw
  let result = ''
  let done = 0
  while (and >= 0) {
    const part = raw.slice(and + 1, and + LONGEST)
    const end = part.indexOf(';')
    const character = end > 0 ? entity(part.slice(0, end)) : undefined
    if (character !== undefined) {
      result += raw.slice(done, and) + character
      done = and + end + 2
    }
    and = raw.indexOf('&', Math.max(done, and + 1))
  }
  return result + raw.slice(done)
}
