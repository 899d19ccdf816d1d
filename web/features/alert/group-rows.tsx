'use client'

import { ChevronRight } from 'lucide-react'
import type { AlertFilter } from '../../graphql/generated/graphql.ts'
import { formatNumber } from '../../ui/format-number.ts'
import { Severity } from '../../ui/severity.tsx'
import { Time } from '../../ui/time.tsx'
import { TenantBadge } from '../tenant/tenant-badge.tsx'
import styles from './alert-table.module.css'
import { type Group, GroupName } from './group-name.tsx'
import { OpenGroup } from './open-group.tsx'
import type { AlertChoice } from './use-alert-filter.ts'

interface GroupRowsProps {
  group: Group
  by: NonNullable<AlertChoice['by']>
  filter: AlertFilter
  tenants: boolean
  open: boolean
  onOpen: (open: boolean) => void
}

/** A group in one row, and its alerts below once it is open. */
export function GroupRows({ group, by, filter, tenants, open, onOpen }: GroupRowsProps) {
  return (
    <tbody>
      <tr className={styles.group}>
        <td>
          <Severity level={group.level} />
        </td>
        {tenants ? <td>{group.tenant ? <TenantBadge tenant={group.tenant} /> : null}</td> : null}
        <th scope="rowgroup" className={styles.title}>
          <button
            type="button"
            data-row=""
            className={styles.toggle}
            aria-expanded={open}
            onClick={() => onOpen(!open)}
            onKeyDown={(event) => {
              const wanted = { ArrowRight: true, ArrowLeft: false }[event.key]
              if (wanted === undefined) return
              event.preventDefault()
              if (wanted !== open) onOpen(wanted)
            }}
          >
            <ChevronRight size={14} aria-hidden="true" className={styles.chevron} />
            <span className={styles.words}>
              <GroupName group={group} by={by} />
            </span>
          </button>
        </th>
        <td className={styles.entity}>
          {formatNumber(group.alerts)} {group.alerts === 1 ? 'alert' : 'alerts'}
        </td>
        <td className={styles.number}>{formatNumber(group.detections)}</td>
        <td className={styles.time}>
          <Time instant={group.firstSeen} precision="second" />
        </td>
        <td className={styles.time}>
          <Time instant={group.lastSeen} precision="second" />
        </td>
        <td className={styles.time}>{formatNumber(group.open)} open</td>
      </tr>
      {open ? <OpenGroup filter={filter} group={group} tenants={tenants} /> : null}
    </tbody>
  )
}
