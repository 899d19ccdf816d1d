'use client'

import { ArrowDownUp, ArrowLeft, ArrowRight, BarChart3, Minus, Plus, RotateCcw, X } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import menu from '../../ui/menu.module.css'
import { type Column, moveColumn, resizeColumn, toggleColumn, USUAL_COLUMNS } from './columns.ts'
import { useValueActions } from './value-actions.ts'

interface ColumnMenuItemsProps {
  column: Column
  columns: readonly Column[]
  onColumns: (columns: readonly Column[]) => void
  onSort: ((field: string) => void) | undefined
}

const STEP = 32

/** What a pointer does to a column, and more. */
export function ColumnMenuItems({ column, columns, onColumns, onSort }: ColumnMenuItemsProps) {
  const actions = useValueActions()
  const { field, width } = column
  const at = columns.findIndex((one) => one.field === field)
  const items = [
    ['Move left', ArrowLeft, at > 0, () => onColumns(moveColumn(columns, field, -1))],
    ['Move right', ArrowRight, at < columns.length - 1, () => onColumns(moveColumn(columns, field, 1))],
    ['Wider', Plus, true, () => onColumns(resizeColumn(columns, field, width + STEP))],
    ['Narrower', Minus, true, () => onColumns(resizeColumn(columns, field, width - STEP))],
    ['Sort by it, as a table', ArrowDownUp, onSort !== undefined, () => onSort?.(field)],
    ['Top values of the field', BarChart3, actions !== undefined, () => actions?.topValues(field)],
    ['Take the column out', X, columns.length > 1, () => onColumns(toggleColumn(columns, field))],
    ['The usual columns', RotateCcw, true, () => onColumns(USUAL_COLUMNS)],
  ] as const
  return items.map(([name, Icon, enabled, act]) => (
    <DropdownMenu.Item key={name} className={menu.item} disabled={!enabled} onSelect={act}>
      <Icon size={14} aria-hidden="true" />
      {name}
    </DropdownMenu.Item>
  ))
}
