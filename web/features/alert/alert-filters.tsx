'use client'

import { ToggleGroup } from 'radix-ui'
import type { Level } from '../../graphql/generated/graphql.ts'
import { LEVELS } from '../../ui/level.ts'
import { Severity } from '../../ui/severity.tsx'
import styles from './alert-filters.module.css'
import { STATUSES } from './use-alert-filter.ts'

interface AlertFiltersProps {
  status: (typeof STATUSES)[number]
  levels: readonly Level[]
  onChange: (change: { status?: (typeof STATUSES)[number]; level?: Level[] | null }) => void
}

export function AlertFilters({ status, levels, onChange }: AlertFiltersProps) {
  return (
    <>
      <ToggleGroup.Root
        type="single"
        className={styles.group}
        aria-label="Status"
        value={status}
        onValueChange={(value) => {
          const next = STATUSES.find((one) => one === value)
          if (next) onChange({ status: next })
        }}
      >
        {STATUSES.map((one) => (
          <ToggleGroup.Item key={one} value={one} className={styles.choice}>
            {one}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      <ToggleGroup.Root
        type="multiple"
        className={styles.group}
        aria-label="Levels, all when none is chosen"
        value={[...levels]}
        onValueChange={(values) => {
          const next = LEVELS.filter((level) => values.includes(level))
          onChange({ level: next.length > 0 ? next : null })
        }}
      >
        {LEVELS.map((level) => (
          <ToggleGroup.Item key={level} value={level} className={styles.choice}>
            <Severity level={level} />
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
    </>
  )
}
