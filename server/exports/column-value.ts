import type { Event, FieldValue } from '#core/event/event'
import { printTime } from '#core/event/print-time'
import { fieldsOf } from '#core/search/field-aliases'

/** An event and the slug of its tenant. */
export interface ExportedEvent {
  event: Event
  tenant: string
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

/** The value of a column, named as a search names it; of several fields that the name stands for the first there is. */
export function columnValue(name: string, exported: ExportedEvent): FieldValue | undefined {
  const own = Object.hasOwn(OWN, name) ? OWN[name] : undefined
  if (own) return own(exported)
  const { fields } = exported.event
  const field = fieldsOf(name).find((each) => Object.hasOwn(fields, each))
  return field === undefined ? undefined : fields[field]
}
