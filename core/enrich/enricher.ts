import type { Fields } from '../event/event.ts'

/** Adds what follows from the fields that are there; what the log says itself stays. */
export type Enricher = (fields: Fields) => void

export const ENRICHERS = [
  'url',
  'domain',
  'hash',
  'network',
  'community-id',
  'geo',
  'user-agent',
  'related',
] as const

export type EnricherName = (typeof ENRICHERS)[number]
