import type { Records } from '#core/records/create-records'
import { retentionLimits } from '#core/records/retention-limits'
import type { Signals } from '#core/signals/signals'
import type { RetentionLimits } from '#core/store/retention-limits'
import type { TenantScope } from '#core/tenant/tenant-scope'

/** Signals may be missed: no answer is believed for longer. */
const LIFE_MS = 10_000

interface Kept {
  limits: Promise<RetentionLimits | undefined>
  until: number
}

/** Remembers for some seconds what tenants say of how long their rows are shown, and forgets it when they change it. */
export function keepRetentionLimits(
  records: Records,
  signals: Pick<Signals, 'subscribe'>,
  now: () => number = Date.now,
): (scope: TenantScope) => Promise<readonly RetentionLimits[]> {
  const kept = new Map<string, Kept>()
  signals.subscribe('sourcesChanged', ({ tenantId }) => kept.delete(tenantId))

  function ask(tenantIds: readonly string[], scope: TenantScope): void {
    const asked = retentionLimits(records, scope)
    for (const tenantId of tenantIds) {
      const limits = asked.then((all) => all.find((one) => one.tenantId === tenantId))
      const entry = { limits, until: now() + LIFE_MS }
      kept.set(tenantId, entry)
      limits.catch(() => kept.get(tenantId) === entry && kept.delete(tenantId))
    }
  }

  return async (scope) => {
    const unknown = scope.tenantIds.filter((tenantId) => (kept.get(tenantId)?.until ?? 0) <= now())
    if (unknown.length > 0) ask(unknown, scope)
    const all = await Promise.all(scope.tenantIds.map((tenantId) => kept.get(tenantId)?.limits))
    return all.filter((limits) => limits !== undefined)
  }
}
