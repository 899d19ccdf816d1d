'use client'

import { useQuery } from '@apollo/client/react'
import { useMemo, useState } from 'react'
import { failureOf } from '../../graphql/failure.ts'
import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import { AlertFacetsDocument, AlertRowFragmentDoc, AlertsDocument } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { FailureState } from '../../ui/failure-state.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import frame from '../../ui/page.module.css'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ContextBar } from '../ask/context-bar.tsx'
import type { TimeRange } from '../ask/time-range.ts'
import { useAsk } from '../ask/use-ask.ts'
import { useScope } from '../shell/scope.tsx'
import { AlertFilters } from './alert-filters.tsx'
import { AlertTable } from './alert-table.tsx'
import { AlertTrend } from './alert-trend.tsx'
import styles from './alerts-page.module.css'
import { appendAlerts } from './append-alerts.ts'
import { EntityBar } from './entity-bar.tsx'
import { GroupedAlerts } from './grouped-alerts.tsx'
import { NarrowingBar } from './narrowing-bar.tsx'
import { NoAlerts } from './no-alerts.tsx'
import { NO_FILTER, useAlertFilter } from './use-alert-filter.ts'
import { useNewAlerts } from './use-new-alerts.ts'

const ANY: TimeRange = { kind: 'all' }
const PAGE = 100

/** The queue of one tenant, or of all of the viewer's. */
export function AlertsPage() {
  const { slugs, tenant } = useScope()
  const { range, turn, ask } = useAsk(ANY)
  const choice = useAlertFilter(range, turn)
  const { filter, set, status, level, entity, by } = choice
  const [draft, setDraft] = useState(entity)
  const { data, error, loading, refetch, fetchMore, previousData } = useQuery(AlertsDocument, {
    variables: { tenants: slugs, filter, first: by ? 1 : PAGE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const { data: counted, previousData: countedBefore } = useQuery(AlertFacetsDocument, {
    variables: { tenants: slugs, filter },
    fetchPolicy: 'cache-and-network',
  })
  const facets = (counted ?? countedBefore)?.alertFacets
  const page = (data ?? previousData)?.alerts
  const rows = useMemo(
    () => page?.edges.map(({ node }) => readFragment(AlertRowFragmentDoc, node)) ?? [],
    [page],
  )
  const listed = useMemo(() => new Set(rows.map(({ id }) => id)), [rows])
  const { fresh, forget } = useNewAlerts(slugs, listed)

  const run = () => {
    forget()
    void set({ entity: draft.trim() || null })
    ask({})
    void refetch()
  }
  const clear = () => {
    setDraft('')
    void set(NO_FILTER)
    ask({ range: ANY })
  }
  const none = <NoAlerts filtered={choice.narrowed} entity={entity} onClear={clear} />

  return (
    <>
      <ContextBar range={range} onRange={(next) => ask({ range: next })} onRun={run}>
        <EntityBar text={draft} onText={setDraft} onRun={run} />
      </ContextBar>
      <main id="content" tabIndex={-1} className={frame.main}>
        <header className={styles.head}>
          <h1>{tenant ? 'Alerts' : 'Alerts of all tenants'}</h1>
          <AlertFilters
            status={status}
            levels={level}
            facets={facets}
            onChange={(change) => void set(change)}
          />
          <p className={styles.count} role="status">
            {page ? `${formatNumber(page.totalCount)} ${page.totalCount === 1 ? 'alert' : 'alerts'}` : null}
          </p>
          <div className={styles.fresh} aria-live="polite">
            {fresh > 0 ? (
              <Button
                onClick={() => {
                  forget()
                  void refetch()
                }}
              >
                {fresh} new {fresh === 1 ? 'alert' : 'alerts'}: show
              </Button>
            ) : null}
          </div>
        </header>
        <NarrowingBar choice={choice} facets={facets} onClear={clear} />
        <AlertTrend filter={filter} onRange={(from, to) => ask({ range: { kind: 'absolute', from, to } })} />
        {by ? <GroupedAlerts key={by} choice={choice} by={by} none={none} /> : null}
        {!by && error && !page ? (
          <FailureState failure={failureOf(error)} onRetry={() => void refetch()} />
        ) : null}
        {by || page || error ? null : <Skeleton rows={10} />}
        {!by && page && rows.length === 0 ? none : null}
        {!by && rows.length > 0 ? (
          <AlertTable rows={rows} tenants={!tenant} stale={loading && !data} />
        ) : null}
        {!by && page?.pageInfo.hasNextPage ? (
          <p className={styles.more}>
            <Button
              onClick={() =>
                void fetchMore({
                  variables: { after: page.pageInfo.endCursor ?? null },
                  updateQuery: appendAlerts,
                })
              }
            >
              More alerts
            </Button>
          </p>
        ) : null}
      </main>
    </>
  )
}
