import type { Entity } from '../../event/detection.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { toText } from '../to-text.ts'
import { withScope } from '../with-scope.ts'
import { type Alert, toAlert } from './alert.ts'

/** What a rule found of an entity in a stretch of time, both ends included. */
export interface Finding {
  tenantId: string
  ruleId: string
  entity: Entity
  backfill: boolean
  /** Nanoseconds since the epoch. */
  from: bigint
  to: bigint
}

const MOST = 2_000

/** The alert that counts each finding, the last seen of several; undefined where none is raised yet. */
export async function alertsOfFindings(
  records: Records,
  scope: TenantScope,
  findings: readonly Finding[],
): Promise<(Alert | undefined)[]> {
  const [first] = findings
  if (!first) return []
  let { from, to } = first
  for (const finding of findings) {
    if (finding.from < from) from = finding.from
    if (finding.to > to) to = finding.to
  }
  const alerts = await withScope(records, scope, async (tx) => {
    const rows = await tx.alert.findMany({
      where: {
        tenantId: { in: [...scope.tenantIds] },
        ruleId: { in: [...new Set(findings.map(({ ruleId }) => ruleId))] },
        entityValue: { in: [...new Set(findings.map(({ entity }) => entity.value))] },
        ...{ lastSeen: { gte: from }, firstSeen: { lte: to } },
      },
      orderBy: [{ lastSeen: 'desc' }, { id: 'desc' }],
      take: MOST,
    })
    return rows.map(toAlert)
  })
  return findings.map((finding) => alerts.find((alert) => counts(alert, finding)))
}

function counts(alert: Alert, { tenantId, ruleId, entity, backfill, from, to }: Finding): boolean {
  return (
    alert.tenantId === tenantId &&
    alert.ruleId === ruleId &&
    alert.backfill === backfill &&
    alert.entity.site === toText(entity.site) &&
    alert.entity.kind === entity.kind &&
    alert.entity.value === toText(entity.value) &&
    alert.firstSeen <= to &&
    alert.lastSeen >= from
  )
}
