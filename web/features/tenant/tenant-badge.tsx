import { joinClass } from '../../ui/join-class.ts'
import styles from './tenant-badge.module.css'

interface TenantBadgeProps {
  tenant: { name: string; code: string; hue: number }
  /** Leaves the name to a reader's ears. */
  short?: boolean
  className?: string | undefined
}

/** Which tenant this is, wherever a mistake would hurt: name, two letters, and a bar in its hue. */
export function TenantBadge({ tenant, short = false, className }: TenantBadgeProps) {
  return (
    <span className={joinClass(styles.badge, className)} data-hue={tenant.hue} title={tenant.name}>
      <span className={styles.code} aria-hidden="true">
        {tenant.code}
      </span>
      <span className={short ? 'visually-hidden' : styles.name}>{tenant.name}</span>
    </span>
  )
}
