'use client'

import { useQuery } from '@apollo/client/react'
import { type ReactNode, useState } from 'react'
import { failureOf } from '../../graphql/failure.ts'
import { AlertGroupsDocument } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { FailureState } from '../../ui/failure-state.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useScope } from '../shell/scope.tsx'
import styles from './alerts-page.module.css'
import { GroupTable } from './group-table.tsx'
import type { AlertChoice } from './use-alert-filter.ts'

interface GroupedAlertsProps {
  choice: AlertChoice
  by: NonNullable<AlertChoice['by']>
  /** Stands where no group is. */
  none: ReactNode
}

const PAGE = 50
const MOST = 500

export function GroupedAlerts({ choice, by, none }: GroupedAlertsProps) {
  const { slugs, tenant } = useScope()
  const [first, setFirst] = useState(PAGE)
  const { filter } = choice
  const { data, previousData, error, loading, refetch } = useQuery(AlertGroupsDocument, {
    variables: { tenants: slugs, by, filter, first },
    fetchPolicy: 'cache-and-network',
  })
  const answer = (data ?? previousData)?.alertGroups
  if (!answer)
    return error ? (
      <FailureState failure={failureOf(error)} onRetry={() => void refetch()} />
    ) : (
      <Skeleton rows={10} />
    )
  const { groups, total } = answer
  if (groups.length === 0) return none
  return (
    <>
      <GroupTable
        groups={groups}
        choice={choice}
        by={by}
        filter={filter}
        tenants={!tenant}
        stale={loading && !data}
      />
      {total > groups.length ? (
        <p className={styles.more}>
          {groups.length < MOST ? (
            <Button onClick={() => setFirst((count) => Math.min(count * 2, MOST))}>More groups</Button>
          ) : null}{' '}
          {formatNumber(groups.length)} of {formatNumber(total)} groups are shown
          {groups.length < MOST ? '.' : ', the worst; narrow the list for the others.'}
        </p>
      ) : null}
    </>
  )
}
