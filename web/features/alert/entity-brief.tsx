'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { AlertEntityDocument, type AlertEntityQuery } from '../../graphql/generated/graphql.ts'
import { FailureState } from '../../ui/failure-state.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import { Severity } from '../../ui/severity.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Time } from '../../ui/time.tsx'
import type { TimeRange } from '../ask/time-range.ts'
import { useAsked } from '../ask/use-asked.ts'
import { entityAddress } from '../entity/entity-address.ts'
import { ENTITY_KINDS } from '../graph/entity-kinds.ts'
import type { EntityName } from '../graph/entity-name.ts'
import type { InstantRange } from '../graph/instant-range.ts'
import { isInternal } from '../graph/is-internal.ts'
import { KindMark } from '../graph/kind-mark.tsx'
import { nodeLevel } from '../graph/node-level.ts'
import { useScope } from '../shell/scope.tsx'
import styles from './entity-brief.module.css'
import { logonsOf } from './logons-of.ts'

interface EntityBriefProps {
  entity: EntityName
  range: InstantRange
  asked: TimeRange
  /** Not told again. */
  alert: string
}

/** What is known of one entity of an alert, in a column: since when, how bad, how common, what else. */
export function EntityBrief({ entity, range, asked, alert }: EntityBriefProps) {
  const { base, tenant } = useScope()
  const { data, failure, again } = useAsked(AlertEntityDocument, {
    ...{ tenant: tenant?.slug ?? '', range, kind: entity.kind, value: entity.value },
  })
  return (
    <li className={styles.entity}>
      <h3 className={styles.name}>
        <KindMark kind={entity.kind} isInternal={isInternal(entity)} />
        <Link href={entityAddress(base, entity, asked)} prefetch={false}>
          {entity.value}
        </Link>
        <span className={styles.kind}>{ENTITY_KINDS[entity.kind].one}</span>
      </h3>
      {failure ? <FailureState failure={failure} onRetry={again} /> : null}
      {data ? <Facts profile={data.entity} asked={asked} alert={alert} /> : null}
      {data || failure ? null : <Skeleton rows={5} />}
    </li>
  )
}

type Profile = AlertEntityQuery['entity']

function Facts({ profile, asked, alert }: { profile: Profile; asked: TimeRange; alert: string }) {
  const { base, tenant } = useScope()
  const { entity, firstSeen, lastSeen, risk, peers, alerts } = profile
  if (!firstSeen || !lastSeen) return <p className={styles.none}>No event that is still kept names it.</p>
  const level = nodeLevel(risk, [])
  const here = profile.prevalence.find((one) => one.tenant.slug === tenant?.slug)
  const others = alerts.edges.map(({ node }) => node).filter(({ id }) => id !== alert)
  const logons = logonsOf(profile)
  const link = (one: EntityName) => (
    <Link key={one.value} href={entityAddress(base, one, asked)} prefetch={false}>
      {one.value}
    </Link>
  )
  return (
    <dl className={styles.facts}>
      <Fact name="First seen">
        <Time instant={firstSeen} precision="minute" />
      </Fact>
      <Fact name="Last seen">
        <Time instant={lastSeen} precision="minute" />
      </Fact>
      <Fact name="Risk">
        {level ? <Severity level={level} /> : null} {risk} of 100
      </Fact>
      {here && entity.kind !== 'host' ? (
        <Fact name="Tied to">
          {formatNumber(here.hosts)} of {formatNumber(here.ofHosts)} hosts
        </Fact>
      ) : null}
      {here && entity.kind !== 'user' ? (
        <Fact name="Users">
          {formatNumber(here.users)} of {formatNumber(here.ofUsers)}
        </Fact>
      ) : null}
      {logons.length > 0 ? (
        <Fact name={entity.kind === 'host' ? 'Logged on' : 'Logged on to'}>
          {logons.slice(0, 5).map(link)}
        </Fact>
      ) : null}
      <Fact name="Other alerts">
        {others.length === 0 ? 'none' : null}
        {others.slice(0, 3).map(({ id, ruleTitle, level: worst }) => (
          <Link key={id} href={`${base}/alerts/${encodeURIComponent(id)}`} prefetch={false}>
            <Severity level={worst} wordless /> {ruleTitle}
          </Link>
        ))}
        {alerts.totalCount > 4 ? <span>and {formatNumber(alerts.totalCount - 4)} more</span> : null}
      </Fact>
      {peers.length > 0 ? <Fact name="Alike">{peers.map(({ entity: peer }) => link(peer))}</Fact> : null}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
