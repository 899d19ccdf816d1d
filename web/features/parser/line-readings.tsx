import { joinClass } from '../../ui/join-class.ts'
import styles from './line-readings.module.css'
import type { LineReading } from './use-parser-test.ts'

interface LineReadingsProps {
  readings: readonly LineReading[]
  stale: boolean
}

function verdictOf({ took, parser }: LineReading): string {
  if (took) return 'read by this parser'
  return parser === 'raw@1' ? 'read by none: kept as it came' : `read by ${parser}`
}

/** What becomes of each line that is tried. */
export function LineReadings({ readings, stale }: LineReadingsProps) {
  return (
    <ol className={joinClass(styles.readings, stale && styles.stale)}>
      {readings.map((reading, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same line may be tried twice, and lines have no other identity
        <li key={index} className={styles.reading}>
          <p className={joinClass(styles.verdict, reading.took && styles.took)}>
            <span aria-hidden="true">{reading.took ? '✓' : '·'}</span> Line {index + 1}: {verdictOf(reading)}
          </p>
          <dl className={styles.fields}>
            {reading.time ? (
              <div>
                <dt>@timestamp</dt>
                <dd>{reading.time}</dd>
              </div>
            ) : null}
            {Object.entries(reading.fields).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  )
}
