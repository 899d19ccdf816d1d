import Link from 'next/link'
import type { AlertRowFragment } from '../../graphql/generated/graphql.ts'
import { formatNumber } from '../../ui/format-number.ts'
import { Severity } from '../../ui/severity.tsx'
import { Time } from '../../ui/time.tsx'
import { TenantBadge } from '../tenant/tenant-badge.tsx'
import styles from './alert-table.module.css'
import { CLOSE_REASONS } from './close-reasons.ts'
import { EntityName } from './entity-name.tsx'

interface AlertRowProps {
  alert: AlertRowFragment
  /** Shows which tenant it is of. */
  tenants: boolean
  /** Stands below the name of its group. */
  grouped?: boolean
}

/** An alert in a list; the row is a link. */
export function AlertRow({ alert, tenants, grouped = false }: AlertRowProps) {
  return (
    <tr className={grouped ? styles.grouped : undefined}>
      <td>
        <Severity level={alert.level} />
      </td>
      {tenants ? (
        <td>
          <TenantBadge tenant={alert.tenant} />
        </td>
      ) : null}
      <td className={styles.title}>
        <div className={styles.named}>
          <Link
            data-row
            prefetch={false}
            href={`/t/${alert.tenant.slug}/alerts/${encodeURIComponent(alert.id)}`}
          >
            {alert.ruleTitle}
          </Link>
          {alert.backfill ? (
            <span className={styles.backfill} title="Raised by a backfill: nobody was notified">
              backfill
            </span>
          ) : null}
        </div>
      </td>
      <td className={styles.entity}>
        <EntityName entity={alert.entity} />
      </td>
      <td className={styles.number}>{formatNumber(alert.count)}</td>
      <td className={styles.time}>
        <Time instant={alert.firstSeen} precision="second" />
      </td>
      <td className={styles.time}>
        <Time instant={alert.lastSeen} precision="second" />
      </td>
      <td className={styles.time}>
        {alert.closeReason ? CLOSE_REASONS[alert.closeReason].name : alert.status}
      </td>
    </tr>
  )
}
