'use client'

import { GraphQuestionsDocument } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { FailureState } from '../../ui/failure-state.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useAsked } from '../ask/use-asked.ts'
import { useScope } from '../shell/scope.tsx'
import type { EntityName } from './entity-name.ts'
import styles from './graph-panel.module.css'
import type { InstantRange } from './instant-range.ts'
import { questionWords } from './question-words.ts'

interface NodeQuestionsProps {
  entity: EntityName
  range: InstantRange
  /** How many answers of a question are in the graph by a step. */
  loadedOf: (question: string) => number
  /** Whether all answers are in the graph that it began with. */
  isHere: (question: string) => boolean
  onExpand: (question: string, first: number) => void
}

const SOME = 50
const MOST = 500

const loadWords = (first: number, of: number) =>
  first < of ? `Load ${formatNumber(first)} of ${formatNumber(of)}` : `Load ${formatNumber(of)}`

/** What can be asked of an entity, with the number of answers before any is loaded. */
export function NodeQuestions({ entity, range, loadedOf, isHere, onExpand }: NodeQuestionsProps) {
  const { tenant } = useScope()
  const { kind, value } = entity
  const { data, failure, again } = useAsked(GraphQuestionsDocument, {
    entity: { tenant: tenant?.slug ?? '', kind, value },
    range,
  })
  if (failure) return <FailureState failure={failure} onRetry={again} />
  if (!data) return <Skeleton rows={4} />
  const { questions } = data.entityQuestions
  const without = questions.filter(({ entities }) => entities === 0)
  return (
    <>
      <ul className={styles.questions}>
        {questions
          .filter(({ entities }) => entities > 0)
          .map(({ name, entities, count, suspected }) => {
            const loaded = loadedOf(name)
            const first = Math.min(entities, loaded > 0 ? MOST : SOME)
            const words = questionWords(kind, name)
            return (
              <li key={name} className={styles.question}>
                <span className={styles.asks}>
                  {words}
                  <span className={styles.note}>
                    {formatNumber(count)} {Number(count) === 1 ? 'event' : 'events'}
                    {Number(suspected) > 0 ? `, ${formatNumber(suspected)} suspected` : ''}
                  </span>
                </span>
                {isHere(name) ? (
                  <span className={styles.note}>
                    {entities === 1 ? 'here' : `all ${formatNumber(entities)} here`}
                  </span>
                ) : loaded >= first ? (
                  <span className={styles.note}>
                    {formatNumber(loaded)} of {formatNumber(entities)} here
                  </span>
                ) : (
                  <Button
                    aria-label={`${loadWords(first, entities)}: ${words}`}
                    onClick={() => onExpand(name, first)}
                  >
                    {loadWords(first, entities)}
                  </Button>
                )}
              </li>
            )
          })}
      </ul>
      {without.length > 0 ? (
        <p className={styles.note}>
          Without an answer in this range: {without.map(({ name }) => questionWords(kind, name)).join(', ')}.
        </p>
      ) : null}
    </>
  )
}
