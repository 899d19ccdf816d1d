// biome-ignore-all lint/a11y/useSemanticElements: a grid that holds only the rows in sight is no table element
import { memo } from 'react'
import type { EventRowFragment as EventRow } from '../../graphql/generated/graphql.ts'
import { joinClass } from '../../ui/join-class.ts'
import type { Column } from './columns.ts'
import { EventCell } from './event-cells.tsx'
import styles from './event-table.module.css'

interface EventTableRowProps {
  id: string
  row: EventRow
  index: number
  /** Pixels from the first row. */
  start: number
  columns: readonly Column[]
  pinned: number
  open: boolean
  /** The whole row is marked. */
  marked: boolean
  /** One of its cells is. */
  cell: number | undefined
}

/** A row of events; the table hears what happens to it. */
export const EventTableRow = memo(function EventTableRow(props: EventTableRowProps) {
  const { id, row, index, start, columns, pinned, open, marked, cell } = props
  return (
    <div
      id={id}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={open}
      data-index={index}
      className={joinClass(styles.row, styles.item, marked && styles.marked)}
      style={{ transform: `translateY(${start}px)` }}
    >
      {columns.map(({ field }, at) => (
        <span
          key={field}
          id={`${id}-${at}`}
          role="gridcell"
          tabIndex={-1}
          data-column={at}
          data-pinned={at < pinned ? at : undefined}
          className={joinClass(styles.cell, at === cell && styles.markedCell)}
        >
          <EventCell row={row} field={field} />
        </span>
      ))}
    </div>
  )
})
