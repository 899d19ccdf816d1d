import { RE2JS } from 're2js'

const MAX_LENGTH = 10_000

/**
 * A test for an unanchored match in time linear in the text, whatever the pattern: RE2 syntax, which ClickHouse
 * reads the same way.
 * @throws when the pattern is not RE2
 */
export function compileRegex(source: string, flags: string): (text: string) => boolean {
  if (source.length > MAX_LENGTH) throw new Error(`a regular expression of ${source.length} characters`)
  let bits = 0
  if (flags.includes('i')) bits |= RE2JS.CASE_INSENSITIVE
  if (flags.includes('m')) bits |= RE2JS.MULTILINE
  if (flags.includes('s')) bits |= RE2JS.DOTALL
  const regex = RE2JS.compile(source, bits)
  return (text) => regex.matcher(text).find()
}
