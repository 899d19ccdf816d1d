'use client'

import { useMemo } from 'react'
import { ExplainSearchDocument } from '../../graphql/generated/graphql.ts'
import { useQueryAnswer } from '../ask/use-query-answer.ts'
import styles from './explain-button.module.css'

interface Finding {
  condition: string
  why: string
  hint: string | null
}

function Findings({ title, findings }: { title: string; findings: readonly Finding[] }) {
  // The same is found of each of several values.
  const found = new Map(findings.map((one) => [`${one.condition} ${one.why}`, one]))
  if (found.size === 0) return null
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <ul>
        {[...found].map(([key, { condition, why, hint }]) => (
          <li key={key} className={styles.finding}>
            <code className={styles.condition}>{condition}</code>
            <span>{why}</span>
            {hint ? <span className={styles.hint}>{hint}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the server says that a search reads, and which of its conditions are slow. */
export function SearchCost({ query }: { query: string }) {
  const variables = useMemo(() => ({ query }), [query])
  const { data, failure } = useQueryAnswer(ExplainSearchDocument, variables)
  const explained = data?.explainSearch
  return (
    <>
      {failure ? <p>{failure.message}</p> : null}
      {explained ? (
        <>
          <p>
            {explained.scans === 'some'
              ? 'An index passes over stretches of rows that cannot fit.'
              : 'Every row of the tenant in this time range is looked at. A shorter range makes it faster.'}
          </p>
          <Findings title="Narrowed by" findings={explained.narrowed} />
          <Findings title="Slow" findings={explained.slow} />
          <section>
            <h3 className={styles.title}>Columns read</h3>
            <p className={styles.columns}>{explained.reads.join(', ') || 'none but time and tenant'}</p>
          </section>
        </>
      ) : failure ? null : (
        <p>Looking at the search</p>
      )}
    </>
  )
}
