'use client'

import { useQuery } from '@apollo/client/react'
import { useMemo, useState } from 'react'
import { failureOf } from '../../graphql/failure.ts'
import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import { AlertRowFragmentDoc, AlertsDocument } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { FailureState } from '../../ui/failure-state.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ContextBar } from '../ask/context-bar.tsx'
import type { TimeRange } from '../ask/time-range.ts'
import { useAsk } from '../ask/use-ask.ts'
import { useScope } from '../shell/scope.tsx'
import { AlertFilters } from './alert-filters.tsx'
import { AlertTable } from './alert-table.tsx'
import styles from './alerts-page.module.css'
import { EntityBar } from './entity-bar.tsx'
import { NoAlerts } from './no-alerts.tsx'
import { useAlertFilter } from './use-alert-filter.ts'
import { useNewAlerts } from './use-new-alerts.ts'

const ANY: TimeRange = { kind: 'all' }
const PAGE = 100

/** The queue of one tenant, or of all of the viewer's. */
export function AlertsPage() {
  const { slugs, tenant } = useScope()
  const { range, turn, ask } = useAsk(ANY)
  const { filter, set, status, level, entity } = useAlertFilter(range, turn)
  const [draft, setDraft] = useState(entity)
  const { data, error, loading, refetch, fetchMore, previousData } = useQuery(AlertsDocument, {
    variables: { tenants: slugs, filter, first: PAGE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
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
  const more = () =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => ({
        alerts: {
          ...fetchMoreResult.alerts,
          edges: [...before.alerts.edges, ...fetchMoreResult.alerts.edges],
        },
      }),
    })

  return (
    <>
      <ContextBar range={range} onRange={(next) => ask({ range: next })} onRun={run}>
        <EntityBar text={draft} onText={setDraft} onRun={run} />
      </ContextBar>
      <main id="content" tabIndex={-1} className={styles.main}>
        <header className={styles.head}>
          <h1>{tenant ? 'Alerts' : 'Alerts of all tenants'}</h1>
          <AlertFilters status={status} levels={level} onChange={(change) => void set(change)} />
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
        {error && !page ? <FailureState failure={failureOf(error)} onRetry={() => void refetch()} /> : null}
        {!page && !error ? <Skeleton rows={10} /> : null}
        {page && rows.length === 0 ? (
          <NoAlerts
            filtered={level.length > 0 || entity !== '' || range.kind !== 'all' || status !== 'open'}
            entity={entity}
            onClear={() => {
              setDraft('')
              void set({ status: null, level: null, entity: null })
              ask({ range: ANY })
            }}
          />
        ) : null}
        {rows.length > 0 ? <AlertTable rows={rows} tenants={!tenant} stale={loading && !data} /> : null}
        {page?.pageInfo.hasNextPage ? (
          <p className={styles.more}>
            <Button onClick={() => void more()}>More alerts</Button>
          </p>
        ) : null}
      </main>
    </>
  )
}
