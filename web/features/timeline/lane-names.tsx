import { formatNumber } from '../../ui/format-number.ts'
import { useScope } from '../shell/scope.tsx'
import { TenantBadge } from '../tenant/tenant-badge.tsx'
import type { Lane } from './lane.ts'
import styles from './lane-names.module.css'

interface LaneNamesProps {
  lanes: readonly Lane[]
  roomy: boolean
  silence: boolean
  onLane: (lane: Lane) => void
}

/** Beside the lanes: whose they are, and how much is in them. A name narrows to its events. */
export function LaneNames({ lanes, roomy, silence, onLane }: LaneNamesProps) {
  const { tenant } = useScope()
  return (
    <div className={styles.names}>
      <div className={styles.corner} />
      <ul data-roomy={roomy}>
        {lanes.map((lane) => (
          <li key={lane.key} className={styles.lane}>
            {!tenant && lane.tenant ? <TenantBadge tenant={lane.tenant} short /> : null}
            {lane.value === undefined ? (
              <span className={styles.name}>{lane.name}</span>
            ) : (
              <button
                type="button"
                className={styles.name}
                title={`Only the events of ${lane.name}${lane.site ? ` at ${lane.site}` : ''}`}
                onClick={() => onLane(lane)}
              >
                {lane.name}
                {lane.site ? <span className={styles.site}> {lane.site}</span> : null}
              </button>
            )}
            <span className={styles.count}>{formatNumber(lane.count)}</span>
          </li>
        ))}
      </ul>
      {silence ? <p className={styles.silence}>silent sources</p> : null}
      <div className={styles.foot} />
    </div>
  )
}
