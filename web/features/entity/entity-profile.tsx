import Link from 'next/link'
import type { ReactNode } from 'react'
import type { EntityProfileQuery } from '../../graphql/generated/graphql.ts'
import { formatNumber } from '../../ui/format-number.ts'
import { Severity } from '../../ui/severity.tsx'
import { Time } from '../../ui/time.tsx'
import { formatTimeRange, type TimeRange } from '../ask/time-range.ts'
import { VERB_WORDS } from '../graph/edge-words.ts'
import panel from '../graph/graph-panel.module.css'
import type { InstantRange } from '../graph/instant-range.ts'
import { KindMark } from '../graph/kind-mark.tsx'
import { useScope } from '../shell/scope.tsx'
import { entityAddress } from './entity-address.ts'
import styles from './entity-page.module.css'
import { EntityQuestions } from './entity-questions.tsx'

type Profile = EntityProfileQuery['entity']

function Part({ title, empty, children }: { title: string; empty: string | false; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {empty ? <p className={panel.note}>{empty}</p> : <ul>{children}</ul>}
    </section>
  )
}

interface EntityProfileProps {
  profile: Profile
  range: InstantRange
  asked: TimeRange
}

export function EntityProfile({ profile, range, asked }: EntityProfileProps) {
  const { base, tenant } = useScope()
  const when = `?${new URLSearchParams({ range: formatTimeRange(asked) })}`
  const { entity, alerts, detections, peers } = profile
  // What rules found is told above, by their titles.
  const rare = profile.rare.filter(({ edge }) => edge.verb !== 'triggered')
  const here = profile.prevalence.find((one) => one.tenant.slug === tenant?.slug)
  return (
    <div className={styles.parts}>
      <Part title="Alerts" empty={alerts.edges.length === 0 && 'None about it in this range.'}>
        {alerts.edges.map(({ node }) => (
          <li key={node.id}>
            <Link
              href={`${base}/alerts/${encodeURIComponent(node.id)}`}
              prefetch={false}
              className={panel.row}
            >
              <Severity level={node.level} />
              <span className={panel.grow}>{node.ruleTitle}</span>
              <Time instant={node.lastSeen} precision="minute" />
              <span className={panel.note}>{node.status}</span>
            </Link>
          </li>
        ))}
      </Part>
      <EntityQuestions kind={entity.kind} value={entity.value} range={range} asked={asked} />
      <Part title="What rules say" empty={detections.length === 0 && 'Nothing in this range.'}>
        {detections.map((hits) => (
          <li key={hits.ruleId} className={panel.row}>
            <Severity level={hits.level} />
            <span className={panel.grow}>{hits.ruleTitle}</span>
            <span className={panel.note}>{formatNumber(hits.count)}</span>
          </li>
        ))}
      </Part>
      <Part title="New or rare" empty={rare.length === 0 && 'Nothing for the first time, nothing once only.'}>
        {rare.map(({ edge, isNew }) => {
          const isSubject = edge.subject.kind === entity.kind && edge.subject.value === entity.value
          const other = isSubject ? edge.object : edge.subject
          return (
            <li key={`${edge.verb} ${isSubject} ${other.kind} ${other.value}`}>
              <Link href={`${entityAddress(base, other)}${when}`} prefetch={false} className={panel.row}>
                <KindMark kind={other.kind} />
                <span className={panel.grow}>
                  {isSubject
                    ? `${VERB_WORDS[edge.verb]} ${other.value}`
                    : `${other.value} ${VERB_WORDS[edge.verb]} it`}
                </span>
                <span className={panel.note}>{isNew ? 'first time' : 'once'}</span>
                <Time instant={edge.lastSeen} precision="minute" />
              </Link>
            </li>
          )
        })}
      </Part>
      <Part title="Alike" empty={peers.length === 0 && 'Nothing of its kind shares rare neighbours with it.'}>
        {peers.map((peer) => (
          <li key={peer.entity.value}>
            <Link href={`${entityAddress(base, peer.entity)}${when}`} prefetch={false} className={panel.row}>
              <KindMark kind={peer.entity.kind} />
              <span className={panel.grow}>{peer.entity.value}</span>
              <span className={panel.note}>{formatNumber(peer.shared)} neighbours shared</span>
            </Link>
          </li>
        ))}
      </Part>
      <Part title="How common it is" empty={!here && 'Nothing is tied to it in this range.'}>
        {here ? (
          <li className={panel.row}>
            tied to {formatNumber(here.hosts)} of {formatNumber(here.ofHosts)} hosts,{' '}
            {formatNumber(here.users)} of {formatNumber(here.ofUsers)} users, {formatNumber(here.addresses)}{' '}
            addresses
          </li>
        ) : null}
      </Part>
    </div>
  )
}
