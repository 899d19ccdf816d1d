'use client'

import { useQuery, useSubscription } from '@apollo/client/react'
import { useCallback, useEffect, useRef } from 'react'
import { failureOf } from '../../graphql/failure.ts'
import { AlertRaisedDocument, TenantsByNeedDocument } from '../../graphql/generated/graphql.ts'
import { FailureState } from '../../ui/failure-state.tsx'
import { LiveButton } from '../../ui/live-button.tsx'
import page from '../../ui/page.module.css'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useLive } from '../../ui/use-live.ts'
import { useScope } from '../shell/scope.tsx'
import { useViewer } from '../shell/viewer.tsx'
import { compareNeed } from './compare-need.ts'
import { TenantSwitcher } from './tenant-switcher.tsx'
import { type NeedyTenant, TenantTable } from './tenant-table.tsx'
import styles from './tenants-page.module.css'

/** At most one fresh look a second, however many alerts are raised. */
const CALM = 1000
const RENEWED_EVERY = 15_000

/** The viewer's tenants, the one in most need of attention first. Renews itself. */
export function TenantsPage() {
  const { slugs } = useScope()
  const { organization } = useViewer()
  const { data, error, refetch } = useQuery(TenantsByNeedDocument, { fetchPolicy: 'cache-and-network' })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const renew = useCallback(() => void refetch(), [refetch])
  const { live, toggle } = useLive(renew, RENEWED_EVERY)
  useSubscription(AlertRaisedDocument, {
    variables: { tenants: slugs },
    skip: !live,
    onData: () => {
      timer.current ??= setTimeout(() => {
        timer.current = undefined
        renew()
      }, CALM)
    },
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  const tenants = data?.tenants.map((tenant): NeedyTenant => {
    const row = data.activityByTenant.rows.find((one) => one.tenant.id === tenant.id)
    const quiet = row?.sources.filter(({ standing }) => standing === 'quiet') ?? []
    return {
      ...tenant,
      events: Number(row?.events ?? 0),
      usual: row?.usual ?? undefined,
      standing: row?.standing ?? 'unknown',
      hours: row?.hours.map(Number) ?? [],
      lastSeen: row?.lastSeen ?? undefined,
      sources: row?.sources.length ?? 0,
      quiet: quiet.length,
      quietNames: quiet.map(({ source }) => source.name),
    }
  })
  return (
    <>
      <header className={page.bar}>
        <TenantSwitcher />
      </header>
      <main id="content" tabIndex={-1} className={page.main}>
        <header className={styles.head}>
          <h1>{organization}</h1>
          <p className={styles.muted}>
            {tenants ? `${tenants.length} tenants, those that need a look first` : null}
          </p>
          <LiveButton live={live} onToggle={toggle} />
        </header>
        {error && !data ? <FailureState failure={failureOf(error)} onRetry={renew} /> : null}
        {!data && !error ? <Skeleton rows={6} /> : null}
        {tenants && data ? (
          <TenantTable tenants={tenants.sort(compareNeed)} until={Date.parse(data.activityByTenant.until)} />
        ) : null}
      </main>
    </>
  )
}
