'use client'

import { useQuery } from '@apollo/client/react'
import { parseAsString, useQueryState } from 'nuqs'
import { useCallback, useRef } from 'react'
import { failureOf } from '../../graphql/failure.ts'
import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import {
  AlertDetailsDocument,
  AlertRowFragmentDoc,
  AlertStoryFragmentDoc,
} from '../../graphql/generated/graphql.ts'
import { FailureState } from '../../ui/failure-state.tsx'
import { SidePane } from '../../ui/side-pane.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AskBar } from '../ask/ask-bar.tsx'
import { EventPane } from '../event/event-pane.tsx'
import type { EventTableHandle } from '../search/event-table.tsx'
import { useShortcuts } from '../shell/use-shortcuts.ts'
import { AlertEvidence } from './alert-evidence.tsx'
import { AlertHeader } from './alert-header.tsx'
import { AlertMatch } from './alert-match.tsx'
import styles from './alert-page.module.css'
import { AlertStory } from './alert-story.tsx'
import { AlertTriage } from './alert-triage.tsx'
import { AlertWhy } from './alert-why.tsx'
import { useEvidence } from './use-evidence.ts'
import { useMarkedValues } from './use-marked-values.ts'

/** In the address: no event is open. */
const NONE = 'none'

/** The story of one alert, from top to bottom: what fired and why, on which evidence, and what lies around it. */
export function AlertPage({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(AlertDetailsDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const found = readFragment(AlertStoryFragmentDoc, data?.alert)
  const alert = found ? { ...found, ...readFragment(AlertRowFragmentDoc, found) } : undefined
  const evidence = useEvidence(alert?.id, alert?.count ?? 0)
  const [newest] = evidence.rows ?? []
  const table = useRef<EventTableHandle>(null)
  const [chosen, setChosen] = useQueryState('event', parseAsString)
  const open = chosen === NONE ? undefined : (chosen ?? newest?.id)
  const choose = useCallback((event: string) => void setChosen(event, { history: 'replace' }), [setChosen])
  const close = useCallback(() => {
    void setChosen(NONE, { history: 'replace' })
    table.current?.focus()
  }, [setChosen])
  useShortcuts({ j: () => table.current?.move(1), k: () => table.current?.move(-1) })

  const behind = evidence.rows?.find((row) => row.id === open)
  const fired = behind ?? newest
  const values = useMarkedValues(fired?.id, alert?.ruleId, alert?.entity.value)
  return (
    <>
      <AskBar />
      <main id="content" tabIndex={-1} className={styles.main}>
        <div className={styles.story}>
          {alert ? (
            <>
              <AlertHeader alert={alert} onChanged={() => void refetch()} />
              <AlertTriage alert={alert} />
              <AlertWhy alert={alert} />
              {evidence.rows?.length === 0 ? null : <AlertMatch event={fired} values={values} />}
              <AlertEvidence
                evidence={evidence}
                count={alert.count}
                open={open}
                onOpen={choose}
                onClose={close}
                table={table}
              />
              <AlertStory alert={alert} event={newest} open={open} onOpen={choose} />
            </>
          ) : null}
          {error && !alert ? (
            <FailureState failure={failureOf(error)} onRetry={() => void refetch()} />
          ) : null}
          {!alert && !error ? <Skeleton rows={12} /> : null}
        </div>
        {open ? (
          <SidePane label={behind ? 'Details of the matched event' : 'Details of the event'}>
            <EventPane id={open} row={behind} onClose={close} onOpen={choose} />
          </SidePane>
        ) : null}
      </main>
    </>
  )
}
