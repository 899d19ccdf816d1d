import type { Fields } from './event.ts'

/** What is odd about a record, or was left out of its fields; absent when nothing is. Its line is kept whole. */
export const PROBLEM = 'nightjar.problem'

const PROBLEMS = [
  'blank',
  'clock_ahead',
  'clock_behind',
  'duplicate_names',
  'fields_cut',
  'fields_folded',
  'long',
  'lone_surrogate',
  'names_reserved',
  'not_split',
  'not_utf8',
  'nul',
  'time_unread',
  'values_cut',
] as const

/** Explained in docs/parsers.md. */
export type Problem = (typeof PROBLEMS)[number]

const KNOWN: ReadonlySet<unknown> = new Set(PROBLEMS)

/** Adds one more, each once. */
export function notice(fields: Fields, problem: Problem): void {
  const known = fields[PROBLEM]
  if (!Array.isArray(known)) fields[PROBLEM] = [problem]
  else if (!known.includes(problem)) fields[PROBLEM] = [...known, problem]
}

/** Whether it was written by `notice`, and not by who sent the line. */
export function isNoticed(value: unknown): boolean {
  return Array.isArray(value) && value.every((word) => KNOWN.has(word))
}
