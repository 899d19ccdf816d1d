// biome-ignore-all lint/a11y/useSemanticElements: a grid that holds only the rows in sight is no table element
'use client'

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import type { Ref } from 'react'
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { joinClass } from '../../ui/join-class.ts'
import { EventCells } from './event-cells.tsx'
import styles from './event-table.module.css'
import type { EventRow } from './use-event-search.ts'

const ROW = 28
const COLUMNS = ['Time', 'Severity', 'Rules', 'Host', 'User', 'Category', 'Outcome', 'Message']
/** These give way where details take the room. */
const WIDE = new Set(['Category', 'Outcome'])

export interface EventTableHandle {
  /** Moves the mark, `+1` to the next row. */
  move(by: number): void
  focus(): void
}

interface EventTableProps {
  rows: readonly EventRow[]
  label: string
  /** Rows in all, where that is known. */
  total: number | undefined
  /** Id of the row whose details are open. */
  open: string | undefined
  onOpen: (row: EventRow) => void
  onClose: () => void
  /** Called as the last rows come into sight. */
  onEnd: () => void
  /** The rows answer an older question. */
  stale?: boolean
  /** After the last row. */
  footer?: ReactNode
  ref?: Ref<EventTableHandle>
}

/**
 * Events as a grid that holds only the rows in sight. One stop for the Tab key; the arrow keys move a mark,
 * which stays mounted, Enter opens and Esc closes.
 */
export function EventTable({
  rows,
  label,
  total,
  open,
  onOpen,
  onClose,
  onEnd,
  stale,
  footer,
  ref,
}: EventTableProps) {
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [marked, setMarked] = useState(0)
  const [focused, setFocused] = useState(false)
  const mark = Math.min(marked, Math.max(rows.length - 1, 0))

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    scrollPaddingStart: ROW,
    rangeExtractor: useCallback(
      (range: Range) =>
        [...new Set([...defaultRangeExtractor(range), mark])].sort((one, other) => one - other),
      [mark],
    ),
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  const seen = virtual.range?.endIndex ?? 0
  useEffect(() => {
    if (rows.length > 0 && seen >= rows.length - 20) onEnd()
  }, [seen, rows.length, onEnd])

  const moveTo = useCallback(
    (index: number) => {
      const next = Math.min(Math.max(index, 0), rows.length - 1)
      if (next < 0) return
      setMarked(next)
      virtual.scrollToIndex(next)
      const row = rows[next]
      if (open && row) onOpen(row)
    },
    [onOpen, open, rows, virtual],
  )
  useImperativeHandle(ref, () => ({
    move: (by) => {
      scroller.current?.focus()
      moveTo(focused || open ? mark + by : mark)
    },
    focus: () => scroller.current?.focus(),
  }))

  function onKeyDown(event: KeyboardEvent) {
    const page = Math.max(Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 2, 1)
    const to: Record<string, number> = {
      ArrowDown: mark + 1,
      ArrowUp: mark - 1,
      PageDown: mark + page,
      PageUp: mark - page,
      Home: 0,
      End: rows.length - 1,
    }
    const target = to[event.key]
    const row = rows[mark]
    if (target !== undefined) moveTo(target)
    else if (event.key === 'Enter' && row) onOpen(row)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
  }

  return (
    <div
      ref={scroller}
      className={joinClass(styles.grid, stale && styles.stale)}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={total === undefined ? -1 : total + 1}
      aria-colcount={COLUMNS.length}
      aria-busy={stale ?? false}
      aria-activedescendant={rows.length > 0 ? `${id}-${mark}` : undefined}
      onKeyDown={onKeyDown}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" className={styles.row} aria-rowindex={1} tabIndex={-1}>
          {COLUMNS.map((name) => (
            <span
              key={name}
              role="columnheader"
              tabIndex={-1}
              className={WIDE.has(name) ? styles.wide : undefined}
            >
              {name}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index]
          if (!row) return null
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of its marked row
            <div
              key={row.id}
              id={`${id}-${index}`}
              role="row"
              tabIndex={-1}
              aria-rowindex={index + 2}
              aria-selected={row.id === open}
              className={joinClass(styles.row, styles.item, index === mark && focused && styles.marked)}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => {
                setMarked(index)
                onOpen(row)
              }}
            >
              <EventCells row={row} />
            </div>
          )
        })}
      </div>
      {footer && last >= rows.length - 1 ? <div className={styles.foot}>{footer}</div> : null}
    </div>
  )
}
