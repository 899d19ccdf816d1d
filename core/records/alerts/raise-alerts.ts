import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { withScope } from '../with-scope.ts'
import { type AlertGroup, groupKey } from './alert-group.ts'
import { type KeyedGroup, mergeGroups } from './assign-groups.ts'
import { countGroups, type Raised } from './count-groups.ts'
import { sliceGroups } from './slice-groups.ts'

const HOUR_MS = 3_600_000
/** Event times come from logs: whatever they claim, the column holds 64 bits and the window must fit beside. */
const FARTHEST = 9_000_000_000_000_000_000n
const MAX_WINDOW_MS = 30 * 24 * HOUR_MS

export interface Raising {
  payloadId: string
  groups: readonly AlertGroup[]
  /** Milliseconds since the epoch: when the alerts are raised. */
  now: number
  /** How far from an alert's detections another still counts towards it. Default 1 h, at most 30 days. */
  windowMs?: number
}

/**
 * Counts the groups of one payload towards alerts. Doing it again changes nothing, so all groups of a payload and
 * tenant belong into one call. Many groups take several transactions: a failure leaves some counted, and trying again
 * counts the others.
 * @param scope exactly one tenant
 * @returns one answer per group, in order
 */
export async function raiseAlerts(
  records: Records,
  scope: TenantScope,
  { payloadId, groups, now, windowMs = HOUR_MS }: Raising,
): Promise<Raised[]> {
  const [tenantId, ...others] = scope.tenantIds
  if (tenantId === undefined || others.length > 0) throw new RangeError('Alerts are raised for one tenant')
  const window = BigInt(Math.min(windowMs, MAX_WINDOW_MS)) * 1_000_000n
  const keyed = groups.map(toKeyed)
  const raised = new Map<string, Raised>()
  for (const slice of sliceGroups(mergeGroups(keyed))) {
    const counting = { tenantId, payloadId, groups: slice, now, window }
    // The lock that each takes is let go in between, so that other payloads get their turn.
    const answers = await withScope(records, scope, (tx) => countGroups(tx, counting))
    for (const [key, answer] of answers) raised.set(key, answer)
  }
  return keyed.map(({ key }) => {
    const answer = raised.get(key)
    if (!answer) throw new Error('A group was neither counted nor known')
    return answer
  })
}

function toKeyed(group: AlertGroup): KeyedGroup {
  return {
    ...group,
    key: groupKey(group),
    firstSeen: clamp(group.firstSeen),
    lastSeen: clamp(group.lastSeen),
  }
}

function clamp(time: bigint): bigint {
  if (time > FARTHEST) return FARTHEST
  return time < -FARTHEST ? -FARTHEST : time
}
