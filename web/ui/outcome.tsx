import { Check, X } from 'lucide-react'
import type { EventOutcome } from '../graphql/generated/graphql.ts'
import styles from './outcome.module.css'

export function Outcome({ outcome }: { outcome: EventOutcome | null }) {
  if (!outcome) return null
  if (outcome === 'unknown') return <span className={styles.unknown}>unknown</span>
  const Mark = outcome === 'success' ? Check : X
  return (
    <span className={styles[outcome]}>
      <Mark size={12} strokeWidth={2.5} aria-hidden="true" />
      {outcome}
    </span>
  )
}
