import { Check, CircleDashed, X } from 'lucide-react'
import type { ConditionVerdict } from '../../graphql/generated/graphql.ts'
import styles from './verdict.module.css'

const MARKS = { met: Check, unmet: X, missing: CircleDashed } as const
const WORDS = { met: 'true', unmet: 'false', missing: 'missing' } as const

interface VerdictProps {
  verdict: ConditionVerdict
  /** Of a test that holds because the field is missing. */
  holds?: boolean
}

export function Verdict({ verdict, holds = false }: VerdictProps) {
  const Mark = MARKS[verdict]
  return (
    <span className={styles[verdict]}>
      <Mark size={13} strokeWidth={2.5} aria-hidden="true" />
      {verdict === 'missing' && holds ? 'missing: true' : WORDS[verdict]}
    </span>
  )
}
