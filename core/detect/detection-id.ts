import { createHash } from 'node:crypto'

/**
 * Id of the detection of a rule on an event, shaped as a UUIDv8: the event id's time, then 74 bits of a digest
 * of both, so that a second try makes the same id and detections sort near their events.
 */
export function detectionId(eventId: string, ruleId: string): string {
  const digest = createHash('sha256').update(`${eventId}\n${ruleId}`).digest('hex')
  const variant = ((Number.parseInt(digest.charAt(3), 16) & 0x3) | 0x8).toString(16)
  return `${eventId.slice(0, 13)}-8${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`
}
