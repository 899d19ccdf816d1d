import type { Event } from '#core/event/event'
import type { ParseLine } from '#core/parse/parse-line'
import type { ParseContext } from '#core/parse/parser'
import type { Arrival } from './arrival.ts'
import { eventOf, textOf } from './event-of.ts'
import { drop, type Outcome } from './outcome.ts'

const NOT_BLANK = /\S/

export function createParseStep(parseLine: ParseLine) {
  /** One for all lines of a segment: a header line among them says how to read those that follow. */
  const contexts = new WeakMap<Arrival['segment'], ParseContext>()
  return function parse(arrival: Arrival): Outcome<Event> {
    const raw = textOf(arrival.bytes)
    if (!NOT_BLANK.test(raw)) return drop('blank')
    const { format, received, zoneMinutes } = arrival.segment
    let context = contexts.get(arrival.segment)
    if (context === undefined) {
      context = { received, zoneMinutes }
      contexts.set(arrival.segment, context)
    }
    return eventOf(arrival, raw, parseLine(raw, format, context))
  }
}
