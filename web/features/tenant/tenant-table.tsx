'use client'

import Link from 'next/link'
import type { ActivityStanding, Level } from '../../graphql/generated/graphql.ts'
import { formatNumber } from '../../ui/format-number.ts'
import { joinClass } from '../../ui/join-class.ts'
import { LEVELS } from '../../ui/level.ts'
import { Severity } from '../../ui/severity.tsx'
import table from '../../ui/table.module.css'
import { Time } from '../../ui/time.tsx'
import { formatTimeRange } from '../ask/time-range.ts'
import { Sparkline } from '../chart/sparkline.tsx'
import { Standing } from '../overview/standing.tsx'
import { useRowLinks } from '../shell/use-row-links.ts'
import { TenantBadge } from './tenant-badge.tsx'
import styles from './tenants-page.module.css'

export interface NeedyTenant {
  id: string
  slug: string
  name: string
  code: string
  hue: number
  openAlerts: readonly { level: Level; count: number }[]
  /** Of the last hour. */
  events: number
  usual: number | undefined
  standing: ActivityStanding
  /** Events of the last 24 hours, the latest last. */
  hours: readonly number[]
  lastSeen: string | undefined
  sources: number
  quiet: number
  quietNames: readonly string[]
}

interface TenantTableProps {
  tenants: readonly NeedyTenant[]
  /** Where the last hour ends. */
  until: number
}

const HOUR = 3_600_000
const HEADS = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low', informational: 'Info' }

/** A row for each tenant: open alerts, and what it sends against its own normal. Rows are links, which j and k walk. */
export function TenantTable({ tenants, until }: TenantTableProps) {
  const { container, onKeyDown } = useRowLinks<HTMLTableSectionElement>()
  const lastHour = encodeURIComponent(formatTimeRange({ kind: 'absolute', from: until - HOUR, to: until }))
  return (
    <table className={joinClass(table.table, styles.table)}>
      <thead>
        <tr>
          <th scope="col">Tenant</th>
          {LEVELS.map((level) => (
            <th key={level} scope="col" className={table.number}>
              {HEADS[level]}
            </th>
          ))}
          <th scope="col">Events now</th>
          <th scope="col" className={table.number}>
            Last hour
          </th>
          <th scope="col" className={table.number} title="Median of the same hour on seven days before">
            Usual
          </th>
          <th scope="col">Last 24 hours</th>
          <th scope="col">Sources</th>
          <th scope="col">Last seen</th>
        </tr>
      </thead>
      <tbody ref={container} onKeyDown={onKeyDown}>
        {tenants.map((tenant) => (
          <tr key={tenant.id}>
            <td>
              <Link data-row href={`/t/${tenant.slug}`} prefetch={false} className={styles.tenant}>
                <TenantBadge tenant={tenant} />
              </Link>
            </td>
            {LEVELS.map((level) => (
              <td key={level} className={table.number}>
                <OpenAlerts tenant={tenant} level={level} />
              </td>
            ))}
            <td>
              <Standing standing={tenant.standing} />
            </td>
            <td className={table.number}>
              <Link href={`/t/${tenant.slug}/search?range=${lastHour}`} prefetch={false}>
                {formatNumber(tenant.events)}
                <span className="visually-hidden"> events of {tenant.name} in the last hour</span>
              </Link>
            </td>
            <td className={table.number}>{tenant.usual === undefined ? '–' : formatNumber(tenant.usual)}</td>
            <td>
              <Sparkline label="Events an hour, the last 24 hours, the latest last" counts={tenant.hours} />
            </td>
            <td>
              <Sources tenant={tenant} />
            </td>
            <td className={styles.muted}>
              {tenant.lastSeen ? <Time instant={tenant.lastSeen} precision="second" /> : 'not today'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function OpenAlerts({ tenant, level }: { tenant: NeedyTenant; level: Level }) {
  const open = tenant.openAlerts.find((one) => one.level === level)?.count ?? 0
  if (open === 0) return <span className={styles.none}>0</span>
  return (
    <Link href={`/t/${tenant.slug}/alerts?level=${level}`} prefetch={false} className={styles.open}>
      <Severity level={level} wordless />
      {formatNumber(open)}
      <span className="visually-hidden"> open alerts of {tenant.name}</span>
    </Link>
  )
}

function Sources({ tenant: { sources, quiet, quietNames } }: { tenant: NeedyTenant }) {
  if (sources === 0) return <span className={styles.muted}>none yet</span>
  if (quiet === 0) return <span className={styles.muted}>{sources}, none quiet</span>
  return (
    <span className={styles.quiet} title={quietNames.join(', ')}>
      {quiet} of {sources} quiet
    </span>
  )
}
