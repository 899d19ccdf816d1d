import { formatNumber } from '../../ui/format-number.ts'
import styles from './sparkline.module.css'

const HEIGHT = 18

interface SparklineProps {
  /** `events an hour, the last 24 hours` */
  label: string
  counts: readonly number[]
}

/** A run of counts, small enough for a row; read out number by number. */
export function Sparkline({ label, counts }: SparklineProps) {
  const most = Math.max(1, ...counts)
  return (
    <span className={styles.place}>
      <svg
        className={styles.line}
        viewBox={`0 0 ${counts.length} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {counts.map((count, place) => {
          const height = count > 0 ? Math.max((count / most) * (HEIGHT - 1), 1.5) : 0.5
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: the place is the hour
              key={place}
              className={count > 0 ? styles.some : styles.none}
              x={place + 0.1}
              y={HEIGHT - height}
              width={0.8}
              height={height}
            />
          )
        })}
      </svg>
      <span className="visually-hidden">
        {label}: {counts.map((count) => formatNumber(count)).join(', ')}
      </span>
    </span>
  )
}
