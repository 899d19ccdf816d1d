'use client'

import { useQuery } from '@apollo/client/react'
import { failureOf } from '../../graphql/failure.ts'
import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import { type AlertFilter, AlertRowFragmentDoc, AlertsDocument } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { FailureState } from '../../ui/failure-state.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useScope } from '../shell/scope.tsx'
import { AlertRow } from './alert-row.tsx'
import styles from './alert-table.module.css'
import { appendAlerts } from './append-alerts.ts'
import type { Group } from './group-name.tsx'

interface OpenGroupProps {
  filter: AlertFilter
  group: Pick<Group, 'key' | 'alerts'>
  tenants: boolean
}

const PAGE = 20

/** The alerts of a group, asked for when it is opened, a page at a time. */
export function OpenGroup({ filter, group, tenants }: OpenGroupProps) {
  const { slugs } = useScope()
  const { data, error, refetch, fetchMore } = useQuery(AlertsDocument, {
    variables: { tenants: slugs, filter: { ...filter, group: group.key }, first: PAGE },
    fetchPolicy: 'cache-and-network',
  })
  const page = data?.alerts
  const columns = tenants ? 8 : 7
  const left = page ? page.totalCount - page.edges.length : 0
  return (
    <>
      {page?.edges.map(({ node }) => {
        const alert = readFragment(AlertRowFragmentDoc, node)
        return <AlertRow key={alert.id} grouped alert={alert} tenants={tenants} />
      })}
      {page ? null : (
        <tr>
          <td colSpan={columns}>
            {error ? (
              <FailureState failure={failureOf(error)} onRetry={() => void refetch()} />
            ) : (
              <Skeleton rows={Math.min(group.alerts, PAGE)} />
            )}
          </td>
        </tr>
      )}
      {page?.pageInfo.hasNextPage ? (
        <tr className={styles.grouped}>
          <td colSpan={columns}>
            <Button
              data-row=""
              onClick={() =>
                void fetchMore({
                  variables: { after: page.pageInfo.endCursor ?? null },
                  updateQuery: appendAlerts,
                })
              }
            >
              {formatNumber(Math.min(left, PAGE))} more of {formatNumber(left)}
            </Button>
          </td>
        </tr>
      ) : null}
    </>
  )
}
