'use client'

import { useMutation } from '@apollo/client/react'
import { type FormEvent, useRef, useState } from 'react'
import { failureOf } from '../../graphql/failure.ts'
import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import {
  AlertRowFragmentDoc,
  AlertStoryFragmentDoc,
  CloseAlertDocument,
  type CloseReason,
} from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import field from '../../ui/field.module.css'
import { formatNumber } from '../../ui/format-number.ts'
import { TenantBadge } from '../tenant/tenant-badge.tsx'
import styles from './close-dialog.module.css'
import { CLOSE_REASONS } from './close-reasons.ts'
import { EntityName } from './entity-name.tsx'
import type { FullAlert } from './full-alert.ts'

interface CloseDialogProps {
  alert: FullAlert
  open: boolean
  onOpenChange: (open: boolean) => void
  onClosed: (version: number, reason: CloseReason) => void
  /** Somebody else changed it meanwhile. */
  onStale: () => void
}

const REASONS = Object.entries(CLOSE_REASONS) as [CloseReason, (typeof CLOSE_REASONS)[CloseReason]][]

/** Asks why, and names what it closes. */
export function CloseDialog({ alert, open, onOpenChange, onClosed, onStale }: CloseDialogProps) {
  const [message, setMessage] = useState('')
  const first = useRef<HTMLInputElement>(null)
  const [closeAlert, { loading }] = useMutation(CloseAlertDocument)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const reason = REASONS.find(([name]) => name === form.get('reason'))?.[0]
    if (!reason) return setMessage('Choose a reason.')
    const note = String(form.get('note') ?? '').trim()
    setMessage('')
    try {
      const input = { id: alert.id, reason, version: alert.version, ...(note ? { note } : {}) }
      const { data } = await closeAlert({ variables: { input } })
      const mistake = data?.closeAlert.userErrors[0]
      if (mistake?.code === 'CONFLICT') onStale()
      const closed = readFragment(
        AlertRowFragmentDoc,
        readFragment(AlertStoryFragmentDoc, data?.closeAlert.alert),
      )
      if (mistake || !closed) return setMessage(mistake?.message ?? 'It was not closed.')
      onOpenChange(false)
      onClosed(closed.version, reason)
    } catch (error) {
      setMessage(failureOf(error).message)
    }
  }

  return (
    <Dialog open={open} onOpenChange={onOpenChange} first={first} title={`Close “${alert.ruleTitle}”`}>
      <p className={styles.names}>
        <TenantBadge tenant={alert.tenant} />
        <span>
          {formatNumber(alert.count)} {alert.count === 1 ? 'detection' : 'detections'} of{' '}
          <EntityName entity={alert.entity} />
        </span>
      </p>
      <form onSubmit={submit}>
        <fieldset className={styles.reasons}>
          <legend>Reason</legend>
          {REASONS.map(([reason, { name, means }], index) => (
            <label key={reason} className={styles.reason}>
              <input ref={index === 0 ? first : undefined} type="radio" name="reason" value={reason} />
              <span className={styles.reasonName}>{name}</span>
              <span className={styles.means}>{means}</span>
            </label>
          ))}
        </fieldset>
        <label className={field.field}>
          <span className={field.label}>Note, for whoever sees it next</span>
          <textarea className={field.input} name="note" maxLength={4000} />
        </label>
        <p role="alert" className={styles.message}>
          {message}
        </p>
        <div className={styles.actions}>
          <Button onClick={() => onOpenChange(false)}>Leave it open</Button>
          <Button type="submit" look="primary" disabled={loading}>
            Close the alert
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
