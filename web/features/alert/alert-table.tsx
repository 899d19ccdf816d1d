'use client'

import type { AlertRowFragment } from '../../graphql/generated/graphql.ts'
import { joinClass } from '../../ui/join-class.ts'
import { useRowLinks } from '../shell/use-row-links.ts'
import { AlertColumns } from './alert-columns.tsx'
import { AlertRow } from './alert-row.tsx'
import styles from './alert-table.module.css'

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
      <AlertColumns tenants={tenants} />
      <tbody ref={container} onKeyDown={onKeyDown}>
        {rows.map((alert) => (
          <AlertRow key={alert.id} alert={alert} tenants={tenants} />
        ))}
      </tbody>
    </table>
  )
}
