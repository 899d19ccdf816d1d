/**
 * Vocabulary of the pipeline.
 *
 * record    one raw log line (or one JSON element) as a shipper sent it
 * payload   records sealed together before the acknowledgement: the unit of queue, insert and retry
 * source    where records come from: belongs to one tenant, names a site and a format
 * event     a record after parsing: flat ECS fields beside the raw line
 * detection one SIGMA rule that matched one event
 * alert     detections of one tenant, rule and entity within a window
 */

export type Scalar = string | number | boolean

/** A value of an event field. Arrays where ECS has arrays, none of them empty; absent fields are left out, never null. */
export type FieldValue = Scalar | readonly Scalar[]

/**
 * Flat ECS document: keys are dotted field names (`source.ip`, `winlog.event_data.LogonType`).
 * `@timestamp` is not here: see {@link Event.time}.
 */
export type Fields = Record<string, FieldValue>

export interface Event {
  /** UUIDv7-shaped, made from payload id and position: a retry makes the same id. */
  eventId: string
  tenantId: string
  sourceId: string
  /** Network the source stands in: `10.0.0.5` of two sites is two hosts. Empty when the tenant has one. */
  site: string
  payloadId: string
  /** 0-based position of the record in its payload. */
  position: number
  /** Milliseconds since the epoch at which the door took the record. */
  received: number
  /** Nanoseconds since the epoch: the time the log line gives, else the time received. */
  time: bigint
  raw: string
  /** `name@version` of the parser that read the line; `raw@1` when none did. */
  parser: string
  /** Stored and judged, but alerts are flagged and nobody is notified. */
  backfill: boolean
  fields: Fields
}
