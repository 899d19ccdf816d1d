import type { TextPattern } from '../rule/condition.ts'
import { fold } from '../values/fold.ts'

/** What JSON writes as itself wherever it escapes no ASCII: printable ASCII but for quote, slash and backslash. */
const ORDINARY = /[ !#-.0-[\]-~]+/g

/**
 * The longest run of ordinary characters of a pattern, folded: a line of JSON that escapes no ASCII holds it whenever
 * a value of the line matches the pattern. Empty when there is none.
 */
export function ordinaryRun(pattern: TextPattern): string {
  let best = ''
  for (const part of pattern) {
    if (typeof part !== 'string') continue
    for (const [run] of fold(part).matchAll(ORDINARY)) if (run.length > best.length) best = run
  }
  return best
}

/** The longest literal text of a pattern, folded: whatever matches the pattern holds it. Empty when there is none. */
export function longestLiteral(pattern: TextPattern): string {
  let best = ''
  for (const part of pattern) if (typeof part === 'string' && part.length > best.length) best = part
  return fold(best)
}
