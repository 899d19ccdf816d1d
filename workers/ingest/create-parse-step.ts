import { isUtf8 } from 'node:buffer'
import type { Event, FieldValue } from '#core/event/event'
import { notice } from '#core/event/problem'
import type { ParseLine } from '#core/parse/parse-line'
import type { ParseContext } from '#core/parse/parser'
import type { Segment } from '#core/queues/payload'
import type { Arrival } from './arrival.ts'
import type { NameAllowance } from './create-name-allowance.ts'
import { eventOf, textOf } from './event-of.ts'
import { drop, type Outcome } from './outcome.ts'

interface Reading {
  parseLine: ParseLine
  /** One for all lines of a segment: a header line among them says how to read those that follow. */
  context: ParseContext
  defaults: readonly (readonly [field: string, value: FieldValue])[]
}

/** @param parseLineOf with the parsers of a tenant */
export function createParseStep(parseLineOf: (tenantId: string) => ParseLine, namesOf: NameAllowance) {
  const readings = new WeakMap<Segment, Reading>()

  function readingOf(segment: Segment): Reading {
    const known = readings.get(segment)
    if (known) return known
    const { tenantId, received, zoneMinutes, settings: { zone, year, defaults = {} } = {} } = segment
    const context = { received, zoneMinutes, zone, year, names: namesOf(tenantId, received) }
    const reading = { parseLine: parseLineOf(tenantId), context, defaults: Object.entries(defaults) }
    // What is a header leaves it in the context.
    for (const line of segment.opening ?? []) reading.parseLine(line, segment.format, context)
    readings.set(segment, reading)
    return reading
  }

  return function parse(arrival: Arrival): Outcome<Event> {
    const { bytes, segment } = arrival
    if (bytes.length === 0) return drop('empty')
    const { parseLine, context, defaults } = readingOf(segment)
    const isText = isUtf8(bytes)
    const raw = textOf(bytes, isText)
    const read = parseLine(raw, segment.format, context)
    for (const [field, value] of defaults) read.fields[field] ??= value
    if (!isText) notice(read.fields, 'not_utf8')
    if (arrival.isUnsplit) notice(read.fields, 'not_split')
    return eventOf(arrival, raw, read)
  }
}
