/** A column of type IPv6 as SQL text, IPv4 in its plain form. */
export function ipText(column: string): string {
  const text = `toString(${column})`
  return `if(startsWith(${text}, '::ffff:') AND position(${text}, '.') > 0, substring(${text}, 8), ${text})`
}
