import type { Fields } from '../../event/event.ts'
import { notice } from '../../event/problem.ts'

const SPACE = 0x20
const QUOTE = 0x22
const EQUALS = 0x3d
const OPEN = 0x5b
const BACKSLASH = 0x5c
const CLOSE = 0x5d
const MAX_SD_NAME = 32
const MAX_PARAMS = 200
const PREFIX = 'log.syslog.structured_data.'

/** SD-NAME, RFC 5424 6.3.2: printable ASCII but `=`, space, `]`, `"`. */
function nameEnd(text: string, at: number, max: number): number {
  let end = at
  for (; end - at <= max; end++) {
    const code = text.charCodeAt(end)
    if (!(code > SPACE && code < 0x7f) || code === EQUALS || code === CLOSE || code === QUOTE) break
  }
  return end > at && end - at <= max ? end : -1
}

/** RFC 5424 6.3.3: a backslash escapes `"`, `\` and `]`, before others it is itself. */
function unescaped(value: string): string {
  if (!value.includes('\\')) return value
  let plain = ''
  for (let i = 0; i < value.length; i++) {
    const next = value.charCodeAt(i + 1)
    if (value.charCodeAt(i) === BACKSLASH && (next === QUOTE || next === BACKSLASH || next === CLOSE)) i++
    plain += value.charAt(i)
  }
  return plain
}

/** @returns where the quote closes, -1 when it does not, or when a bare `]` stands before that and may not */
function quoteEnd(text: string, at: number, strict: boolean): number {
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === QUOTE) return i
    if (code === CLOSE && strict) return -1
    if (code === BACKSLASH) i++
  }
  return -1
}

/**
 * `[id name="value" ...][...]`, into `log.syslog.structured_data.ID.NAME`; an element without parameters is ''.
 * @param strict RFC 5424 to the letter; else long names, blanks, elements that come twice and a bare `]` in a value are
 * let pass, as they are what many senders write
 * @returns where it ends, -1 when it breaks the grammar
 */
export function structuredDataAt(fields: Fields, text: string, at: number, strict: boolean): number {
  const longest = strict ? MAX_SD_NAME : 255
  const ids: string[] = []
  let cursor = at
  let params = 0
  while (text.charCodeAt(cursor) === OPEN) {
    const idEnd = nameEnd(text, cursor + 1, longest)
    if (idEnd < 0) return -1
    const id = text.slice(cursor + 1, idEnd)
    if (strict && ids.includes(id)) return -1
    if (ids.length < MAX_PARAMS) ids.push(id)
    else if (strict) return -1
    cursor = idEnd
    if (text.charCodeAt(cursor) === CLOSE) fields[PREFIX + id] = ''
    while (text.charCodeAt(cursor) === SPACE) {
      if (!strict) {
        while (text.charCodeAt(cursor + 1) === SPACE) cursor++
        if (text.charCodeAt(cursor + 1) === CLOSE) {
          cursor++
          break
        }
      }
      const end = nameEnd(text, cursor + 1, longest)
      if (end < 0 || text.charCodeAt(end) !== EQUALS) return -1
      let quote = end + 1
      while (!strict && text.charCodeAt(quote) === SPACE) quote++
      if (text.charCodeAt(quote) !== QUOTE) return -1
      const close = quoteEnd(text, quote + 1, strict)
      if (close < 0) return -1
      if (params++ < MAX_PARAMS) {
        fields[`${PREFIX}${id}.${text.slice(cursor + 1, end)}`] = unescaped(text.slice(quote + 1, close))
      } else notice(fields, 'fields_cut')
      cursor = close + 1
    }
    if (text.charCodeAt(cursor) !== CLOSE) return -1
    cursor++
  }
  return cursor
}
