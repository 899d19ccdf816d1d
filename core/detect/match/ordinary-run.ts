import type { TextPattern } from '../rule/condition.ts'
import { fold } from '../values/fold.ts'

/** What JSON writes as itself wherever it escapes no letters: printable ASCII but for quote, slash and backslash. */
const ORDINARY = /[ !#-.0-[\]-~]+/g
/** A shorter text is in most lines. */
const MIN_LENGTH = 7

/**
 * The longest run of ordinary characters of a pattern, folded: a line of text, or of JSON that escapes no letters,
 * holds it whenever the line or a value of it matches the pattern. Undefined when all runs are short.
 */
export function ordinaryRun(pattern: TextPattern): string | undefined {
  let best = ''
  for (const part of pattern) {
    if (typeof part !== 'string') continue
    for (const [run] of fold(part).matchAll(ORDINARY)) if (run.length > best.length) best = run
  }
  return best.length >= MIN_LENGTH ? best : undefined
}
