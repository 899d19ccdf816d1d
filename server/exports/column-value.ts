import type { Detection } from '#core/event/detection'
import type { Event, FieldValue } from '#core/event/event'
import { printTime } from '#core/event/print-time'
import { detectionFieldOf } from '#core/search/detection-fields'
import { fieldsOf } from '#core/search/field-aliases'

/** An event, the slug of its tenant, and what rules found in it, where a column asks for that. */
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
  const own = Object.hasOwn(OWN, name) ? OWN[name] : undefined
  if (own) return own(exported)
  const { event, detections } = exported
  const field = fieldsOf(name).find((each) => Object.hasOwn(event.fields, each))
  const value = field === undefined ? undefined : event.fields[field]
  const found = detections.flatMap((detection) => detectedField(name)?.read(detection) ?? [])
  if (found.length === 0) return value
  const said = value === undefined ? [] : [value].flat().map(String)
  return [...new Set([...said, ...found])]
}

/** Whether rules find values of a column. */
export function isDetected(name: string): boolean {
  return detectedField(name) !== undefined
}

function detectedField(name: string) {
  const [field = name, ...others] = fieldsOf(name)
  return others.length === 0 ? detectionFieldOf(field) : undefined
}
