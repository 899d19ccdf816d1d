import { isUtf8 } from 'node:buffer'
import type { Event } from '#core/event/event'
import { notice } from '#core/event/problem'
import type { ParseLine } from '#core/parse/parse-line'
import type { ParseContext } from '#core/parse/parser'
import type { Arrival } from './arrival.ts'
import type { NameAllowance } from './create-name-allowance.ts'
import { eventOf, textOf } from './event-of.ts'
import { drop, type Outcome } from './outcome.ts'

export function createParseStep(parseLine: ParseLine, namesOf: NameAllowance) {
  /** One for all lines of a segment: a header line among them says how to read those that follow. */
  const contexts = new WeakMap<Arrival['segment'], ParseContext>()
  return function parse(arrival: Arrival): Outcome<Event> {
    const { bytes, segment } = arrival
    if (bytes.length === 0) return drop('empty')
    const { format, received, zoneMinutes, tenantId } = segment
    let context = contexts.get(segment)
    if (context === undefined) {
      context = { received, zoneMinutes, names: namesOf(tenantId, received) }
      contexts.set(segment, context)
    }
    const isText = isUtf8(bytes)
    const raw = textOf(bytes, isText)
    const read = parseLine(raw, format, context)
    if (!isText) notice(read.fields, 'not_utf8')
    if (arrival.isUnsplit) notice(read.fields, 'not_split')
    return eventOf(arrival, raw, read)
  }
}
