import type { Detection } from '#core/event/detection'
import type { Event, FieldValue } from '#core/event/event'
import { printTime } from '#core/event/print-time'
import { detectionFieldNamed } from '#core/search/detection-field-named'
import { fieldsOf } from '#core/search/field-aliases'

/** An event, the slug of its tenant, and what rules found in it, where that is asked for. */
export interface ExportedEvent {
  event: Event
  tenant: string
  detections: readonly Detection[]
}

/** What is no field of an event. */
const OWN: Readonly<Record<string, (exported: ExportedEvent) => FieldValue>> = {
  '@timestamp': ({ event }) => printTime(event.time),
  'nightjar.tenant': ({ tenant }) => tenant,
  'nightjar.received': ({ event }) => printTime(BigInt(event.received) * 1_000_000n),
  'nightjar.event': ({ event }) => event.eventId,
  'nightjar.source': ({ event }) => event.sourceId,
  'nightjar.payload': ({ event }) => event.payloadId,
  'nightjar.site': ({ event }) => event.site,
  'nightjar.parser': ({ event }) => event.parser,
  'nightjar.backfill': ({ event }) => event.backfill,
  raw: ({ event }) => event.raw,
  'event.original': ({ event }) => event.raw,
}

/**
 * The value of a column, named as a search names it; of several fields that the name stands for the first there is. What rules
 * found stands behind what the event says itself.
 */
export function columnValue(name: string, exported: ExportedEvent): FieldValue | undefined {
  const said = saidOf(name, exported)
  const found = exported.detections.flatMap((detection) => detectionFieldNamed(name)?.read(detection) ?? [])
  if (found.length === 0) return said
  return [...new Set([...(said === undefined ? [] : [said].flat().map(String)), ...found])]
}

function saidOf(name: string, exported: ExportedEvent): FieldValue | undefined {
  const { fields } = exported.event
  for (const field of fieldsOf(name)) {
    const own = Object.hasOwn(OWN, field) ? OWN[field] : undefined
    if (own) return own(exported)
    if (Object.hasOwn(fields, field)) return fields[field]
  }
  return undefined
}
