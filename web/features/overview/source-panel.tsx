'use client'

import Link from 'next/link'
import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import { SourceStandingFragmentDoc, type SourceStandingsQuery } from '../../graphql/generated/graphql.ts'
import { formatNumber } from '../../ui/format-number.ts'
import { joinClass } from '../../ui/join-class.ts'
import table from '../../ui/table.module.css'
import { Time } from '../../ui/time.tsx'
import { formatTimeRange } from '../ask/time-range.ts'
import { Sparkline } from '../chart/sparkline.tsx'
import { useScope } from '../shell/scope.tsx'
import { byStanding } from './by-standing.ts'
import styles from './source-panel.module.css'
import { Standing } from './standing.tsx'

const HOUR = 3_600_000

/** Who sends, and who went quiet, each source against what it usually sends at this hour. */
export function SourcePanel({ activity }: { activity: SourceStandingsQuery['activityByTenant'] }) {
  const { base } = useScope()
  const until = Date.parse(activity.until)
  const hour = formatTimeRange({ kind: 'absolute', from: until - HOUR, to: until })
  const sources = activity.rows
    .flatMap((row) => row.sources.map((source) => readFragment(SourceStandingFragmentDoc, source)))
    .sort(byStanding)
  const quiet = sources.filter(({ standing }) => standing === 'quiet').length
  return (
    <section className={styles.panel} aria-label="Sources">
      <header className={styles.head}>
        <h2>Sources</h2>
        <span>
          {quiet > 0 ? `${quiet} of ${sources.length} went quiet` : `${sources.length}, none quiet`}
        </span>
      </header>
      <table className={joinClass(table.table, styles.table)}>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Now</th>
            <th scope="col" className={table.number}>
              Last hour
            </th>
            <th scope="col" className={table.number} title="Median of the same hour on seven days before">
              Usual
            </th>
            <th scope="col">Last 24 hours</th>
            <th scope="col">Last seen</th>
          </tr>
        </thead>
        <tbody>
          {sources.map(({ source, search, events, usual, standing, hours, lastSeen }) => (
            <tr key={source.id}>
              <td className={styles.name}>
                <Link
                  href={`${base}/search?${new URLSearchParams({ q: search, range: '24h' })}`}
                  prefetch={false}
                >
                  {source.name}
                </Link>
                {source.site ? <span className={styles.site}> {source.site}</span> : null}
              </td>
              <td>
                <Standing standing={standing} />
              </td>
              <td className={table.number}>
                <Link
                  href={`${base}/search?${new URLSearchParams({ q: search, range: hour })}`}
                  prefetch={false}
                >
                  {formatNumber(events)}
                  <span className="visually-hidden"> events of {source.name} in the last hour</span>
                </Link>
              </td>
              <td className={table.number}>{usual === null ? '–' : formatNumber(usual)}</td>
              <td>
                <Sparkline
                  label="Events an hour, the last 24 hours, the latest last"
                  counts={hours.map(Number)}
                />
              </td>
              <td>{lastSeen ? <Time instant={lastSeen} precision="second" /> : <LastSeenNever />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function LastSeenNever() {
  return <span className={styles.site}>not in the last 24 hours</span>
}
