'use client'

import Link from 'next/link'
import { formatDuration } from '../../ui/format-duration.ts'
import { formatNumber } from '../../ui/format-number.ts'
import { Time } from '../../ui/time.tsx'
import { formatTimeRange } from '../ask/time-range.ts'
import { useScope } from '../shell/scope.tsx'
import styles from './alert-why.module.css'
import { AttackTags } from './attack-tags.tsx'
import { EntityName } from './entity-name.tsx'
import type { FullAlert } from './full-alert.ts'

const AROUND = 15 * 60_000

/** What fired, on what, how often and when. */
export function AlertWhy({ alert }: { alert: FullAlert }) {
  const { base } = useScope()
  const first = Date.parse(alert.firstSeen)
  const last = Date.parse(alert.lastSeen)
  const around = formatTimeRange({ kind: 'absolute', from: first - AROUND, to: last + AROUND })
  const search = `${base}/search?${new URLSearchParams({ q: `"${alert.entity.value.replaceAll(/["\\]/g, '\\$&')}"`, range: around })}`
  return (
    <section className={styles.why} aria-label="What fired and why">
      {alert.ruleDescription?.split(/\n\s*\n/).map((paragraph) => (
        <p key={paragraph} className={styles.description}>
          {paragraph}
        </p>
      ))}
      <dl className={styles.facts}>
        <div>
          <dt>Entity</dt>
          <dd>
            <EntityName entity={alert.entity} />
          </dd>
        </div>
        <div>
          <dt>Detections</dt>
          <dd>
            {formatNumber(alert.count)}
            {last > first ? ` within ${formatDuration(last - first)}` : null}
          </dd>
        </div>
        <div>
          <dt>First seen</dt>
          <dd>
            <Time instant={alert.firstSeen} />
          </dd>
        </div>
        <div>
          <dt>Last seen</dt>
          <dd>
            <Time instant={alert.lastSeen} />
          </dd>
        </div>
        <div>
          <dt>Raised</dt>
          <dd>
            <Time instant={alert.raisedAt} />
          </dd>
        </div>
        <div>
          <dt>Rule</dt>
          <dd>
            <code>{alert.ruleId}</code>
          </dd>
        </div>
        {alert.attack.length > 0 ? (
          <div>
            <dt>ATT&CK</dt>
            <dd>
              <AttackTags ids={alert.attack} />
            </dd>
          </div>
        ) : null}
        <div>
          <dt>Look around</dt>
          <dd>
            <Link href={search} prefetch={false}>
              All events that name this {alert.entity.kind}
            </Link>
          </dd>
        </div>
      </dl>
    </section>
  )
}
