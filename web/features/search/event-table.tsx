// biome-ignore-all lint/a11y/useSemanticElements: a grid that holds only the rows in sight is no table element
'use client'

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { Ellipsis } from 'lucide-react'
import type { MouseEvent, Ref } from 'react'
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { EventRowFragment as EventRow } from '../../graphql/generated/graphql.ts'
import { joinClass } from '../../ui/join-class.ts'
import { PlacedMenu } from '../../ui/placed-menu.tsx'
import { useSetting } from '../../ui/use-setting.ts'
import { cellValue } from './cell-value.ts'
import { ColumnMenuItems } from './column-menu-items.tsx'
import { type Column, moveColumn, pinnedColumns, resizeColumn, USUAL_COLUMNS } from './columns.ts'
import styles from './event-table.module.css'
import { EventTableRow } from './event-table-row.tsx'
import { type Mark, moveMark } from './move-mark.ts'
import { columnName, TableHead } from './table-head.tsx'
import { ValueMenuItems } from './value-menu.tsx'

const HEIGHTS = { dense: 24, normal: 28, roomy: 36 }
const HEAD = 28
const STEP = 16
/** Rows above and below those in sight. */
const OVERSCAN = 8

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
  columns?: readonly Column[]
  /** Lets columns be moved, resized and taken out. */
  onColumns?: (columns: readonly Column[]) => void
  onSort?: (field: string) => void
  /** Rows of several tenants: each says whose it is. */
  many?: boolean
  /** The rows answer an older question. */
  stale?: boolean
  /** After the last row. */
  footer?: ReactNode
  ref?: Ref<EventTableHandle>
}

/** Whose menu is open: a cell's or, without a row, a column's. */
interface MenuOf {
  row: EventRow | undefined
  column: Column
  place: { x: number; y: number }
}

/**
 * Events as a grid that holds only the rows in sight. One stop for the Tab key; the arrow keys move a mark, which stays
 * mounted, over rows, cells and the heads of columns. Enter opens the row, or the menu of the cell; Esc closes.
 */
