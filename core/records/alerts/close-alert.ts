import { UserError } from '../../errors.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import type { Prisma } from '../generated/client.ts'
import { withScope } from '../with-scope.ts'
import { type Alert, type AlertStatus, type CloseReason, toAlert } from './alert.ts'

export interface Closing {
  alertId: string
  reason: CloseReason
  note?: string | undefined
  /** Id of the person or API token. */
  by: string
  now: Date
  /** As read by whoever closes it. */
  version?: number | undefined
}

/** @throws UserError NOT_FOUND; CONFLICT when it is closed or was changed meanwhile */
export function closeAlert(records: Records, scope: TenantScope, closing: Closing): Promise<Alert> {
  const { alertId, reason, note, by, now, version } = closing
  return change(
    records,
    scope,
    { alertId, version, from: 'open' },
    {
      status: 'closed',
      closeReason: reason,
      closeNote: note ?? null,
      closedBy: by,
      closedAt: now,
    },
  )
}

export interface Reopening {
  alertId: string
  version?: number | undefined
}

/** @throws UserError NOT_FOUND; CONFLICT when it is open or was changed meanwhile */
export function reopenAlert(records: Records, scope: TenantScope, reopening: Reopening): Promise<Alert> {
  const { alertId, version } = reopening
  const cleared = { closeReason: null, closeNote: null, closedBy: null, closedAt: null }
  return change(records, scope, { alertId, version, from: 'closed' }, { status: 'open', ...cleared })
}

interface Expected {
  alertId: string
  version: number | undefined
  from: AlertStatus
}

function change(
  records: Records,
  scope: TenantScope,
  { alertId, version, from }: Expected,
  data: Prisma.AlertUpdateManyMutationInput,
): Promise<Alert> {
  return withScope(records, scope, async (tx) => {
    const where = { tenantId: { in: [...scope.tenantIds] }, id: alertId }
    const { count } = await tx.alert.updateMany({
      where: { ...where, status: from, ...(version !== undefined && { version }) },
      data: { ...data, version: { increment: 1 } },
    })
    const row = await tx.alert.findFirst({ where })
    if (!row) throw new UserError('NOT_FOUND', 'There is no such alert')
    if (count > 0) return toAlert(row)
    throw new UserError(
      'CONFLICT',
      row.status === from
        ? 'The alert was changed meanwhile: look at it again'
        : `The alert is ${row.status} already`,
    )
  })
}
