/**
 * A name as it is written: what is no letter, digit, `_ . @ -`, or a digit in front, stands behind a backslash, as in `my\ field` and
 * `app.kubernetes.io\/name`. Quotes and backslashes do not: those belong to lines that were pasted.
 */
const ESCAPED = String.raw`\\[^\p{L}"\\]`
export const FIELD_NAME = String.raw`(?:[\p{L}_@]|${ESCAPED})(?:[\p{L}\p{N}_.@-]|${ESCAPED})*`

/** That of a column as well, such as `dc(user.name)`. */
export const COLUMN_NAME = String.raw`${FIELD_NAME}(?:\((?:${ESCAPED}|[^()\s])*\))?`

export function plainName(written: string): string {
  return written.replace(/\\(?=[^\p{L}])/gu, '')
}

export function writeName(name: string): string {
  return name.replace(/^[^\p{L}_@]|[^\p{L}\p{N}_.@-]/gu, '\\$&')
}
