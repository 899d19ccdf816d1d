import type { Event, FieldValue } from '#core/event/event'
import type { ParseLine } from '#core/parse/parse-line'
import type { ParseContext } from '#core/parse/parser'
import type { Segment } from '#core/queues/payload'
import type { Arrival } from './arrival.ts'
import { eventOf, textOf } from './event-of.ts'
import { drop, type Outcome } from './outcome.ts'

const NOT_BLANK = /\S/

interface Reading {
  parseLine: ParseLine
  /** One for all lines of a segment: a header line among them says how to read those that follow. */
  context: ParseContext
  defaults: readonly (readonly [field: string, value: FieldValue])[]
}

/** @param parseLineOf with the parsers of a tenant */
export function createParseStep(parseLineOf: (tenantId: string) => ParseLine) {
  const readings = new WeakMap<Segment, Reading>()

  function readingOf(segment: Segment): Reading {
    const known = readings.get(segment)
    if (known) return known
    const { tenantId, received, zoneMinutes, settings: { zone, year, defaults = {} } = {} } = segment
    const context = { received, zoneMinutes, zone, year }
    const reading = { parseLine: parseLineOf(tenantId), context, defaults: Object.entries(defaults) }
    readings.set(segment, reading)
    return reading
  }

  return function parse(arrival: Arrival): Outcome<Event> {
    const raw = textOf(arrival.bytes)
    if (!NOT_BLANK.test(raw)) return drop('blank')
    const { parseLine, context, defaults } = readingOf(arrival.segment)
    const read = parseLine(raw, arrival.segment.format, context)
    for (const [field, value] of defaults) read.fields[field] ??= value
    return eventOf(arrival, raw, read)
  }
}
