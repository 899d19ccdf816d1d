import type { JsonObject } from '../parser.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COLON = 0x3a
/** JSON's white space is all at or below the blank. */
const BLANK = 0x20

/**
 * Whether an object of a JSON text has two members of one name: of those only the last is read, so that the first can
 * hide. The names of the text are counted and those of what became of it; most texts need a rough count only.
 * @param text of `json`, so that it is known to be well-formed
 * @param top how many names `json` has itself
 */
export function repeatsNames(text: string, json: JsonObject, top: number): boolean {
  // What stands before each name, and before some texts of lists. Of a flat object that is all, and the cheapest to count.
  const most = quotesBehind(text, ',') + quotesBehind(text, '{')
  if (most <= top) return false
  const names = namesOf(json)
  return most > names && colonsBehindQuotes(text) > names && namesOfText(text) > names
}

function quotesBehind(text: string, sign: string): number {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
    let next = at + 1
    while (text.charCodeAt(next) <= BLANK) next++
    if (text.charCodeAt(next) === QUOTE) count++
  }
  return count
}

/** What stands behind each name; some stand in texts. */
function colonsBehindQuotes(text: string): number {
  let count = 0
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    let before = at - 1
    while (text.charCodeAt(before) <= BLANK) before--
    if (text.charCodeAt(before) === QUOTE) count++
  }
  return count
}

function namesOfText(text: string): number {
  let count = 0
  let isString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) isString = !isString
    else if (code === BACKSLASH) at++
    else if (code === COLON && !isString) count++
  }
  return count
}

/** With a list of its own of what is left: the text decides how deep it goes. */
function namesOf(json: JsonObject): number {
  let count = 0
  const left: object[] = [json]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (Array.isArray(next)) {
      for (const value of next) if (typeof value === 'object' && value !== null) left.push(value)
      continue
    }
    for (const name in next) {
      count++
      const value = (next as JsonObject)[name]
      if (typeof value === 'object' && value !== null) left.push(value)
    }
  }
  return count
}
