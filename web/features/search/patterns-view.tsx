'use client'

import { Eye, Search } from 'lucide-react'
import { useMemo } from 'react'
import { type EventFilter, SearchPatternsDocument } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { FailureState } from '../../ui/failure-state.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { joinClass } from '../../ui/join-class.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { State } from '../../ui/state.tsx'
import { Time } from '../../ui/time.tsx'
import { useQueryAnswer } from '../ask/use-query-answer.ts'
import styles from './patterns-view.module.css'
import { phrasesOfTemplate } from './phrases-of-template.ts'

interface PatternsViewProps {
  slugs: string[]
  filter: EventFilter
  open: string | undefined
  onOpen: (id: string) => void
  /** Searches for the words of a pattern. */
  onFind: (phrases: string) => void
  onRun: () => void
}

const MOST = 200

/** The events as kinds of messages, the most frequent first. */
export function PatternsView({ slugs, filter, open, onOpen, onFind, onRun }: PatternsViewProps) {
  const variables = useMemo(() => ({ tenants: slugs, filter, first: MOST }), [filter, slugs])
  const { data, failure, since, cancelled, cancel } = useQueryAnswer(SearchPatternsDocument, variables)
  const patterns = data?.patterns
  if (failure) return <FailureState failure={failure} onRetry={onRun} />
  if (!patterns)
    return cancelled ? (
      <State title="Cancelled" action={<Button onClick={onRun}>Run again</Button>}>
        The patterns were not counted to the end.
      </State>
    ) : (
      <Skeleton rows={14} />
    )
  if (patterns.length === 0)
    return (
      <State title="No pattern">No event of this range fits the search, so there is none to compare.</State>
    )
  const total = patterns.reduce((sum, { count }) => sum + Number(count), 0)
  return (
    <section className={joinClass(styles.view, since !== undefined && styles.stale)} aria-label="Patterns">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              Count
            </th>
            <th scope="col">Share</th>
            <th scope="col">Message, with * for what differs</th>
            <th scope="col">First seen</th>
            <th scope="col">Last seen</th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {patterns.map(({ template, count, firstSeen, lastSeen, example }) => {
            const phrases = phrasesOfTemplate(template)
            const share = (Number(count) / total) * 100
            return (
              <tr key={template} className={joinClass(styles.row, example?.id === open && styles.open)}>
                <td className={styles.number}>{formatNumber(count)}</td>
                <td>
                  <span className={styles.track} title={`${share.toFixed(1)} % of those listed`}>
                    <span className={styles.bar} style={{ width: `${share}%` }} />
                  </span>
                </td>
                <td className={styles.template} title={template}>
                  {template || '(no message)'}
                </td>
                <td>
                  <Time instant={firstSeen} precision="second" />
                </td>
                <td>
                  <Time instant={lastSeen} precision="second" />
                </td>
                <td className={styles.actions}>
                  {example ? (
                    <IconButton label="Open the newest of them" onClick={() => onOpen(example.id)}>
                      <Eye size={14} aria-hidden="true" />
                    </IconButton>
                  ) : null}
                  {phrases ? (
                    <IconButton label="Search for its words" onClick={() => onFind(phrases)}>
                      <Search size={14} aria-hidden="true" />
                    </IconButton>
                  ) : null}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className={styles.foot}>
        {since === undefined ? (
          'Of a million events at most, the newest.'
        ) : (
          <Button look="quiet" onClick={cancel}>
            Cancel
          </Button>
        )}
      </p>
    </section>
  )
}
