/** Whether a line is JSON by its looks: its texts are values, not the line itself. */
export function isJson(raw: string): boolean {
  return /^\s*[{[]/.test(raw)
}

/** Whether a line is XML by its looks; entities may stand for any character of it. */
export function isMarkup(raw: string): boolean {
  return /^\s*<[?!a-z]/i.test(raw)
}

/** Whether JSON may write some ASCII character as `\u00..`, which is allowed for ordinary letters too. */
export function escapesLetters(raw: string): boolean {
  // Of the four characters the second is the rarest in logs: a search stops at every first one.
  for (let at = raw.indexOf('u00'); at >= 0; at = raw.indexOf('u00', at + 1)) {
    let backslashes = 0
    while (raw.charCodeAt(at - 1 - backslashes) === 0x5c) backslashes++
    if (backslashes % 2 === 1) return true
  }
  return false
}
