import { formatNumber } from '../../ui/format-number.ts'
import { Severity } from '../../ui/severity.tsx'
import styles from './open-critical.module.css'

/** How many critical alerts of a tenant are open; nothing where there is none. */
export function OpenCritical({ count }: { count: number | undefined }) {
  if (!count) return null
  return (
    <span className={styles.open}>
      <Severity level="critical" wordless />
      {formatNumber(count)}
      <span className="visually-hidden"> open critical alerts</span>
    </span>
  )
}
