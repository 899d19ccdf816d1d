export interface Quoted {
  value: string
  /** After the closing quote. */
  end: number
}

/** `"text"` at `at`, `\"` inside; web servers leave other escapes as they are, and so do we. */
export function quotedAt(text: string, at: number): Quoted | undefined {
  if (text.charCodeAt(at) !== 0x22) return undefined
  let close = text.indexOf('"', at + 1)
  while (close > 0 && isEscaped(text, close, at)) close = text.indexOf('"', close + 1)
  if (close < 0) return undefined
  const value = text.slice(at + 1, close)
  return { value: value.includes('\\"') ? value.replaceAll('\\"', '"') : value, end: close + 1 }
}

function isEscaped(text: string, quote: number, start: number): boolean {
  let at = quote - 1
  while (at > start && text.charCodeAt(at) === 0x5c) at--
  return (quote - 1 - at) % 2 === 1
}
