'use client'

import { Ban, Check, ChevronDown, Pencil, Trash2, Undo2 } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { type KeyboardEvent, useRef, useState } from 'react'
import { joinClass } from '../../ui/join-class.ts'
import menu from '../../ui/menu.module.css'
import { TermField } from './term-field.tsx'
import styles from './term-pills.module.css'
import type { TermPills as Pills } from './use-term-pills.ts'

const ICON = { size: 14, 'aria-hidden': true } as const

/** The conditions that the query joins by `and`, and those that were switched off: each with what can be done to it. */
export function TermPills({ pills }: { pills: Pills }) {
  const row = useRef<HTMLUListElement>(null)
  const [editing, setEditing] = useState<number>()
  if (pills.all.length === 0) return null
  // A pill that is gone cannot have the focus.
  const settle = () =>
    setTimeout(() => {
      if (document.activeElement === document.body) row.current?.focus()
    })
  const change = (done: () => void) => {
    done()
    settle()
  }
  const onKeyDown = (event: KeyboardEvent, place: number) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return
    event.preventDefault()
    change(() => pills.remove(place))
  }
  return (
    <ul ref={row} tabIndex={-1} className={styles.row} aria-label="Conditions">
      {pills.all.map(({ text, isOff, isNegated }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same condition may stand there twice
        <li key={`${place} ${text}`} className={styles.pill}>
          {editing === place ? (
            <TermField
              text={text}
              check={pills.check}
              onText={(next) => {
                setEditing(undefined)
                change(() => pills.edit(place, next))
              }}
              onLeave={() => {
                setEditing(undefined)
                settle()
              }}
            />
          ) : (
            <DropdownMenu.Root modal={false}>
              <DropdownMenu.Trigger
                className={joinClass(styles.button, isOff && styles.off)}
                title={text}
                onKeyDown={(event) => onKeyDown(event, place)}
              >
                <span className={styles.text}>{text}</span>
                {isOff ? <span className={styles.state}>off</span> : null}
                <ChevronDown size={12} aria-hidden="true" />
              </DropdownMenu.Trigger>
              <DropdownMenu.Portal>
                <DropdownMenu.Content
                  className={menu.menu}
                  align="start"
                  sideOffset={2}
                  aria-label={text}
                  onCloseAutoFocus={settle}
                >
                  <DropdownMenu.Item className={menu.item} onSelect={() => setEditing(place)}>
                    <Pencil {...ICON} />
                    Edit
                  </DropdownMenu.Item>
                  <DropdownMenu.Item className={menu.item} onSelect={() => pills.negate(place)}>
                    {isNegated ? <Undo2 {...ICON} /> : <Ban {...ICON} />}
                    {isNegated ? 'Ask for it instead' : 'Leave it out instead'}
                  </DropdownMenu.Item>
                  <DropdownMenu.Item className={menu.item} onSelect={() => pills.toggle(place)}>
                    {isOff ? <Check {...ICON} /> : <Ban {...ICON} />}
                    {isOff ? 'Switch on' : 'Switch off'}
                  </DropdownMenu.Item>
                  <DropdownMenu.Item className={menu.item} onSelect={() => pills.remove(place)}>
                    <Trash2 {...ICON} />
                    Remove
                    <span className={menu.hint}>Delete</span>
                  </DropdownMenu.Item>
                </DropdownMenu.Content>
              </DropdownMenu.Portal>
            </DropdownMenu.Root>
          )}
        </li>
      ))}
    </ul>
  )
}
