'use client'

import { useMutation } from '@apollo/client/react'
import { ArrowLeft, ChartGantt, Waypoints } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { failureOf } from '../../graphql/failure.ts'
import { ReopenAlertDocument } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Severity } from '../../ui/severity.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { useScope } from '../shell/scope.tsx'
import { useCarried } from '../shell/use-carried.ts'
import styles from './alert-header.module.css'
import { CloseDialog } from './close-dialog.tsx'
import { CLOSE_REASONS } from './close-reasons.ts'
import type { FullAlert } from './full-alert.ts'

export function AlertHeader({ alert, onChanged }: { alert: FullAlert; onChanged: () => void }) {
  const { base, tenant } = useScope()
  const carried = useCarried()
  const toast = useToast()
  const [closing, setClosing] = useState(false)
  const [reopenAlert, { loading }] = useMutation(ReopenAlertDocument)
  const mayWork = tenant !== undefined && tenant.role !== 'reader'

  async function reopen(version: number) {
    try {
      const { data } = await reopenAlert({ variables: { input: { id: alert.id, version } } })
      const mistake = data?.reopenAlert.userErrors[0]
      toast({ text: mistake?.message ?? `Reopened “${alert.ruleTitle}”` })
      if (mistake) onChanged()
    } catch (error) {
      toast({ text: failureOf(error).message })
    }
  }

  return (
    <header className={styles.head}>
      <Link href={`${base}/alerts${carried}`} prefetch={false} className={styles.back}>
        <ArrowLeft size={14} aria-hidden="true" />
        Alerts
      </Link>
      <div className={styles.line}>
        <span className={styles.level}>
          <Severity level={alert.level} />
        </span>
        <h1 className={styles.title}>{alert.ruleTitle}</h1>
        <span className={styles.status}>
          {alert.status === 'closed' && alert.closeReason
            ? `closed: ${CLOSE_REASONS[alert.closeReason].name}`
            : alert.status}
        </span>
        {alert.backfill ? (
          <span className={styles.status} title="Raised by a backfill: nobody was notified">
            backfill, nobody was notified
          </span>
        ) : null}
        <span className={styles.gap} />
        <Link
          href={`${base}/timeline?alert=${encodeURIComponent(alert.id)}`}
          prefetch={false}
          className={styles.back}
        >
          <ChartGantt size={14} aria-hidden="true" />
          Timeline
        </Link>
        <Link
          href={`${base}/graph?alert=${encodeURIComponent(alert.id)}`}
          prefetch={false}
          className={styles.back}
        >
          <Waypoints size={14} aria-hidden="true" />
          Graph
        </Link>
        {!mayWork ? (
          <span className={styles.reader}>Analysts and admins work alerts; you read them.</span>
        ) : null}
        {mayWork && alert.status === 'open' ? (
          <Button onClick={() => setClosing(true)}>Close alert</Button>
        ) : null}
        {mayWork && alert.status === 'closed' ? (
          <Button disabled={loading} onClick={() => void reopen(alert.version)}>
            Reopen alert
          </Button>
        ) : null}
      </div>
      <CloseDialog
        alert={alert}
        open={closing}
        onOpenChange={setClosing}
        onClosed={(version, reason) =>
          toast({
            text: `Closed “${alert.ruleTitle}” as ${CLOSE_REASONS[reason].name.toLowerCase()}`,
            undo: () => void reopen(version),
          })
        }
        onStale={onChanged}
      />
    </header>
  )
}
