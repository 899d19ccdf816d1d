import type { SourceSettings } from '../parse/source-settings.ts'

/** Records of one source inside a payload. */
export interface Segment {
  tenantId: string
  sourceId: string
  site: string
  /** Parser name, or `auto`. */
  format: string
  /** Minutes east of UTC for times without a zone. */
  zoneMinutes: number
  settings?: SourceSettings | undefined
  /** Days, the same for all of a payload; without it, as of payloads sealed long ago, the default. */
  retentionClass?: number | undefined
  backfill: boolean
  /** Lines that came before in the same file and may say how to read these; stored with an earlier payload. */
  opening?: readonly string[] | undefined
  /** Milliseconds since the epoch at which the door took the request. */
  received: number
  /** Raw lines, verbatim, without line ends. */
  records: readonly Buffer[]
}

/** The unit of queue, insert and retry: sealed before the acknowledgement, never regrouped. */
export interface Payload {
  /** UUIDv7 of the moment of sealing; deduplication token of the inserts. */
  payloadId: string
  segments: readonly Segment[]
}
