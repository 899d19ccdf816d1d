'use client'

import { useQuery, useSubscription } from '@apollo/client/react'
import { useCallback, useMemo, useState } from 'react'
import { AlertRaisedDocument, SourceStandingsDocument } from '../../graphql/generated/graphql.ts'
import { FailureState } from '../../ui/failure-state.tsx'
import { LiveButton } from '../../ui/live-button.tsx'
import page from '../../ui/page.module.css'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useLive } from '../../ui/use-live.ts'
import { resolveTimeRange, type TimeRange } from '../ask/time-range.ts'
import { useAsk } from '../ask/use-ask.ts'
import { useScope } from '../shell/scope.tsx'
import { NoEvents } from './no-events.tsx'
import { OverviewBar } from './overview-bar.tsx'
import { OverviewFigures } from './overview-figures.tsx'
import styles from './overview-page.module.css'
import { SourcePanel } from './source-panel.tsx'
import { useFigures } from './use-figures.ts'

const DAY: TimeRange = { kind: 'relative', amount: 24, unit: 'h' }
const RENEWED_EVERY = 15_000

/** What happened at one tenant. Renews itself; every figure leads to what it counts. */
export function OverviewPage() {
  const { slugs, tenant } = useScope()
  const { range, turn, ask } = useAsk(DAY)
  const [look, setLook] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another look moves a relative range on
  const span = useMemo(() => resolveTimeRange(range, Date.now()), [range, turn, look])
  const { figures, failure, since, cancel } = useFigures(slugs, span)
  const { data: standings, refetch } = useQuery(SourceStandingsDocument, {
    variables: { tenants: slugs },
    fetchPolicy: 'network-only',
  })
  const renew = useCallback(() => {
    setLook((count) => count + 1)
    void refetch()
  }, [refetch])
  const { live, toggle } = useLive(renew, RENEWED_EVERY)
  useSubscription(AlertRaisedDocument, {
    variables: { tenants: slugs },
    skip: !live,
    onData: () => setLook((count) => count + 1),
  })
  const empty = figures && Number(figures.eventHistogram.total) === 0
  return (
    <>
      <OverviewBar
        range={range}
        onRange={(next) => ask({ range: next })}
        onRun={renew}
        running={since === undefined ? undefined : { since, cancel }}
      />
      <main id="content" tabIndex={-1} className={page.main}>
        <header className={styles.head}>
          <h1>Overview</h1>
          <LiveButton live={live} onToggle={toggle} />
        </header>
        {failure && !figures ? <FailureState failure={failure} onRetry={renew} /> : null}
        {!figures && !failure ? <Skeleton rows={14} /> : null}
        {empty ? <NoEvents span={figures.span} onRange={(next) => ask({ range: next })} /> : null}
        {figures && !empty ? <OverviewFigures figures={figures} /> : null}
        {standings && tenant && tenant.sources.length > 0 ? (
          <SourcePanel activity={standings.activityByTenant} />
        ) : null}
      </main>
    </>
  )
}
