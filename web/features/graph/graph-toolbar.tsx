'use client'

import { Network, RotateCcw, Shrink, Table2, Undo2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './graph-toolbar.module.css'
import type { LayoutKind } from './layout-task.ts'

interface GraphToolbarProps {
  /** What the graph began with, where it is not the search. */
  seed: string | undefined
  onForgetSeed: () => void
  view: 'picture' | 'table'
  onView: (view: 'picture' | 'table') => void
  layout: LayoutKind
  onLayout: (layout: LayoutKind) => void
  onArrange: () => void
  onFold: () => void
  /** Undefined where there is nothing to undo. */
  onUndo: (() => void) | undefined
  /** At its end. */
  children: ReactNode
}

const LAYOUTS: readonly LayoutKind[] = ['organic', 'hierarchy', 'concentric']

export function GraphToolbar(props: GraphToolbarProps) {
  const { seed, view, layout, onUndo } = props
  const isPicture = view === 'picture'
  return (
    <div className={styles.bar}>
      {seed ? (
        <span className={styles.seed}>
          <span className={styles.name} title={seed}>
            {seed}
          </span>
          <IconButton label="Begin with the search instead" onClick={props.onForgetSeed}>
            <X size={13} aria-hidden="true" />
          </IconButton>
        </span>
      ) : null}
      <fieldset className={styles.group} aria-label="Shown as">
        <Button look="quiet" aria-pressed={isPicture} onClick={() => props.onView('picture')}>
          <Network size={14} aria-hidden="true" /> Picture
        </Button>
        <Button look="quiet" aria-pressed={!isPicture} onClick={() => props.onView('table')}>
          <Table2 size={14} aria-hidden="true" /> Table
        </Button>
      </fieldset>
      {isPicture ? (
        <>
          <label className={styles.layout}>
            <span className="visually-hidden">Layout</span>
            <select
              className={styles.select}
              value={layout}
              onChange={({ target }) =>
                props.onLayout(LAYOUTS.find((kind) => kind === target.value) ?? 'organic')
              }
            >
              {LAYOUTS.map((kind) => (
                <option key={kind} value={kind}>
                  {kind[0]?.toUpperCase() + kind.slice(1)}
                </option>
              ))}
            </select>
          </label>
          <IconButton label="Arrange again" onClick={props.onArrange}>
            <RotateCcw size={14} aria-hidden="true" />
          </IconButton>
        </>
      ) : null}
      <Button look="quiet" onClick={props.onFold}>
        <Shrink size={14} aria-hidden="true" /> Collapse leaves
      </Button>
      <Button look="quiet" disabled={!onUndo} onClick={onUndo}>
        <Undo2 size={14} aria-hidden="true" /> Undo
      </Button>
      {props.children}
    </div>
  )
}
