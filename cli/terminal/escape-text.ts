// Control characters, and those that change the order or the width of what stands around them.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/**
 * What a log line or a rule says, safe to print: a stranger's text must not steer the terminal.
 * @param most characters to show; what is longer ends in `…`
 */
export function escapeText(text: string, most = 200): string {
  const short = text.length > most ? `${text.slice(0, most - 1)}…` : text
  return short.replace(UNSAFE, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code === 0x0a) return '\\n'
    if (code === 0x0d) return '\\r'
    if (code === 0x09) return '\\t'
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`
  })
}
