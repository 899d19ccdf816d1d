'use client'

import Link from 'next/link'
import type { AlertRowFragment } from '../../graphql/generated/graphql.ts'
import { formatNumber } from '../../ui/format-number.ts'
import { joinClass } from '../../ui/join-class.ts'
import { Severity } from '../../ui/severity.tsx'
import { Time } from '../../ui/time.tsx'
import { useRowLinks } from '../shell/use-row-links.ts'
import { TenantBadge } from '../tenant/tenant-badge.tsx'
import styles from './alert-table.module.css'
import { CLOSE_REASONS } from './close-reasons.ts'
import { EntityName } from './entity-name.tsx'

interface AlertTableProps {
  rows: readonly AlertRowFragment[]
  /** Shows which tenant each is of. */
  tenants: boolean
  stale: boolean
}

/** Alerts; each row is a link, which j, k and the arrow keys walk. */
export function AlertTable({ rows, tenants, stale }: AlertTableProps) {
  const { container, onKeyDown } = useRowLinks<HTMLTableSectionElement>()
  return (
    <table className={joinClass(styles.table, stale && styles.stale)}>
      <thead>
        <tr>
          <th scope="col">Level</th>
          {tenants ? <th scope="col">Tenant</th> : null}
          <th scope="col">Alert</th>
          <th scope="col">Entity</th>
          <th scope="col" className={styles.number}>
            Count
          </th>
          <th scope="col">First seen</th>
          <th scope="col">Last seen</th>
          <th scope="col">Status</th>
        </tr>
      </thead>
      <tbody ref={container} onKeyDown={onKeyDown}>
        {rows.map((alert) => (
          <tr key={alert.id}>
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
        ))}
      </tbody>
    </table>
  )
}
