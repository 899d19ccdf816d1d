import type { AlertGroup } from './alert-group.ts'

/** A group with its key. */
export interface KeyedGroup extends AlertGroup {
  key: string
}

/** An alert that may take a group in. */
export interface OpenAlert {
  alertId: string
  key: string
  lastSeen: bigint
  windowStart: bigint
  windowEnd: bigint
}

export interface Assignment {
  group: KeyedGroup
  /** Undefined: a new alert is raised. */
  alertId: string | undefined
}

/**
 * Which open alert each group joins: the one of its key whose window it touches, the last seen first.
 * A closed alert is not among them, so what comes after closing raises a new one.
 */
export function assignGroups(groups: readonly KeyedGroup[], open: readonly OpenAlert[]): Assignment[] {
  const byKey = new Map<string, OpenAlert[]>()
  for (const alert of open) byKey.set(alert.key, [...(byKey.get(alert.key) ?? []), alert])
  return groups.map((group) => {
    const touching = (byKey.get(group.key) ?? []).filter(
      (alert) => group.firstSeen <= alert.windowEnd && group.lastSeen >= alert.windowStart,
    )
    const latest = touching.reduce<OpenAlert | undefined>(
      (best, alert) => (best && best.lastSeen >= alert.lastSeen ? best : alert),
      undefined,
    )
    return { group, alertId: latest?.alertId }
  })
}

/** One group per key: a payload counts once for an alert, however its detections were handed in. */
export function mergeGroups(groups: readonly KeyedGroup[]): KeyedGroup[] {
  const merged = new Map<string, KeyedGroup>()
  for (const group of groups) {
    const known = merged.get(group.key)
    if (!known) merged.set(group.key, group)
    else
      merged.set(group.key, {
        ...known,
        count: known.count + group.count,
        firstSeen: least(known.firstSeen, group.firstSeen),
        lastSeen: -least(-known.lastSeen, -group.lastSeen),
      })
  }
  return [...merged.values()]
}

function least(one: bigint, other: bigint): bigint {
  if (one < other) return one
  return other
}
