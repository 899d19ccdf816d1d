/** What a field of a pattern does with its value, which has no white space around it and is never empty. */
export type PatternSetter<Event> = (event: Event, value: string) => void

/** @returns false, and nothing set, when the text is another one */
export type PatternReader<Event> = (event: Event, text: string) => boolean

type Part<Event> =
  | { literal: string }
  | { set: PatternSetter<Event> | undefined }
  | { optional: readonly Part<Event>[] }

interface Cursor<Event> {
  at: number
  /** A field has begun at `at` and goes on to the next literal. */
  open: boolean
  set: PatternSetter<Event> | undefined
  hits: [PatternSetter<Event>, string][]
}

/**
 * A message as its maker's documentation writes it: `Deny {transport} from {src} to {dst}[ on interface {in}]`. A field
 * reaches to the next literal, the last one to the end; `{}` is passed over; what `[ ]` holds may be missing, `\`
 * takes the special meaning of the next character. Each literal is looked for once, so reading is linear.
 */
export function compilePattern<Event>(
  pattern: string,
  setters: Readonly<Record<string, PatternSetter<Event>>>,
): PatternReader<Event> {
  const parts = parsePattern(pattern, setters)
  return (event, text) => {
    const cursor: Cursor<Event> = { at: 0, open: false, set: undefined, hits: [] }
    if (!fits(parts, text, cursor)) return false
    if (cursor.open) close(cursor, text, text.length)
    for (const [set, value] of cursor.hits) set(event, value)
    return true
  }
}

function close<Event>(cursor: Cursor<Event>, text: string, end: number): void {
  if (cursor.set !== undefined) {
    const value = text.slice(cursor.at, end).trim()
    if (value !== '') cursor.hits.push([cursor.set, value])
  }
  cursor.open = false
}

function fits<Event>(parts: readonly Part<Event>[], text: string, cursor: Cursor<Event>): boolean {
  for (const part of parts) {
    if ('literal' in part) {
      const { literal } = part
      if (cursor.open) {
        const at = text.indexOf(literal, cursor.at)
        if (at < 0) return false
        close(cursor, text, at)
        cursor.at = at
      } else if (!text.startsWith(literal, cursor.at)) return false
      cursor.at += literal.length
    } else if ('optional' in part) {
      const { at, open, set } = cursor
      const { length } = cursor.hits
      if (!fits(part.optional, text, cursor)) {
        Object.assign(cursor, { at, open, set })
        cursor.hits.length = length
      }
    } else {
      cursor.open = true
      cursor.set = part.set
    }
  }
  return true
}

function parsePattern<Event>(
  pattern: string,
  setters: Readonly<Record<string, PatternSetter<Event>>>,
): Part<Event>[] {
  const top: Part<Event>[] = []
  let parts = top
  let literal = ''
  const flush = (): void => {
    if (literal !== '') parts.push({ literal })
    literal = ''
  }
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at)
    if (character === '{') {
      flush()
      const end = pattern.indexOf('}', at)
      const name = pattern.slice(at + 1, end)
      if (name !== '' && !Object.hasOwn(setters, name)) throw new Error(`no field ${name} in: ${pattern}`)
      parts.push({ set: setters[name] })
      at = end
    } else if (character === '[') {
      flush()
      const optional: Part<Event>[] = []
      parts.push({ optional })
      parts = optional
    } else if (character === ']') {
      flush()
      parts = top
    } else literal += character === '\\' ? pattern.charAt(++at) : character
  }
  flush()
  return top
}
