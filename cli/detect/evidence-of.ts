import type { Explained } from '#core/detect/match/matcher'

/** What a rule found in an event: the field, absent for keywords, and its value. */
export interface Evidence {
  field: string | undefined
  value: string
}

/**
 * The value that shows best why a condition holds: of the tests that made it true the longest one, since a command
 * line says more than the number of an event. Undefined when only the absence of something made it true.
 */
export function evidenceOf(condition: Explained): Evidence | undefined {
  if (!condition.holds || condition.kind === 'not') return undefined
  if (condition.kind === 'test') {
    const { field, value } = condition
    if (value === undefined || value === null) return undefined
    return { field, value: typeof value === 'object' ? value.join(', ') : String(value) }
  }
  let best: Evidence | undefined
  for (const child of condition.of) {
    const found = evidenceOf(child)
    if (found && found.value.length > (best?.value.length ?? -1)) best = found
  }
  return best
}
