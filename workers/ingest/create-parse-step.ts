import { isUtf8 } from 'node:buffer'
import type { Event, FieldValue } from '#core/event/event'
import { notice } from '#core/event/problem'
import type { ReadLine } from '#core/parse/create-reader'
import type { ParseLines } from '#core/parse/parse-lines'
import type { ParseContext } from '#core/parse/parser'
import type { Segment } from '#core/queues/payload'
import type { Arrival } from './arrival.ts'
import { attempt } from './attempt.ts'
import type { NameAllowance } from './create-name-allowance.ts'
import { eventOf, textOf } from './event-of.ts'
import { drop, type Outcome } from './outcome.ts'

interface Reading {
  parseLines: ParseLines
  /** One for all lines of a segment: a header line among them says how to read those that follow. */
  context: ParseContext
  defaults: readonly (readonly [field: string, value: FieldValue])[]
}

interface Text {
  /** Among those that arrived with it. */
  place: number
  arrival: Arrival
  raw: string
  isText: boolean
}

function bySegment(arrivals: readonly Arrival[]): ReadonlyMap<Segment, readonly Text[]> {
  const segments = new Map<Segment, Text[]>()
  for (const [place, arrival] of arrivals.entries()) {
    const { segment, bytes } = arrival
    const isText = isUtf8(bytes)
    const text = { place, arrival, raw: textOf(bytes, isText), isText }
    const texts = segments.get(segment)
    if (texts) texts.push(text)
    else segments.set(segment, [text])
  }
  return segments
}

/** @param parseLinesOf with the parsers of a tenant */
export function createParseStep(parseLinesOf: (tenantId: string) => ParseLines, namesOf: NameAllowance) {
  const readings = new WeakMap<Segment, Reading>()

  function readingOf(segment: Segment): Reading {
    const known = readings.get(segment)
    if (known) return known
    const { tenantId, received, zoneMinutes, settings: { zone, year, defaults = {} } = {} } = segment
    const context = { received, zoneMinutes, zone, year, names: namesOf(tenantId, received) }
    const reading = { parseLines: parseLinesOf(tenantId), context, defaults: Object.entries(defaults) }
    // What is a header leaves it in the context.
    reading.parseLines(segment.opening ?? [], segment.format, context)
    readings.set(segment, reading)
    return reading
  }

  function finish({ arrival, raw, isText }: Text, read: ReadLine): Outcome<Event> {
    const { bytes, segment, isUnsplit } = arrival
    if (bytes.length === 0) return drop('empty')
    for (const [field, value] of readingOf(segment).defaults) read.fields[field] ??= value
    if (!isText) notice(read.fields, 'not_utf8')
    if (isUnsplit) notice(read.fields, 'not_split')
    return eventOf(arrival, raw, read)
  }

  return function parse(arrivals: readonly Arrival[]): Outcome<Event>[] {
    const outcomes = new Array<Outcome<Event>>(arrivals.length)
    for (const [segment, texts] of bySegment(arrivals)) {
      const { parseLines, context } = readingOf(segment)
      const raws = texts.map(({ raw }) => raw)
      for (const [i, read] of parseLines(raws, segment.format, context).entries()) {
        const text = texts[i]
        if (text) outcomes[text.place] = attempt('parse', () => finish(text, read))
      }
    }
    return outcomes
  }
}
