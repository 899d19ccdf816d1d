/**
 * What keywords are sought in.
 *
 * text    the line itself
 * json    values, each written in the line as it is but for quotes, slashes, backslashes and what is not ASCII
 * opaque  values, and the line may write any of their characters otherwise
 */
export type LineKind = 'text' | 'json' | 'opaque'

/** @param raw empty when there is no line */
export function lineKind(raw: string): LineKind {
  if (raw === '' || /^\s*<[?!a-z]/i.test(raw)) return 'opaque'
  if (!/^\s*[{[]/.test(raw)) return 'text'
  return escapesAscii(raw) ? 'opaque' : 'json'
}

/** Whether JSON writes some ASCII character as `\u00..`, which is allowed for ordinary letters too. */
function escapesAscii(raw: string): boolean {
  // Of the four characters the second is the rarest in logs: a search stops at every first one.
  for (let at = raw.indexOf('u00'); at >= 0; at = raw.indexOf('u00', at + 1)) {
    let backslashes = 0
    while (raw.charCodeAt(at - 1 - backslashes) === 0x5c) backslashes++
    if (backslashes % 2 === 1) return true
  }
  return false
}
