'use client'

import { Pin, PinOff } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { joinClass } from '../../ui/join-class.ts'
import { levelOf } from '../../ui/level.ts'
import { Outcome } from '../../ui/outcome.tsx'
import { Severity } from '../../ui/severity.tsx'
import { Time } from '../../ui/time.tsx'
import { summariseEvent, textOf } from '../search/summarise-event.ts'
import { useScope } from '../shell/scope.tsx'
import { useRowLinks } from '../shell/use-row-links.ts'
import { TenantBadge } from '../tenant/tenant-badge.tsx'
import type { TimelineEvent } from './lane.ts'
import styles from './table.module.css'

interface EventListProps {
  label: string
  rows: readonly TimelineEvent[]
  /** Why each is in the list, where that is not plain. */
  reasons?: ReadonlyMap<string, string>
  open: string | undefined
  pins: readonly string[]
  stale?: boolean
  onOpen: (id: string) => void
  onPin: (id: string) => void
}

/** Events as a table: j, k and the arrow keys walk it, Enter opens, p pins. */
export function EventList({ label, rows, reasons, open, pins, stale, onOpen, onPin }: EventListProps) {
  const { tenant } = useScope()
  const { container, onKeyDown } = useRowLinks<HTMLTableElement>()
  function keys(event: KeyboardEvent<HTMLTableElement>) {
    const id = document.activeElement?.getAttribute('data-event')
    if (event.key !== 'p' || event.ctrlKey || event.metaKey || event.altKey || !id) return onKeyDown(event)
    event.preventDefault()
    onPin(id)
  }
  return (
    <table
      ref={container}
      className={joinClass(styles.table, stale && styles.stale)}
      aria-label={label}
      onKeyDown={keys}
    >
      <thead>
        <tr>
          <th scope="col" className={styles.icon}>
            <span className="visually-hidden">Pin</span>
          </th>
          <th scope="col">Time</th>
          <th scope="col">Severity</th>
          {tenant ? null : <th scope="col">Tenant</th>}
          {reasons ? <th scope="col">Why</th> : null}
          <th scope="col">Host</th>
          <th scope="col">User</th>
          {reasons ? null : (
            <>
              <th scope="col" className={styles.wide}>
                Category
              </th>
              <th scope="col" className={styles.wide}>
                Outcome
              </th>
            </>
          )}
          <th scope="col">Message</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const pinned = pins.includes(row.id)
          return (
            <tr key={row.id} className={row.id === open ? styles.open : undefined}>
              <td className={styles.icon}>
                <IconButton
                  label={pinned ? 'Unpin' : 'Pin'}
                  shortcut="p"
                  aria-pressed={pinned}
                  className={joinClass(styles.pin, pinned && styles.pinned)}
                  onClick={() => onPin(row.id)}
                  tabIndex={-1}
                >
                  {pinned ? <PinOff size={13} aria-hidden="true" /> : <Pin size={13} aria-hidden="true" />}
                </IconButton>
              </td>
              <td>
                <a
                  href={`/t/${row.tenant.slug}/events/${encodeURIComponent(row.id)}`}
                  data-row=""
                  data-event={row.id}
                  className={styles.link}
                  onClick={(event) => {
                    if (event.ctrlKey || event.metaKey || event.shiftKey) return
                    event.preventDefault()
                    onOpen(row.id)
                  }}
                >
                  <Time instant={row.time} precision="milli" />
                </a>
              </td>
              <td>
                <Severity level={levelOf(row.severity)} />
              </td>
              {tenant ? null : (
                <td>
                  <TenantBadge tenant={row.tenant} short />
                </td>
              )}
              {reasons ? (
                <td className={styles.reason} title={reasons.get(row.id)}>
                  {reasons.get(row.id)}
                </td>
              ) : null}
              <td className={styles.name}>{textOf(row.fields['host.name'])}</td>
              <td className={styles.name}>{textOf(row.fields['user.name'])}</td>
              {reasons ? null : (
                <>
                  <td className={joinClass(styles.quiet, styles.wide)}>{row.category.join(', ')}</td>
                  <td className={styles.wide}>
                    <Outcome outcome={row.outcome} />
                  </td>
                </>
              )}
              <td className={styles.message}>{summariseEvent(row)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
