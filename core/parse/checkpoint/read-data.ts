const MAX_PAIRS = 500
const MAX_NAME = 100

/** End of a value: the quote before `;` or `]`; a backslash escapes. */
function closingQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x5c) at++
    else if (code === 0x22) {
      const next = text.charCodeAt(at + 1)
      // Exporters forget to escape quotes inside.
      if (next === 0x3b || next === 0x5d || Number.isNaN(next)) return at
    }
  }
  return -1
}

/**
 * `[action:"Accept"; flags:"1"; sys_message::"text"]`: Check Point's own data, in the place of RFC 5424's.
 * Of a name that comes twice all values are kept.
 */
export function readData(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  let at = text.charCodeAt(0) === 0x5b ? 1 : 0
  for (let count = 0; at < text.length && count < MAX_PAIRS; count++) {
    const quote = text.indexOf(':"', at)
    if (quote < 0) break
    const name = text.slice(at, Math.min(quote, at + MAX_NAME)).replace(/^[;\s]+|[:\s]+$/g, '')
    const close = closingQuote(text, quote + 2)
    if (close < 0) break
    const raw = text.slice(quote + 2, close)
    const value = raw.includes('\\') ? raw.replaceAll(/\\(["\\\]])/g, '$1') : raw
    const known = found.get(name)
    if (known) known.push(value)
    else if (name !== '') found.set(name, [value])
    at = close + 2
  }
  return found
}

/** `[sc4s@2620 action="Accept" flags="1"]`: the same pairs as RFC 5424 has them; an escaped `]` or quote belongs to a value. */
export function readElement(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  let at = text.indexOf(' ') + 1
  for (let count = 0; at > 0 && count < MAX_PAIRS; count++) {
    const quote = text.indexOf('="', at)
    if (quote < 0) break
    const name = text.slice(at, Math.min(quote, at + MAX_NAME)).trim()
    let close = quote + 2
    while (close < text.length && text.charCodeAt(close) !== 0x22)
      close += text.charCodeAt(close) === 0x5c ? 2 : 1
    const raw = text.slice(quote + 2, close)
    const value = raw.includes('\\') ? raw.replaceAll(/\\(["\\\]])/g, '$1') : raw
    const known = found.get(name)
    if (known) known.push(value)
    else if (name !== '') found.set(name, [value])
    at = close + 1
  }
  return found
}

/** `time=1709647629|hostname=gw|product=..|action=..`: the same pairs as Splunk takes them. */
export function readBars(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  let last: string[] | undefined
  for (const part of text.split('|', MAX_PAIRS)) {
    const equals = part.indexOf('=')
    const name = equals > 0 && equals < MAX_NAME ? part.slice(0, equals) : ''
    // A bar inside a value: the rest belongs to it.
    if (!/^[\w-]+$/.test(name)) {
      if (last && part !== '') last[last.length - 1] += `|${part}`
      continue
    }
    const value = part.slice(equals + 1).replaceAll('\\=', '=')
    const known = found.get(name)
    known?.push(value)
    last = known ?? [value]
    if (known === undefined) found.set(name, last)
  }
  return found
}
