import { createHash } from 'node:crypto'
import type { Entity, Level } from '../../event/detection.ts'

/** Detections of one payload, rule and entity. */
export interface AlertGroup {
  ruleId: string
  ruleTitle: string
  ruleDescription: string | undefined
  level: Level
  attack: readonly string[]
  entity: Entity
  /** Detections in the group. */
  count: number
  /** Event time of the first and the last, nanoseconds since the epoch. */
  firstSeen: bigint
  lastSeen: bigint
  backfill: boolean
}

/** What must be equal for two groups to share an alert. Hexadecimal. */
export function groupKey({ ruleId, entity, backfill }: AlertGroup): string {
  const parts = [ruleId, entity.site, entity.kind, entity.value, backfill]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
