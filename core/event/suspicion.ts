import type { Fields } from './event.ts'

/** Who suspects that an event is malicious; absent when nobody does. */
export const SUSPECTED_BY = 'nightjar.suspected_by'

/**
 * product     the product that wrote the line says so
 * indicator   an indicator of compromise matched
 * rule        a rule fired that is in force and not merely informational
 */
export type Suspicion = 'product' | 'indicator' | 'rule'

/** Adds one more who does, each once. */
export function suspect(fields: Fields, by: Suspicion): void {
  const known = fields[SUSPECTED_BY]
  if (!Array.isArray(known)) fields[SUSPECTED_BY] = [by]
  else if (!known.includes(by)) fields[SUSPECTED_BY] = [...known, by]
}
