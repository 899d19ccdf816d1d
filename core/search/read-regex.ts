import { RE2JS } from 're2js'
import { type Reader, report } from './reader.ts'

const MAX_LENGTH = 1000

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
  try {
    RE2JS.compile(regex)
    return regex
  } catch (error) {
    const message = error instanceof Error ? error.message : 'The expression is wrong'
    return report(reader, { message, from, to: end, hint: 'RE2 syntax: no look-around, no back-references' })
  }
}
