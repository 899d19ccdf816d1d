'use client'

import { useQuery } from '@apollo/client/react'
import { failureOf } from '../../graphql/failure.ts'
import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import {
  AlertDetailsDocument,
  AlertRowFragmentDoc,
  AlertStoryFragmentDoc,
} from '../../graphql/generated/graphql.ts'
import { FailureState } from '../../ui/failure-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AskBar } from '../ask/ask-bar.tsx'
import { AlertEvidence } from './alert-evidence.tsx'
import { AlertHeader } from './alert-header.tsx'
import styles from './alert-page.module.css'
import { AlertWhy } from './alert-why.tsx'

/** The story of one alert: what fired and why, on which evidence, and what became of it. */
export function AlertPage({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(AlertDetailsDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const story = readFragment(AlertStoryFragmentDoc, data?.alert)
  const alert = story ? { ...story, ...readFragment(AlertRowFragmentDoc, story) } : undefined
  return (
    <>
      <AskBar />
      <main id="content" tabIndex={-1} className={styles.main}>
        {alert ? (
          <>
            <AlertHeader alert={alert} onChanged={() => void refetch()} />
            <AlertWhy alert={alert} />
            <AlertEvidence id={alert.id} count={alert.count} />
          </>
        ) : null}
        {error && !alert ? <FailureState failure={failureOf(error)} onRetry={() => void refetch()} /> : null}
        {!alert && !error ? <Skeleton rows={12} /> : null}
      </main>
    </>
  )
}
