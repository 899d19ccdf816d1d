'use client'

import { Pin, PinOff } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { joinClass } from '../../ui/join-class.ts'
import { levelOf } from '../../ui/level.ts'
import { Outcome } from '../../ui/outcome.tsx'
import { Severity } from '../../ui/severity.tsx'
import { Time } from '../../ui/time.tsx'
import { KeptIcons } from '../keep/kept-icons.tsx'
import { summariseEvent, textOf } from '../search/summarise-event.ts'
import { useScope } from '../shell/scope.tsx'
import { useRowLinks } from '../shell/use-row-links.ts'
import { TenantBadge } from '../tenant/tenant-badge.tsx'
import { type Keeping, keepByKey } from './keeping.ts'
import type { TimelineEvent } from './lane.ts'
import styles from './table.module.css'

interface EventListProps {
  label: string
  rows: readonly TimelineEvent[]
  /** Why each is in the list, where that is not plain. */
  reasons?: ReadonlyMap<string, string>
  /** Head of that column. */
  reasonName?: string
  open: string | undefined
  keeping: Keeping
  stale?: boolean
  onOpen: (id: string) => void
}

/** Events as a table: j, k and the arrow keys walk it, Enter opens, p pins, n notes, # tags. */
export function EventList(props: EventListProps) {
  const { label, rows, reasons, reasonName = 'Why', open, keeping, stale, onOpen } = props
  const { tenant } = useScope()
  const { container, onKeyDown } = useRowLinks<HTMLTableElement>()
  function keys(event: KeyboardEvent<HTMLTableElement>) {
    const id = document.activeElement?.getAttribute('data-event')
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (!plain || !keepByKey(keeping, event.key, id ?? undefined)) return onKeyDown(event)
    event.preventDefault()
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
          {reasons ? <th scope="col">{reasonName}</th> : null}
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
          const mark = keeping.marks.get(row.id)
          const pinned = mark?.ownPin !== undefined
          return (
            <tr key={row.id} className={row.id === open ? styles.open : undefined}>
              <td className={styles.icon}>
                {keeping.onPin ? (
                  <IconButton
                    label={pinned ? 'Unpin' : 'Pin'}
                    shortcut="p"
                    aria-pressed={pinned}
                    className={joinClass(styles.pin, pinned && styles.pinned)}
                    onClick={() => keeping.onPin?.(row.id)}
                    tabIndex={-1}
                  >
                    {pinned ? <PinOff size={13} aria-hidden="true" /> : <Pin size={13} aria-hidden="true" />}
                  </IconButton>
                ) : null}
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
              <td className={styles.message}>
                <KeptIcons mark={mark} />
                {summariseEvent(row)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
