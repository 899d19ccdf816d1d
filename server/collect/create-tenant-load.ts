const FRESH_MS = 1_000

/** How much of each tenant waits in the queue: what fairness between them goes by. */
export interface TenantLoad {
  /**
   * Counts one more payload of the tenants.
   * @returns its priority: payloads that wait before it, of the tenant among them that has the fewest
   */
  add(tenantIds: readonly string[]): number
}

/**
 * Counts by the payload store, at most once a second, plus what went through here since. Other doors' last second is
 * missing from it, and dead letters are in it: good enough to put a quiet tenant before a noisy one.
 */
export function createTenantLoad(
  countByTenant: () => Promise<ReadonlyMap<string, number>>,
  now: () => number = Date.now,
): TenantLoad {
  let counted: ReadonlyMap<string, number> = new Map()
  let added = new Map<string, number>()
  let countedAt = Number.NEGATIVE_INFINITY
  let counting = false

  async function count(): Promise<void> {
    counting = true
    const before = added
    added = new Map()
    try {
      counted = await countByTenant()
    } catch {
      // The store is away: go on with what is known.
      for (const [tenantId, more] of before) added.set(tenantId, more + (added.get(tenantId) ?? 0))
    }
    countedAt = now()
    counting = false
  }

  return {
    add(tenantIds) {
      if (!counting && now() - countedAt >= FRESH_MS) void count()
      let fewest = Number.POSITIVE_INFINITY
      for (const tenantId of tenantIds) {
        const more = added.get(tenantId) ?? 0
        fewest = Math.min(fewest, more + (counted.get(tenantId) ?? 0))
        added.set(tenantId, more + 1)
      }
      return fewest
    },
  }
}
