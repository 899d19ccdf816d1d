import type { Categorise } from '#core/categorise/categorise'
import type { Event } from '#core/event/event'
import type { Outcome } from './outcome.ts'

export function createCategoriseStep(categoriseFields: Categorise) {
  return function categorise(event: Event): Outcome<Event> {
    categoriseFields(event.fields)
    return event
  }
}
