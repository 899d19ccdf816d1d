export const SEVERITY_LEVELS = ['informational', 'low', 'medium', 'high', 'critical'] as const

/** SIGMA `level`, specification 2.1. */
export type Level = (typeof SEVERITY_LEVELS)[number]

/** What an alert is about. `site` comes from the source, so equal addresses of two networks stay apart. */
export interface Entity {
  site: string
  /** `host`, `user`, `ip`, `domain`, `source`. */
  kind: string
  value: string
}

/** One rule that matched one event. */
export interface Detection {
  /** Made from event id and rule id: a second try makes the same id. */
  detectionId: string
  tenantId: string
  sourceId: string
  payloadId: string
  eventId: string
  /** Nanoseconds since the epoch: the event's time. */
  eventTime: bigint
  received: number
  ruleId: string
  ruleTitle: string
  level: Level
  /** ATT&CK ids without prefix, upper case: `T1059.001`, `TA0002`. */
  attack: readonly string[]
  entity: Entity
  backfill: boolean
  /** The rule is on trial: stored, no alert. */
  shadow: boolean
  /** Digest of the rules that were in force for the tenant. */
  ruleSet: string
}
