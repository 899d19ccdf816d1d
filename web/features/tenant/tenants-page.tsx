'use client'

import { useQuery, useSubscription } from '@apollo/client/react'
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { failureOf } from '../../graphql/failure.ts'
import { AlertRaisedDocument, TenantsByNeedDocument } from '../../graphql/generated/graphql.ts'
import { FailureState } from '../../ui/failure-state.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import { LEVELS } from '../../ui/level.ts'
import { Severity } from '../../ui/severity.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useScope } from '../shell/scope.tsx'
import { useRowLinks } from '../shell/use-row-links.ts'
import { useViewer } from '../shell/viewer.tsx'
import { compareNeed } from './compare-need.ts'
import { TenantBadge } from './tenant-badge.tsx'
import { TenantSwitcher } from './tenant-switcher.tsx'
import styles from './tenants-page.module.css'

/** At most one fresh look a second, however many alerts are raised. */
const CALM = 1000

/** The viewer's tenants, the one in most need of attention first. */
export function TenantsPage() {
  const { slugs } = useScope()
  const { organization } = useViewer()
  const { data, error, refetch } = useQuery(TenantsByNeedDocument, { fetchPolicy: 'cache-and-network' })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useSubscription(AlertRaisedDocument, {
    variables: { tenants: slugs },
    onData: () => {
      timer.current ??= setTimeout(() => {
        timer.current = undefined
        void refetch()
      }, CALM)
    },
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  const { container, onKeyDown } = useRowLinks<HTMLTableSectionElement>()
  const tenants = data ? [...data.tenants].sort(compareNeed) : []
  return (
    <>
      <header className={styles.bar}>
        <TenantSwitcher />
      </header>
      <main id="content" tabIndex={-1} className={styles.main}>
        <header className={styles.head}>
          <h1>{organization}</h1>
          <p>{data ? `${data.tenants.length} tenants, by their open alerts` : null}</p>
        </header>
        {error && !data ? <FailureState failure={failureOf(error)} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Skeleton rows={6} /> : null}
        {data ? (
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Tenant</th>
                {LEVELS.map((level) => (
                  <th key={level} scope="col" className={styles.number}>
                    {level === 'informational' ? 'Info' : `${level.charAt(0).toUpperCase()}${level.slice(1)}`}
                  </th>
                ))}
                <th scope="col" className={styles.number}>
                  Sources
                </th>
                <th scope="col">Your role</th>
                <th scope="col">
                  <span className="visually-hidden">Search</span>
                </th>
              </tr>
            </thead>
            <tbody ref={container} onKeyDown={onKeyDown}>
              {tenants.map((tenant) => (
                <tr key={tenant.id}>
                  <td>
                    <Link
                      data-row
                      href={`/t/${tenant.slug}/alerts`}
                      prefetch={false}
                      className={styles.tenant}
                    >
                      <TenantBadge tenant={tenant} />
                    </Link>
                  </td>
                  {LEVELS.map((level) => {
                    const open = tenant.openAlerts.find((one) => one.level === level)?.count ?? 0
                    return (
                      <td key={level} className={styles.number}>
                        {open > 0 ? (
                          <Link
                            href={`/t/${tenant.slug}/alerts?level=${level}`}
                            prefetch={false}
                            className={styles.open}
                          >
                            <Severity level={level} wordless />
                            {formatNumber(open)}
                            <span className="visually-hidden"> open alerts of {tenant.name}</span>
                          </Link>
                        ) : (
                          <span className={styles.none}>0</span>
                        )}
                      </td>
                    )
                  })}
                  <td className={styles.number}>{tenant.sources.length}</td>
                  <td className={styles.muted}>{tenant.role}</td>
                  <td>
                    <Link href={`/t/${tenant.slug}/search`} prefetch={false}>
                      Search<span className="visually-hidden"> {tenant.name}</span>
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </main>
    </>
  )
}
