'use client'

import { X } from 'lucide-react'
import Link from 'next/link'
import { IconButton } from '../../ui/icon-button.tsx'
import { Severity } from '../../ui/severity.tsx'
import { EntityName } from '../alert/entity-name.tsx'
import styles from './timeline-bar.module.css'
import type { Seed } from './use-seed.ts'

/** What the timeline is about, and the way to go on without it. */
export function SeedChip({ seed: { alert, entity, drop } }: { seed: Seed }) {
  if (!entity) return null
  return (
    <span className={styles.seed}>
      {alert ? <Severity level={alert.level} wordless /> : null}
      <span className={styles.subject}>
        {alert ? (
          <Link href={`/t/${alert.tenant.slug}/alerts/${encodeURIComponent(alert.id)}`} prefetch={false}>
            {alert.ruleTitle}
          </Link>
        ) : null}{' '}
        <EntityName entity={{ ...entity, site: entity.site ?? '' }} />
      </span>
      <IconButton label="All events, not only those" onClick={drop}>
        <X size={13} aria-hidden="true" />
      </IconButton>
    </span>
  )
}
