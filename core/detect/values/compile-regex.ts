import { RE2JS } from 're2js'
import { regexSize } from './regex-size.ts'

const MAX_LENGTH = 10_000
/** Compiling takes a microsecond for each and holds a hundred bytes: rules come from people we don't know. */
const MAX_SIZE = 20_000

/**
 * A test for an unanchored match in time linear in the text, whatever the pattern: RE2 syntax, which ClickHouse
 * reads the same way.
 * @throws when the pattern is not RE2
 */
export function compileRegex(source: string, flags: string): (text: string) => boolean {
  if (source.length > MAX_LENGTH) throw new Error(`a regular expression of ${source.length} characters`)
  if (regexSize(source) > MAX_SIZE)
    throw new Error('it repeats too much at once: write {100} instead of {1000}, or less in the group')
  let bits = 0
  if (flags.includes('i')) bits |= RE2JS.CASE_INSENSITIVE
  if (flags.includes('m')) bits |= RE2JS.MULTILINE
  if (flags.includes('s')) bits |= RE2JS.DOTALL
  const regex = RE2JS.compile(source, bits)
  const length = /^\.\{(\d+),\}$/.exec(source)?.[1]
  return length === undefined
    ? (text) => regex.test(text)
    : (text) => hasRun(text, Number(length), flags.includes('s'))
}

/** `.{1000,}`, which rules write for a long value: an automaton would follow a thousand states through it. */
function hasRun(text: string, length: number, overLines: boolean): boolean {
  if (text.length < length) return false
  let run = 0
  for (const character of text) {
    run = character === '\n' && !overLines ? 0 : run + 1
    if (run >= length) return true
  }
  return length === 0
}
