interface Place {
  /** In bytes of UTF-8. */
  at: number
  size: number
}

/** The sender chooses both texts: a search for the whole part would be quadratic in the length of a line. */
const HEAD = 16
const MAX_TRIES = 8

/**
 * Where a text lies inside another, so that it need not be stored twice. Only a stretch of whole words counts:
 * then the words of the part are words of the whole, and one text index finds both. Takes time in proportion to the
 * texts: a part whose beginning stands in too many other places is not found.
 */
export function placeIn(whole: string, part: string): Place | undefined {
  if (part === '' || part.length > whole.length) return undefined
  const head = part.slice(0, HEAD)
  let at = whole.indexOf(head)
  for (let tries = 0; at >= 0 && tries < MAX_TRIES; tries++) {
    if (whole.startsWith(part, at) && standsFree(whole, at, part))
      return { at: at === 0 ? 0 : Buffer.byteLength(whole.slice(0, at)), size: Buffer.byteLength(part) }
    at = whole.indexOf(head, at + 1)
  }
  return undefined
}

function standsFree(whole: string, at: number, part: string): boolean {
  const end = at + part.length
  const joinedBefore = at > 0 && isWordUnit(whole.charCodeAt(at - 1)) && isWordUnit(whole.charCodeAt(at))
  return !joinedBefore && !(isWordUnit(whole.charCodeAt(end - 1)) && isWordUnit(whole.charCodeAt(end)))
}

/** What the index keeps together: ASCII letters and digits, and all that is not ASCII. NaN, past the end, is not. */
function isWordUnit(code: number): boolean {
  return (
    code >= 0x80 || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
  )
}
