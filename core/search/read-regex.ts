import { RE2JS } from 're2js'
import { regexSize } from '../detect/values/regex-size.ts'
import { type Reader, report } from './reader.ts'

const MAX_LENGTH = 1000
/** Of a whole search: compiling takes a microsecond for each, while nobody else is answered. */
const MAX_STEPS = 20_000

/** With `i` or `g` among them: `/bin/su` is a path. */
const FLAGS = /(?:[msu]*[gi][gimsu]*)?(?=[\s)]|$)/y

/** Where `/regex/` ends, past the slash and flags; a `/` that begins a path is none. */
export function regexEnd(reader: Reader): number | undefined {
  if (reader.text.charAt(reader.at) !== '/') return undefined
  for (let at = reader.at + 1; at < reader.text.length; at++) {
    const character = reader.text.charAt(at)
    if (character === '\\') at++
    else if (character === '/') {
      FLAGS.lastIndex = at + 1
      const flags = FLAGS.exec(reader.text)?.[0]
      return at > reader.at + 1 && flags !== undefined ? at + 1 + flags.length : undefined
    }
  }
  return undefined
}

/** @returns the expression between the slashes, known to compile; undefined when an error was reported */
export function readRegex(reader: Reader, end: number): string | undefined {
  const from = reader.at
  const slash = reader.text.lastIndexOf('/', end - 1)
  const regex = reader.text.slice(from + 1, slash).replaceAll('\\/', '/')
  const flags = reader.text.slice(slash + 1, end)
  reader.at = end
  // Case never matters, so `i` changes nothing.
  if (flags !== '' && flags !== 'i') {
    const hint = `Only i may stand there; quote "${reader.text.slice(from, end)}" if it is a path`
    return report(reader, { message: `Expressions have no flag ${flags}`, from, to: end, hint })
  }
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
