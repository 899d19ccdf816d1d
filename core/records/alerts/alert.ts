import type { Entity, Level } from '../../event/detection.ts'
import type { Alert as AlertRow } from '../generated/client.ts'

export type AlertStatus = 'open' | 'closed'

export type CloseReason =
  | 'true_positive'
  | 'benign_positive'
  | 'false_positive_logic'
  | 'false_positive_data'
  | 'undetermined'

/** Detections of one tenant, rule and entity within a window. */
export interface Alert {
  tenantId: string
  alertId: string
  ruleId: string
  ruleTitle: string
  ruleDescription: string | undefined
  level: Level
  attack: readonly string[]
  entity: Entity
  status: AlertStatus
  /** Raised by a backfill: nobody was notified. */
  backfill: boolean
  /** Detections counted. */
  count: number
  /** Event time of the first and the last detection, nanoseconds since the epoch. */
  firstSeen: bigint
  lastSeen: bigint
  raisedAt: Date
  closed: AlertClosing | undefined
  /** Goes up when somebody closes or reopens it, not when it counts. */
  version: number
}

interface AlertClosing {
  reason: CloseReason
  note: string | undefined
  /** Person or API token. */
  by: string
  at: Date
}

type ReadRow = Omit<AlertRow, 'groupKey' | 'windowStart' | 'windowEnd'>

export function toAlert(row: ReadRow): Alert {
  const { tenantId, id, ruleId, ruleTitle, level, attack, status, backfill, raisedAt, version } = row
  return {
    ...{ tenantId, alertId: id, ruleId, ruleTitle, level, attack, status, backfill, raisedAt, version },
    ruleDescription: row.ruleDescription ?? undefined,
    entity: { site: row.entitySite, kind: row.entityKind, value: row.entityValue },
    count: Number(row.count),
    firstSeen: row.firstSeen,
    lastSeen: row.lastSeen,
    closed: toClosing(row),
  }
}

function toClosing({ closeReason, closeNote, closedBy, closedAt }: ReadRow): AlertClosing | undefined {
  if (!closeReason || !closedBy || !closedAt) return undefined
  return { reason: closeReason, note: closeNote ?? undefined, by: closedBy, at: closedAt }
}
