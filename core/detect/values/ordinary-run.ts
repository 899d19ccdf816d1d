import type { TextPattern } from '../rule/condition.ts'
import { fold } from './fold.ts'

/** What JSON writes as itself wherever it escapes no ASCII: printable ASCII but for quote, slash and backslash. */
const ORDINARY = /[ !#-.0-[\]-~]+/g

/**
 * The longest run of ordinary characters of a pattern, folded: a line of JSON that escapes no ASCII holds it whenever
 * a value of the line matches the pattern. Empty when there is none.
 */
export function ordinaryRun(pattern: TextPattern): string {
  return longest(literals(pattern).flatMap((text) => text.match(ORDINARY) ?? []))
}

/** The longest literal text of a pattern, folded: whatever matches the pattern holds it. Empty when there is none. */
export function longestLiteral(pattern: TextPattern): string {
  return longest(literals(pattern))
}

function literals(pattern: TextPattern): string[] {
  return pattern.flatMap((part) => (typeof part === 'string' ? [fold(part)] : []))
}

function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '')
}
