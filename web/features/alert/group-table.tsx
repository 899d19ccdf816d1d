'use client'

import type { AlertFilter } from '../../graphql/generated/graphql.ts'
import { joinClass } from '../../ui/join-class.ts'
import { useRowLinks } from '../shell/use-row-links.ts'
import { AlertColumns } from './alert-columns.tsx'
import styles from './alert-table.module.css'
import type { Group } from './group-name.tsx'
import { GroupRows } from './group-rows.tsx'
import type { AlertChoice } from './use-alert-filter.ts'

interface GroupTableProps {
  groups: readonly Group[]
  choice: AlertChoice
  by: NonNullable<AlertChoice['by']>
  filter: AlertFilter
  tenants: boolean
  stale: boolean
}

/** An address has room for so many. */
const MOST_OPEN = 12

/** Groups of alerts; j, k and the arrow keys walk them and what is open, left and right close and open. */
export function GroupTable({ groups, choice, by, filter, tenants, stale }: GroupTableProps) {
  const { container, onKeyDown } = useRowLinks<HTMLTableElement>()
  const { open, set } = choice
  const toggle = (key: string, isOpen: boolean) => {
    const others = open.filter((one) => one !== key)
    void set({ open: isOpen ? [...others, key].slice(-MOST_OPEN) : others }, { history: 'replace' })
  }
  return (
    <table
      ref={container}
      className={joinClass(styles.table, stale && styles.stale)}
      aria-label={`Alerts by ${by}`}
      onKeyDown={onKeyDown}
    >
      <AlertColumns tenants={tenants} />
      {groups.map((group) => (
        <GroupRows
          key={group.key}
          group={group}
          by={by}
          filter={filter}
          tenants={tenants}
          open={open.includes(group.key)}
          onOpen={(isOpen) => toggle(group.key, isOpen)}
        />
      ))}
    </table>
  )
}
