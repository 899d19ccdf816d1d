import { ArrowDown, ArrowUp, Check, CircleDashed, VolumeX } from 'lucide-react'
import type { ActivityStanding } from '../../graphql/generated/graphql.ts'
import styles from './standing.module.css'

const MARKS = { quiet: VolumeX, low: ArrowDown, usual: Check, high: ArrowUp, unknown: CircleDashed }
const WORDS = {
  quiet: 'went quiet',
  low: 'less than usual',
  usual: 'as usual',
  high: 'more than usual',
  unknown: 'no normal yet',
}

/** How what comes now compares with what is usual at this hour. */
export function Standing({ standing }: { standing: ActivityStanding }) {
  const Mark = MARKS[standing]
  return (
    <span className={styles[standing]}>
      <Mark size={13} strokeWidth={2.5} aria-hidden="true" />
      {WORDS[standing]}
    </span>
  )
}
