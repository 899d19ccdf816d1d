import { Time } from '../../ui/time.tsx'
import styles from './alert-triage.module.css'
import { CLOSE_REASONS } from './close-reasons.ts'
import type { FullAlert } from './full-alert.ts'

/** What became of the alert: the place of all work on it. */
export function AlertTriage({ alert }: { alert: FullAlert }) {
  return (
    <section className={styles.triage} aria-label="Triage">
      {alert.closeReason ? (
        <>
          <p>
            Closed as <strong>{CLOSE_REASONS[alert.closeReason].name.toLowerCase()}</strong>
            {alert.closedBy ? (
              <>
                {' '}
                by <span title={alert.closedBy.email}>{alert.closedBy.name}</span>
              </>
            ) : null}
            {alert.closedAt ? (
              <>
                {' '}
                on <Time instant={alert.closedAt} precision="second" />
              </>
            ) : null}
          </p>
          {alert.closeNote ? <blockquote className={styles.note}>{alert.closeNote}</blockquote> : null}
        </>
      ) : (
        <p className={styles.open}>
          Open since <Time instant={alert.raisedAt} precision="second" />; nobody has judged it yet.
        </p>
      )}
    </section>
  )
}
