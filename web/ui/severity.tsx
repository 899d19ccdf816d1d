import type { Level } from '../graphql/generated/graphql.ts'
import { joinClass } from './join-class.ts'
import styles from './severity.module.css'

/** Filled diamond, triangle, square, circle, ring: told apart without colour. */
const SHAPES: Record<Level, string> = {
  critical: 'M6 .5 11.5 6 6 11.5.5 6z',
  high: 'M6 1l5.5 10H.5z',
  medium: 'M1.5 1.5h9v9h-9z',
  low: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z',
  informational: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1zm0 1.7a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6z',
}

interface SeverityProps {
  level: Level
  /** Leaves the word to a reader's ears where a column is too narrow for it. */
  wordless?: boolean
}

export function Severity({ level, wordless = false }: SeverityProps) {
  const word = level === 'informational' ? 'info' : level
  return (
    <span className={joinClass(styles.severity, styles[word])} title={wordless ? word : undefined}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path d={SHAPES[level]} fill="currentColor" fillRule="evenodd" />
      </svg>
      <span className={wordless ? 'visually-hidden' : undefined}>{word}</span>
    </span>
  )
}
