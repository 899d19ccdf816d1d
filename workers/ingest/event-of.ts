import { isUtf8 } from 'node:buffer'
import type { Event } from '#core/event/event'
import { eventId } from '#core/event/event-id'
import { settleTime } from '#core/event/settle-time'
import type { ReadLine } from '#core/parse/create-reader'
import type { Arrival } from './arrival.ts'

/** UTF-8, or else Latin-1, which gives every byte a character: nothing of the line is lost. */
export function textOf(bytes: Buffer, isText = isUtf8(bytes)): string {
  return isText ? bytes.toString('utf8') : bytes.toString('latin1')
}

export function eventOf(arrival: Arrival, raw: string, { parser, time, fields }: ReadLine): Event {
  const { payloadId, position, segment } = arrival
  const { tenantId, sourceId, site, received, backfill } = segment
  return {
    eventId: eventId(payloadId, position, received),
    tenantId,
    sourceId,
    site,
    payloadId,
    position,
    received,
    time: settleTime(fields, time, received),
    raw,
    parser,
    backfill,
    fields,
  }
}

/** A record that broke a step: kept as it came and findable, in the words of ECS. */
export function brokenEventOf(arrival: Arrival, reason: string): Event {
  const raw = textOf(arrival.bytes)
  const fields = { message: raw, 'event.kind': 'pipeline_error', 'error.message': reason }
  return eventOf(arrival, raw, { parser: 'raw@1', time: undefined, fields })
}
