import type { Level } from '../../event/detection.ts'
import type { AlertStatus } from './alert.ts'
import type { GroupKey } from './group-key.ts'

export interface AlertFilter {
  /** Of the tenants in scope, only these. */
  tenantIds?: readonly string[] | undefined
  status?: readonly AlertStatus[] | undefined
  level?: readonly Level[] | undefined
  ruleId?: string | undefined
  /** Exact value of the entity. */
  entity?: string | undefined
  /** `host`, `user`, `ip`, `domain`, `source`. */
  entityKind?: string | undefined
  /** Ids of tactics and techniques, any of them. */
  attack?: readonly string[] | undefined
  /** Alerts with a time between first and last seen in it; nanoseconds, half-open. */
  range?: { from: bigint; to: bigint } | undefined
  /** Default true. */
  includeBackfill?: boolean | undefined
  /** Only those of a group of `groupAlerts`. */
  group?: GroupKey | undefined
}
