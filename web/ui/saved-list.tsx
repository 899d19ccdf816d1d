'use client'

import { Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'
import menu from './menu.module.css'
import styles from './saved-list.module.css'

interface SavedListProps<Saved> {
  groups: readonly (readonly [title: string, saved: readonly Saved[]])[]
  /** Id of the one that is open. */
  current?: string | undefined
  onOpen: (saved: Saved) => void
  mayForget: (saved: Saved) => boolean
  onForget: (saved: Saved) => void
  /** What a row says. */
  row: (saved: Saved) => ReactNode
  /** Below the rows. */
  children: ReactNode
}

/** What people saved under a name: each opens, and goes where one may forget it. */
export function SavedList<Saved extends { id: string; name: string }>(props: SavedListProps<Saved>) {
  const { groups, current, onOpen, mayForget, onForget, row, children } = props
  return (
    <div className={styles.list}>
      {groups.map(([title, saved]) =>
        saved.length > 0 ? (
          <section key={title} aria-label={title}>
            <h3 className={menu.label}>{title}</h3>
            <ul>
              {saved.map((one) => (
                <li key={one.id} className={styles.entry}>
                  <button
                    type="button"
                    className={menu.item}
                    aria-current={one.id === current ? 'true' : undefined}
                    onClick={() => onOpen(one)}
                  >
                    {row(one)}
                  </button>
                  {mayForget(one) ? (
                    <IconButton label={`Forget ${one.name}`} onClick={() => onForget(one)}>
                      <Trash2 size={13} aria-hidden="true" />
                    </IconButton>
                  ) : null}
                </li>
              ))}
            </ul>
          </section>
        ) : null,
      )}
      {children}
    </div>
  )
}