export function EventTable(props: EventTableProps) {
  const { rows, label, total, open, onOpen, onClose, onEnd, stale, footer, ref } = props
  const { columns = USUAL_COLUMNS, onColumns, onSort, many = false } = props
  const id = useId()
  const [density] = useSetting('density')
  const height = HEIGHTS[density] ?? HEIGHTS.normal
  const scroller = useRef<HTMLDivElement>(null)
  const [marked, setMarked] = useState<Mark>({ row: 0, column: undefined })
  const [focused, setFocused] = useState(false)
  const [menu, setMenu] = useState<MenuOf>()
  const more = useRef<HTMLButtonElement>(null)
  const pointed = useRef<Element>(null)
  const pinned = useMemo(() => pinnedColumns(many), [many])
  const all = useMemo(() => [...pinned, ...columns], [pinned, columns])
  const mark: Mark = {
    row: Math.min(marked.row, Math.max(rows.length - 1, 0)),
    column: marked.column === undefined ? undefined : Math.min(marked.column, all.length - 1),
  }

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(() => height, [height]),
    overscan: OVERSCAN,
    // The head takes its room from the last row in sight.
    scrollPaddingEnd: HEAD,
    rangeExtractor: useCallback(
      (range: Range) =>
        [...new Set([...defaultRangeExtractor(range), Math.max(mark.row, 0)])].sort(
          (one, other) => one - other,
        ),
      [mark.row],
    ),
  })
  useEffect(() => {
    if (height) virtual.measure()
  }, [height, virtual])
  const least = all.reduce((sum, { width }) => sum + width, 0)
  // Not by a style attribute: the policy refuses those in a page from the server.
  useLayoutEffect(() => {
    const style = scroller.current?.style
    style?.setProperty('--height', `${height}px`)
    style?.setProperty('--least', `${least}px`)
    const last = all.length - 1
    const tracks = all.map(({ width }, at) => (at === last ? `minmax(${width}px, 1fr)` : `${width}px`))
    style?.setProperty('--tracks', tracks.join(' '))
  }, [all, height, least])

  const items = virtual.getVirtualItems()
  const wide = least > (virtual.scrollRect?.width ?? 0)
  const last = items.at(-1)?.index ?? 0
  const seen = virtual.range?.endIndex ?? 0
  const from = Math.max((virtual.range?.startIndex ?? 0) - OVERSCAN, 0)
  // A row that scrolls out of sight becomes one that comes into it: new elements would cost their style anew.
  const pool = Math.ceil((virtual.scrollRect?.height ?? 0) / height) + 2 * OVERSCAN + 2
  const isFar = (index: number) => index < from || index >= from + pool
  const slots = items.toSorted((one, other) => (one.index % pool) - (other.index % pool))
  useEffect(() => {
    if (rows.length > 0 && seen >= rows.length - 40) onEnd()
  }, [seen, rows.length, onEnd])

  const place = useCallback(
    (next: Mark) => {
      if (next.row >= rows.length) return
      setMarked(next)
      if (next.row >= 0) virtual.scrollToIndex(next.row)
      const row = rows[next.row]
      if (open && row && next.column === undefined) onOpen(row)
    },
    [onOpen, open, rows, virtual],
  )
  const { row: markRow, column: markColumn } = mark
  // What is opened from elsewhere, by a link or beside the table, is marked and in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that come do not move the mark
  useEffect(() => {
    const index = open ? rows.findIndex((row) => row.id === open) : -1
    if (index < 0) return
    setMarked((before) => (before.row === index ? before : { row: index, column: undefined }))
    virtual.scrollToIndex(index)
  }, [open])
  // A cell beyond the edge comes into sight, past the pinned ones.
  useEffect(() => {
    if (markColumn === undefined || markColumn < pinned.length) return
    document
      .getElementById(`${id}-head-${markColumn}`)
      ?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }, [id, markColumn, pinned.length])
  useImperativeHandle(ref, () => ({
    move: (by) => {
      scroller.current?.focus()
      const from = Math.max(mark.row, 0)
      const row = focused || open ? Math.min(Math.max(from + by, 0), rows.length - 1) : from
      place({ row, column: undefined })
    },
    focus: () => scroller.current?.focus(),
  }))

  const rowId = (index: number) => `${id}-${index}`
  function openMenu(row: EventRow | undefined, at: number, element: Element | null) {
    const column = all[at]
    const box = element?.getBoundingClientRect()
    if (column && box) setMenu({ row, column, place: { x: box.left + 8, y: box.bottom } })
  }
  function onKeyDown(event: KeyboardEvent) {
    const page = Math.max(Math.floor((scroller.current?.clientHeight ?? 0) / height) - 2, 1)
    const { key } = event
    const row = rows[markRow]
    const column = markColumn === undefined ? undefined : all[markColumn]
    const own = markRow < 0 && column && (markColumn ?? 0) >= pinned.length && onColumns ? column : undefined
    const sideways = { ArrowLeft: -1, ArrowRight: 1 }[key]
    const asksMenu = key === 'ContextMenu' || (key === 'F10' && event.shiftKey)
    if (own && sideways && event.altKey) {
      onColumns?.(moveColumn(columns, own.field, sideways))
      setMarked({ row: markRow, column: Math.max((markColumn ?? 0) + sideways, pinned.length) })
    } else if (own && sideways && event.shiftKey)
      onColumns?.(resizeColumn(columns, own.field, own.width + sideways * STEP))
    else if (event.altKey || event.ctrlKey || event.metaKey) return
    else if (markRow < 0 && (key === 'Enter' || asksMenu)) {
      if (own) openMenu(undefined, markColumn ?? 0, document.getElementById(`${id}-head-${markColumn}`))
    } else if (row && (asksMenu || (key === 'Enter' && markColumn !== undefined))) {
      // A whole row's menu is that of what it says.
      const at = markColumn ?? all.length - 1
      openMenu(row, at, document.getElementById(`${rowId(markRow)}-${at}`))
    } else if ((key === 'Enter' || key === 'o') && row) onOpen(row)
    else if (key === 'Escape' && markColumn !== undefined)
      setMarked({ row: Math.max(markRow, 0), column: undefined })
    else if (key === 'Escape') onClose()
    else {
      const next = moveMark(mark, key, { rows: rows.length, columns: all.length, page })
      if (!next) return
      place(next)
    }
    event.preventDefault()
  }

  const at = (event: MouseEvent) => {
    const { target } = event
    const cell = target instanceof Element ? target.closest('[data-column]') : null
    const index = Number(cell?.closest('[data-index]')?.getAttribute('data-index') ?? -1)
    return { cell, index, column: Number(cell?.getAttribute('data-column') ?? 0), row: rows[index] }
  }
  // One button follows the pointer from cell to cell: one for each would be hundreds.
  function follow(cell: Element | null) {
    const button = more.current
    const body = button?.parentElement?.getBoundingClientRect()
    const box = cell?.getBoundingClientRect()
    if (!button || (button === cell && box)) return
    pointed.current = cell
    button.hidden = !box
    if (box && body)
      button.style.transform = `translate(${box.right - body.left - 24}px, ${box.top - body.top + (box.height - 20) / 2}px)`
  }
  const active =
    markRow < 0
      ? `${id}-head-${markColumn ?? 0}`
      : `${rowId(markRow)}${markColumn === undefined ? '' : `-${markColumn}`}`
  return (
    <>
      <div
        ref={scroller}
        className={joinClass(styles.grid, wide && styles.wide, stale && styles.stale)}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={total === undefined ? -1 : total + 1}
        aria-colcount={all.length}
        aria-busy={stale ?? false}
        aria-activedescendant={rows.length > 0 ? active : undefined}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        <TableHead
          id={id}
          columns={all}
          pinned={pinned.length}
          marked={focused && markRow < 0 ? markColumn : undefined}
          onMenu={onColumns ? (column, element) => openMenu(undefined, column, element) : undefined}
          onResize={(field, width) => onColumns?.(resizeColumn(columns, field, width))}
          onDrop={(field, onto) => {
            const by =
              columns.findIndex((one) => one.field === onto) - columns.findIndex((one) => one.field === field)
            onColumns?.(moveColumn(columns, field, by))
          }}
        />
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of its marked row */}
        <div
          role="rowgroup"
          aria-owns={items.map(({ index }) => rowId(index)).join(' ') || undefined}
          className={styles.body}
          style={{ height: virtual.getTotalSize() }}
          onClick={(event) => {
            const { index, row } = at(event)
            if (!row) return
            setMarked({ row: index, column: undefined })
            onOpen(row)
          }}
          onPointerOver={(event) => {
            const { target, pointerType } = event
            if (pointerType !== 'mouse' || (target instanceof Element && target.closest('button'))) return
            follow(at(event).cell)
          }}
          onPointerLeave={() => follow(null)}
          onContextMenu={(event) => {
            const { index, column, row } = at(event)
            // With text chosen one wants the browser's own menu.
            if (!row || event.shiftKey || !getSelection()?.isCollapsed) return
            event.preventDefault()
            setMarked({ row: index, column })
            const shown = all[column]
            if (shown) setMenu({ row, column: shown, place: { x: event.clientX, y: event.clientY } })
          }}
        >
          <button
            ref={more}
            type="button"
            hidden
            aria-hidden="true"
            tabIndex={-1}
            className={styles.menu}
            title="Filter, copy and more"
            onClick={(event) => {
              event.stopPropagation()
              const cell = pointed.current
              const index = Number(cell?.closest('[data-index]')?.getAttribute('data-index') ?? -1)
              const column = Number(cell?.getAttribute('data-column') ?? 0)
              setMarked({ row: index, column })
              openMenu(rows[index], column, cell)
            }}
          >
            <Ellipsis size={14} aria-hidden="true" />
          </button>
          {slots.map(({ index, start }) => {
            const row = rows[index]
            if (!row) return null
            const here = focused && index === markRow
            return (
              <EventTableRow
                key={isFar(index) ? 'marked' : index % pool}
                id={rowId(index)}
                row={row}
                index={index}
                start={start}
                columns={all}
                pinned={pinned.length}
                open={row.id === open}
                marked={here && markColumn === undefined}
                cell={here ? markColumn : undefined}
              />
            )
          })}
        </div>
        {footer && last >= rows.length - 1 ? <div className={styles.foot}>{footer}</div> : null}
      </div>
      {/* Beside the grid, not in it: its keys are not the grid's. */}
      {menu ? (
        <PlacedMenu
          place={menu.place}
          label={`${columnName(menu.column.field)}: actions`}
          onClose={() => setMenu(undefined)}
          onClosed={() => scroller.current?.focus()}
        >
          {menu.row ? (
            <CellMenuItems row={menu.row} column={menu.column} />
          ) : (
            <ColumnMenuItems
              column={menu.column}
              columns={columns}
              onColumns={(next) => onColumns?.(next)}
              onSort={onSort}
            />
          )}
        </PlacedMenu>
      ) : null}
    </>
  )
}

function CellMenuItems({ row, column }: { row: EventRow; column: Column }) {
  const { field, texts } = cellValue(row, column.field)
  return <ValueMenuItems field={field} value={texts[0] ?? ''} event={row} />
}
