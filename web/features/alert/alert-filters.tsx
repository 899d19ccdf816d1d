import type { AlertFacetsQuery, Level } from '../../graphql/generated/graphql.ts'
import { formatNumber } from '../../ui/format-number.ts'
import { LEVELS } from '../../ui/level.ts'
import { Severity } from '../../ui/severity.tsx'
import styles from './alert-filters.module.css'
import { STATUSES } from './use-alert-filter.ts'

interface AlertFiltersProps {
  status: (typeof STATUSES)[number]
  levels: readonly Level[]
  facets: AlertFacetsQuery['alertFacets'] | undefined
  onChange: (change: { status?: (typeof STATUSES)[number]; level?: Level[] | null }) => void
}

/** Which alerts a list shows. Without a level all are shown. */
export function AlertFilters({ status, levels, facets, onChange }: AlertFiltersProps) {
  const toggle = (level: Level) => {
    const next = LEVELS.filter((one) => (one === level) !== levels.includes(one))
    onChange({ level: next.length > 0 ? next : null })
  }
  return (
    <>
      <fieldset className={styles.group}>
        <legend className="visually-hidden">Status</legend>
        {STATUSES.map((one) => (
          <button
            key={one}
            type="button"
            className={styles.choice}
            aria-pressed={one === status}
            onClick={() => onChange({ status: one })}
          >
            {one}
            {one === 'any' ? null : <Count of={facets?.status} value={one} />}
          </button>
        ))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend className="visually-hidden">Levels, all when none is chosen</legend>
        {LEVELS.map((level) => (
          <button
            key={level}
            type="button"
            className={styles.choice}
            aria-pressed={levels.includes(level)}
            onClick={() => toggle(level)}
          >
            <Severity level={level} />
            <Count of={facets?.level} value={level} />
          </button>
        ))}
      </fieldset>
    </>
  )
}

function Count({ of, value }: { of: AlertFacetsQuery['alertFacets']['level'] | undefined; value: string }) {
  const alerts = of?.find((one) => one.value === value)?.alerts ?? 0
  return <span className={styles.count}>{of ? formatNumber(alerts) : null}</span>
}
