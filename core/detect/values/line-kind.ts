/**
 * What keywords are sought in.
 *
 * text    the line itself
 * json    values, and the line: it writes them as they are but for quotes, slashes, backslashes and what is not ASCII,
 *         so the ordinary runs of a keyword stand in it
 * opaque  values: the line may write any of their characters otherwise, or there is none
 */
export type LineKind = 'text' | 'json' | 'opaque'

/** Patterns of JSON and XML lines by their looks, and of JSON that writes some ASCII character as `\u00..` (RE2). */
export const JSON_LINE = '^[\\t\\n\\v\\f\\r ]*[{\\[]'
export const MARKUP_LINE = '^[\\t\\n\\v\\f\\r ]*<[?!a-zA-Z]'
export const ESCAPED_ASCII = '(?:^|[^\\\\])(?:\\\\\\\\)*\\\\u00'

const isJson = new RegExp(JSON_LINE)
const isMarkup = new RegExp(MARKUP_LINE)

/** @param raw empty when there is no line */
export function lineKind(raw: string): LineKind {
  if (raw === '' || isMarkup.test(raw)) return 'opaque'
  if (!isJson.test(raw)) return 'text'
  return escapesAscii(raw) ? 'opaque' : 'json'
}

/** {@link ESCAPED_ASCII}, ten times as fast. */
function escapesAscii(raw: string): boolean {
  // Of the four characters the second is the rarest in logs: a search stops at every first one.
  for (let at = raw.indexOf('u00'); at >= 0; at = raw.indexOf('u00', at + 1)) {
    let backslashes = 0
    while (raw.charCodeAt(at - 1 - backslashes) === 0x5c) backslashes++
    if (backslashes % 2 === 1) return true
  }
  return false
}
