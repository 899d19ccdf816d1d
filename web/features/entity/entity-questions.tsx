'use client'

import Link from 'next/link'
import { GraphQuestionsDocument } from '../../graphql/generated/graphql.ts'
import { FailureState } from '../../ui/failure-state.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { formatTimeRange, type TimeRange } from '../ask/time-range.ts'
import { useAsked } from '../ask/use-asked.ts'
import { type EntityName, formatEntityParam } from '../graph/entity-name.ts'
import panel from '../graph/graph-panel.module.css'
import { formatStep } from '../graph/graph-step.ts'
import type { InstantRange } from '../graph/instant-range.ts'
import { questionWords } from '../graph/question-words.ts'
import { useScope } from '../shell/scope.tsx'
import styles from './entity-page.module.css'

interface EntityQuestionsProps extends EntityName {
  range: InstantRange
  asked: TimeRange
}

const MOST = 500

/** Its neighbours by question; each leads to the graph with the answers in it. */
export function EntityQuestions({ kind, value, range, asked }: EntityQuestionsProps) {
  const { base, tenant } = useScope()
  const entity = { kind, value }
  const { data, failure, again } = useAsked(GraphQuestionsDocument, {
    entity: { tenant: tenant?.slug ?? '', ...entity },
    range,
  })
  if (failure) return <FailureState failure={failure} onRetry={again} />
  const questions = data?.entityQuestions.questions.filter(({ entities }) => entities > 0)
  return (
    <section className={styles.part}>
      <h2>Neighbours</h2>
      {questions ? null : <Skeleton rows={4} />}
      {questions?.length === 0 ? <p className={panel.note}>None in this range.</p> : null}
      <ul>
        {questions?.map(({ name, entities, count, suspected }) => {
          const steps = formatStep({ do: 'expand', entity, question: name, first: Math.min(entities, MOST) })
          const address = new URLSearchParams({
            ...{ entity: formatEntityParam(entity), range: formatTimeRange(asked), steps },
          })
          return (
            <li key={name}>
              <Link href={`${base}/graph?${address}`} prefetch={false} className={panel.row}>
                <span className={panel.grow}>{questionWords(kind, name)}</span>
                <span>{formatNumber(entities)}</span>
                <span className={panel.note}>
                  {formatNumber(count)} {Number(count) === 1 ? 'event' : 'events'}
                  {Number(suspected) > 0 ? `, ${formatNumber(suspected)} suspected` : ''}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
