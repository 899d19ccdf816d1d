import type { Value } from './read-value.ts'

/** What stands side by side is one text; a value alone keeps its type, an array too. */
export function joinValues(before: Value | undefined, value: Value | undefined): Value | undefined {
  if (before === undefined || value === undefined) return before ?? value
  return `${before}${value}`
}
