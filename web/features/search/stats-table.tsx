'use client'

import { ArrowDown, ArrowUp, List } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useMemo, useState } from 'react'
import { joinClass } from '../../ui/join-class.ts'
import menu from '../../ui/menu.module.css'
import { Time } from '../../ui/time.tsx'
import { type Cell, OTHERS, type StatsColumn, textOfCell } from './chart-of-stats.ts'
import { formatFigure } from './stats-chart.tsx'
import styles from './stats-table.module.css'
import { ValueMenuItems } from './value-menu.tsx'

type Row = readonly Cell[]

interface StatsTableProps {
  columns: readonly StatsColumn[]
  rows: readonly Row[]
  /** Shows the events that a row counts. */
  onEvents: ((row: Row) => void) | undefined
}

function compare(one: Cell | undefined, other: Cell | undefined): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return textOfCell(one) < textOfCell(other) ? -1 : 1
}

/** Rows of an analysis; the first figure has its bar. */
export function StatsTable({ columns, rows, onEvents }: StatsTableProps) {
  const [sort, setSort] = useState<{ column: number; down: boolean }>()
  const shown = useMemo(() => {
    if (!sort) return rows
    const sign = sort.down ? -1 : 1
    return [...rows].sort((one, other) => sign * compare(one[sort.column], other[sort.column]))
  }, [rows, sort])
  const figure = columns.findIndex(({ type }) => type === 'number')
  const most = Math.max(1e-9, ...rows.map((row) => Number(row[figure] ?? 0)))
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map(({ name, type }, index) => {
            const sorted = sort?.column === index ? (sort.down ? 'descending' : 'ascending') : undefined
            return (
              <th
                key={name}
                scope="col"
                aria-sort={sorted}
                className={joinClass(type === 'number' && styles.number)}
              >
                <button
                  type="button"
                  className={styles.head}
                  onClick={() => setSort({ column: index, down: sorted !== 'descending' })}
                >
                  {name}
                  {sorted === 'descending' ? <ArrowDown size={12} aria-hidden="true" /> : null}
                  {sorted === 'ascending' ? <ArrowUp size={12} aria-hidden="true" /> : null}
                </button>
              </th>
            )
          })}
          {onEvents ? (
            <th scope="col">
              <span className="visually-hidden">Events</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {shown.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of figures have no identity
          <tr key={at} className={styles.row}>
            {columns.map(({ name, type }, index) => (
              <td key={name} className={joinClass(type === 'number' && styles.number)}>
                <Value name={name} type={type} cell={row[index]} />
                {index === figure ? (
                  <span className={styles.track} aria-hidden="true">
                    <span
                      className={styles.bar}
                      style={{ width: `${(Math.max(Number(row[index] ?? 0), 0) / most) * 100}%` }}
                    />
                  </span>
                ) : null}
              </td>
            ))}
            {onEvents ? (
              <td className={styles.act}>
                {row.includes(OTHERS) ? null : (
                  <button type="button" className={styles.events} onClick={() => onEvents(row)}>
                    <List size={13} aria-hidden="true" />
                    Events
                  </button>
                )}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Value({ name, type, cell }: { name: string; type: StatsColumn['type']; cell: Cell | undefined }) {
  const text = textOfCell(cell)
  if (cell === null || cell === undefined) return <span className={styles.none}>none</span>
  if (type === 'time') return <Time instant={text} precision="second" />
  if (type === 'number') return formatFigure(Number(cell))
  if (type === 'list' || text === OTHERS) return text
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={styles.value} title={text}>
        {text || '(empty)'}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu.menu} align="start" sideOffset={2}>
          <ValueMenuItems field={name} value={text} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
