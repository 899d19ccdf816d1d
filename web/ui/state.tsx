import type { ReactNode } from 'react'
import styles from './state.module.css'

interface StateProps {
  title: string
  /** What it means, and what one could do next. */
  children?: ReactNode
  /** One next step. */
  action?: ReactNode
  /** Set for failures: read out at once. */
  urgent?: boolean
  /** Heading of the page where nothing else is on it. */
  heading?: 'h1' | 'h2'
}

/** What stands where rows would: nothing yet, no match, no right, a failure. */
export function State({ title, children, action, urgent = false, heading: Heading = 'h2' }: StateProps) {
  return (
    <div className={styles.state} role={urgent ? 'alert' : 'status'}>
      <Heading className={styles.title}>{title}</Heading>
      {children ? <div className={styles.text}>{children}</div> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  )
}
