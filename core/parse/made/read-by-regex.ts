import { RE2JS } from 're2js'
import { regexSize } from '../../detect/values/regex-size.ts'
import type { Capture } from './expand-grok.ts'
import type { ReadValues } from './read-values.ts'

/**
 * Steps that a line may cost: states of the pattern times characters. Following one state over one character takes some
 * nanoseconds, so that the worst pattern on the worst line takes tens of milliseconds.
 */
const MAX_STEPS = 4_000_000
/** Compiling takes a microsecond for each. */
const MAX_SIZE = 50_000

/**
 * Values by the groups `g0`, `g1` ... of an RE2 pattern, found anywhere in a text, in time linear in the text. Of a text
 * too long for the pattern the beginning is read.
 * @throws Error when the pattern is not RE2, or repeats too much
 */
export function readByRegex(source: string, captures: readonly Capture[]): ReadValues {
  if (regexSize(source) > MAX_SIZE)
    throw new Error('it repeats too much at once: write {100} instead of {1000}, or less in the group')
  const regex = RE2JS.compile(source)
  const longest = Math.floor(MAX_STEPS / Math.max(1, regex.programSize()))
  return ({ text }) => {
    const read = text.length > longest ? text.slice(0, longest) : text
    // Without groups it takes a tenth of the time, and most lines are not the pattern's.
    if (!regex.test(read)) return undefined
    const matcher = regex.matcher(read)
    if (!matcher.find()) return undefined
    const values = new Map<string, string>()
    for (const [i, { name }] of captures.entries()) {
      const value = matcher.group(`g${i}`)
      if (value !== null && value !== '' && !values.has(name)) values.set(name, value)
    }
    return values
  }
}
