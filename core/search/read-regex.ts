import { RE2JS } from 're2js'
import { regexSize } from '../detect/values/regex-size.ts'
import { type Reader, report } from './reader.ts'

const MAX_LENGTH = 1000
/** Of a whole search: compiling takes a microsecond for each, while nobody else is answered. */
const MAX_STEPS = 20_000

/** Where `/regex/` ends, past the slash; a `/` that begins a path is none. */
export function regexEnd(reader: Reader): number | undefined {
  if (reader.text.charAt(reader.at) !== '/') return undefined
  for (let at = reader.at + 1; at < reader.text.length; at++) {
    const character = reader.text.charAt(at)
    if (character === '\\') at++
    else if (character === '/') {
      const next = reader.text.charAt(at + 1)
      return at > reader.at + 1 && (next === '' || next === ')' || /\s/.test(next)) ? at + 1 : undefined
    }
  }
  return undefined
}

/** @returns the expression between the slashes, known to compile; undefined when an error was reported */
export function readRegex(reader: Reader, end: number): string | undefined {
  const from = reader.at
  const regex = reader.text.slice(from + 1, end - 1).replaceAll('\\/', '/')
  reader.at = end
  if (regex.length > MAX_LENGTH)
    return report(reader, { message: 'The expression is too long', from, to: end })
  reader.steps += regexSize(regex)
  if (reader.steps > MAX_STEPS) {
    const hint = 'Write {100} instead of {1000}, or less in the group'
    return report(reader, { message: 'Expressions of a search may not repeat so much', from, to: end, hint })
  }
  try {
    RE2JS.compile(regex)
    return regex
  } catch (error) {
    const message = error instanceof Error ? error.message : 'The expression is wrong'
    return report(reader, { message, from, to: end, hint: 'RE2 syntax: no look-around, no back-references' })
  }
}
