'use client'

import { type FormEvent, useRef, useState } from 'react'
import type { EventFilter, ExportFormat } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import field from '../../ui/field.module.css'
import { formatBytes } from '../../ui/format-bytes.ts'
import { formatNumber } from '../../ui/format-number.ts'
import { Elapsed } from '../ask/elapsed.tsx'
import { useScope } from '../shell/scope.tsx'
import { useViewer } from '../shell/viewer.tsx'
import { TenantBadge } from '../tenant/tenant-badge.tsx'
import { type Column, MESSAGE, RULES, SEVERITY, TENANT, TIME } from './columns.ts'
import styles from './export-dialog.module.css'
import { useExport } from './use-export.ts'

interface ExportDialogProps {
  onClose: () => void
  filter: EventFilter
  slugs: string[]
  columns: readonly Column[]
  /** Events in all, where that is known. */
  total: number | undefined
}

const MOST = 1_000_000
const USUAL = 10_000

/** Events of the search as a file: which format, which columns, how many at most. */
export function ExportDialog({ onClose, filter, slugs, columns, total }: ExportDialogProps) {
  const { tenants } = useViewer()
  const { tenant } = useScope()
  const { state, start, cancel } = useExport()
  const [format, setFormat] = useState<ExportFormat>('csv')
  const [whole, setWhole] = useState(false)
  const [most, setMost] = useState(String(USUAL))
  const limit = useRef<HTMLInputElement>(null)
  const first = Number(most)
  const fits = /^\d+$/.test(most) && first >= 1 && first <= MOST
  const running = state.status === 'running'

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!fits || running) return
    // What the table makes up itself has no column of that name.
    const shown = columns.map((column) => column.field).filter((name) => name !== RULES)
    const named = [TIME, ...(slugs.length > 1 ? [TENANT] : []), SEVERITY, ...shown]
    const input = { tenants: slugs, filter, format, first, columns: whole ? [] : [...new Set(named)] }
    const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '')
    void start(input, `${tenant?.slug ?? 'tenants'}-events-${stamp}.${format}`)
  }
  return (
    <Dialog
      open
      onOpenChange={(next) => next || onClose()}
      title="Export events"
      first={limit}
      description="What the search finds, the newest first. The server's log keeps who took what."
    >
      <form className={styles.form} onSubmit={submit}>
        <p className={styles.tenants}>
          {tenants
            .filter(({ slug }) => slugs.includes(slug))
            .map((one) => (
              <TenantBadge key={one.id} tenant={one} />
            ))}
        </p>
        <fieldset className={styles.choices} disabled={running}>
          <legend className={field.label}>Format</legend>
          <label>
            <input type="radio" name="format" checked={format === 'csv'} onChange={() => setFormat('csv')} />
            CSV, for a spreadsheet
          </label>
          <label>
            <input
              type="radio"
              name="format"
              checked={format === 'ndjson'}
              onChange={() => setFormat('ndjson')}
            />
            NDJSON, an object on each line
          </label>
        </fieldset>
        <fieldset className={styles.choices} disabled={running}>
          <legend className={field.label}>Columns</legend>
          <label>
            <input type="radio" name="columns" checked={!whole} onChange={() => setWhole(false)} />
            Those of the table
            {columns.some((column) => column.field === MESSAGE) ? '' : ', without the message'}
          </label>
          <label>
            <input type="radio" name="columns" checked={whole} onChange={() => setWhole(true)} />
            {format === 'csv' ? 'The usual ones' : 'All, with the line as it came'}
          </label>
        </fieldset>
        <label className={field.field}>
          <span className={field.label}>
            Events at most{total === undefined ? '' : `, of ${formatNumber(total)}`}
          </span>
          <input
            ref={limit}
            className={field.input}
            inputMode="numeric"
            value={most}
            disabled={running}
            aria-invalid={!fits}
            aria-describedby="export-limit"
            onChange={(event) => setMost(event.target.value.trim())}
          />
        </label>
        <p id="export-limit" className={styles.note}>
          From 1 to {formatNumber(MOST)}. Cells that a spreadsheet would run as a formula get a quote before
          them.
        </p>
        {running ? (
          <progress
            className={styles.progress}
            aria-label="Events exported"
            {...(total === undefined
              ? {}
              : { value: Math.min(state.rows, first), max: Math.min(total, first) || 1 })}
          />
        ) : null}
        <p role="status" className={styles.status}>
          {running ? (
            <>
              {formatNumber(state.rows)} rows, {formatBytes(state.bytes)} <Elapsed since={state.since} />
            </>
          ) : null}
          {state.status === 'done'
            ? `Saved ${formatNumber(state.rows)} events, ${formatBytes(state.bytes)}.`
            : null}
          {state.status === 'failed' ? state.message : null}
        </p>
        <div className={styles.buttons}>
          {running ? (
            <Button onClick={cancel}>Cancel</Button>
          ) : (
            <Button type="submit" look="primary" disabled={!fits}>
              Export
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}
