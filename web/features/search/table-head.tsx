// biome-ignore-all lint/a11y/useSemanticElements: a grid that holds only the rows in sight is no table element
'use client'

import { ChevronDown } from 'lucide-react'
import { type PointerEvent, useRef } from 'react'
import { joinClass } from '../../ui/join-class.ts'
import { type Column, MESSAGE, RULES, SEVERITY, TENANT, TIME } from './columns.ts'
import styles from './event-table.module.css'

interface TableHeadProps {
  id: string
  columns: readonly Column[]
  pinned: number
  /** The head that is marked. */
  marked: number | undefined
  /** Absent where columns are fixed. */
  onMenu: ((column: number, element: Element) => void) | undefined
  onResize: (field: string, width: number) => void
  onDrop: (field: string, onto: string) => void
}

const NAMES: ReadonlyMap<string, string> = new Map([
  [TIME, 'Time'],
  [SEVERITY, 'Severity'],
  [TENANT, 'Tenant'],
  [RULES, 'Rules'],
  [MESSAGE, 'Message'],
])

export const columnName = (field: string): string => NAMES.get(field) ?? field

/** Names of the columns. A pointer drags them to their place and width; their menu does the same by keys. */
export function TableHead({ id, columns, pinned, marked, onMenu, onResize, onDrop }: TableHeadProps) {
  const dragged = useRef<{ x: number; width: number }>(undefined)
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" className={styles.row} aria-rowindex={1} tabIndex={-1}>
        {columns.map(({ field, width }, at) => {
          const own = onMenu && at >= pinned
          const stop = (event: PointerEvent) => {
            event.stopPropagation()
            dragged.current = undefined
          }
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of its marked head
            <span
              key={field}
              id={`${id}-head-${at}`}
              role="columnheader"
              tabIndex={-1}
              aria-haspopup={own ? 'menu' : undefined}
              data-pinned={at < pinned ? at : undefined}
              className={joinClass(styles.cell, own && styles.own, at === marked && styles.markedCell)}
              draggable={own}
              onDragStart={(event) => event.dataTransfer.setData('text/x-column', field)}
              onDragOver={(event) => own && event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault()
                if (own) onDrop(event.dataTransfer.getData('text/x-column'), field)
              }}
              onClick={(event) => own && onMenu(at, event.currentTarget)}
            >
              <span className={styles.title}>{columnName(field)}</span>
              {own ? (
                <>
                  <ChevronDown size={12} aria-hidden="true" className={styles.more} />
                  <span
                    className={styles.edge}
                    aria-hidden="true"
                    draggable
                    onDragStart={(event) => {
                      event.preventDefault()
                      event.stopPropagation()
                    }}
                    onClick={(event) => event.stopPropagation()}
                    onPointerDown={(event) => {
                      event.stopPropagation()
                      event.currentTarget.setPointerCapture(event.pointerId)
                      dragged.current = { x: event.clientX, width }
                    }}
                    onPointerMove={({ clientX }) => {
                      const { current } = dragged
                      if (current) onResize(field, current.width + clientX - current.x)
                    }}
                    onPointerUp={stop}
                    onPointerCancel={stop}
                  />
                </>
              ) : null}
            </span>
          )
        })}
      </div>
    </div>
  )
}
