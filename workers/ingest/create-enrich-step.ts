import type { Enricher } from '#core/enrich/enricher'
import type { Event } from '#core/event/event'
import type { Outcome } from './outcome.ts'

export function createEnrichStep(enrichFields: Enricher) {
  return function enrich(event: Event): Outcome<Event> {
    enrichFields(event.fields)
    return event
  }
}
