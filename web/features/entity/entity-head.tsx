import Link from 'next/link'
import type { EntityProfileQuery } from '../../graphql/generated/graphql.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { LEVELS } from '../../ui/level.ts'
import { Severity } from '../../ui/severity.tsx'
import { Time } from '../../ui/time.tsx'
import { formatTimeRange, type TimeRange } from '../ask/time-range.ts'
import { ENTITY_KINDS } from '../graph/entity-kinds.ts'
import { type EntityName, formatEntityParam } from '../graph/entity-name.ts'
import { isInternal } from '../graph/is-internal.ts'
import { KindMark } from '../graph/kind-mark.tsx'
import { nodeLevel } from '../graph/node-level.ts'
import { searchOfEntity } from '../graph/search-of-entity.ts'
import { useScope } from '../shell/scope.tsx'
import styles from './entity-page.module.css'

interface EntityHeadProps extends EntityName {
  range: TimeRange
  profile: EntityProfileQuery['entity'] | undefined
}

/** What it is, since when, how bad, and the other ways to look at it. */
export function EntityHead({ kind, value, range, profile }: EntityHeadProps) {
  const { base } = useScope()
  const when = formatTimeRange(range)
  const search = searchOfEntity({ kind, value })
  const worst = profile && LEVELS.find((level) => profile.detections.some((hits) => hits.level === level))
  const level = worst ?? nodeLevel(profile?.risk ?? 0, [])
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <KindMark kind={kind} isInternal={isInternal({ kind, value })} />
        <h1 className={styles.title}>{value}</h1>
        <CopyButton text={value} label="Copy its name" />
      </div>
      <p className={styles.facts}>
        <span>
          {ENTITY_KINDS[kind].one}, {isInternal({ kind, value }) ? 'internal' : 'external'}
        </span>
        {profile ? (
          <span className={styles.risk}>
            {level ? <Severity level={level} /> : null} risk {profile.risk} of 100
          </span>
        ) : null}
        {profile?.firstSeen && profile.lastSeen ? (
          <span>
            first seen <Time instant={profile.firstSeen} precision="minute" />, last{' '}
            <Time instant={profile.lastSeen} precision="minute" />
          </span>
        ) : null}
      </p>
      <p className={styles.facts}>
        {search ? (
          <Link href={`${base}/search?${new URLSearchParams({ q: search, range: when })}`} prefetch={false}>
            Search its events
          </Link>
        ) : null}
        {search ? (
          <Link href={`${base}/timeline?${new URLSearchParams({ q: search, range: when })}`} prefetch={false}>
            Its timeline
          </Link>
        ) : null}
        <Link
          href={`${base}/graph?${new URLSearchParams({ entity: formatEntityParam({ kind, value }), range: when })}`}
          prefetch={false}
        >
          Its network graph
        </Link>
      </p>
    </header>
  )
}
