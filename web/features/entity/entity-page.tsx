'use client'

import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { EntityProfileDocument } from '../../graphql/generated/graphql.ts'
import { FailureState } from '../../ui/failure-state.tsx'
import page from '../../ui/page.module.css'
import { Skeleton } from '../../ui/skeleton.tsx'
import { State } from '../../ui/state.tsx'
import { ContextBar } from '../ask/context-bar.tsx'
import { QueryBar } from '../ask/query-bar.tsx'
import { formatTimeRange, resolveTimeRange, type TimeRange } from '../ask/time-range.ts'
import { useAsk } from '../ask/use-ask.ts'
import { useAsked } from '../ask/use-asked.ts'
import { useDraft } from '../ask/use-draft.ts'
import type { EntityName } from '../graph/entity-name.ts'
import { useScope } from '../shell/scope.tsx'
import { EntityHead } from './entity-head.tsx'
import { EntityProfile } from './entity-profile.tsx'

const DAY: TimeRange = { kind: 'relative', amount: 24, unit: 'h' }

/** All that is known of one entity; the time range is that of the page, a query leads to the search. */
export function EntityPage({ kind, value }: EntityName) {
  const { base, tenant } = useScope()
  const router = useRouter()
  const { query, range, turn, ask } = useAsk(DAY)
  const draft = useDraft(query)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again moves a relative range on
  const asked = useMemo(() => {
    const { from, to } = resolveTimeRange(range, Date.now())
    return { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
  }, [range, turn])
  const { data, failure, again } = useAsked(EntityProfileDocument, {
    tenant: tenant?.slug ?? '',
    kind,
    value,
    range: asked,
  })
  const run = () => {
    if (!draft.holds()) return
    const text = draft.text.trim()
    if (!text) return ask({})
    router.push(`${base}/search?${new URLSearchParams({ q: text, range: formatTimeRange(range) })}`)
  }
  const profile = data?.entity
  return (
    <>
      <ContextBar range={range} onRange={(next) => ask({ range: next })} onRun={run}>
        <QueryBar
          text={draft.text}
          onText={draft.setText}
          onRun={run}
          mistakes={draft.mistakes}
          range={range}
        />
      </ContextBar>
      <main id="content" tabIndex={-1} className={page.main}>
        <EntityHead kind={kind} value={profile?.entity.value ?? value} range={range} profile={profile} />
        {failure ? <FailureState failure={failure} onRetry={again} /> : null}
        {!profile && !failure ? <Skeleton rows={12} /> : null}
        {profile && !profile.firstSeen ? (
          <State title="Never seen here">No event of this tenant that is still kept names it.</State>
        ) : null}
        {profile?.firstSeen ? <EntityProfile profile={profile} range={asked} asked={range} /> : null}
      </main>
    </>
  )
}
