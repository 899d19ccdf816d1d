import type { Event } from '#core/event/event'
import type { ParseLine } from '#core/parse/parse-line'
import type { Arrival } from './arrival.ts'
import { eventOf, textOf } from './event-of.ts'
import { drop, type Outcome } from './outcome.ts'

const NOT_BLANK = /\S/

export function createParseStep(parseLine: ParseLine) {
  return function parse(arrival: Arrival): Outcome<Event> {
    const raw = textOf(arrival.bytes)
    if (!NOT_BLANK.test(raw)) return drop('blank')
    const { format, received, zoneMinutes } = arrival.segment
    return eventOf(arrival, raw, parseLine(raw, format, { received, zoneMinutes }))
  }
}
