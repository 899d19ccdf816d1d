'use client'

import { ChevronRight, Minus, Plus } from 'lucide-react'
import { useMemo } from 'react'
import { type EventFilter, FieldFacetDocument } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import { joinClass } from '../../ui/join-class.ts'
import type { Grammar } from '../ask/use-grammar.ts'
import { useQueryAnswer } from '../ask/use-query-answer.ts'
import { FieldIcon } from './field-icon.tsx'
import styles from './fields-panel.module.css'
import { ValueCounts } from './value-counts.tsx'

interface FieldEntryProps {
  field: string
  grammar: Grammar | undefined
  shown: boolean
  open: boolean
  onOpen: () => void
  onColumn: () => void
  slugs: string[]
  filter: EventFilter | undefined
}

/** A field, and under it, once opened, its most frequent values. */
export function FieldEntry(props: FieldEntryProps) {
  const { field, grammar, shown, open, onOpen, onColumn, slugs, filter } = props
  return (
    <li>
      <div className={styles.entry}>
        <button
          type="button"
          data-field={field}
          className={styles.name}
          aria-expanded={open}
          title={field}
          onClick={onOpen}
        >
          <ChevronRight size={12} aria-hidden="true" className={styles.chevron} />
          <FieldIcon kind={grammar?.kindOf(field)} />
          <span className={styles.word}>{field}</span>
        </button>
        <button
          type="button"
          className={joinClass(styles.add, shown && styles.shown)}
          tabIndex={open ? 0 : -1}
          aria-pressed={shown}
          aria-label={`Column of ${field}`}
          title={shown ? 'Take the column out' : 'Show as a column'}
          onClick={onColumn}
        >
          {shown ? <Minus size={12} aria-hidden="true" /> : <Plus size={12} aria-hidden="true" />}
        </button>
      </div>
      {open ? <TopValues field={field} grammar={grammar} slugs={slugs} filter={filter} /> : null}
    </li>
  )
}

const MOST = 10

type TopValuesProps = Pick<FieldEntryProps, 'field' | 'grammar' | 'slugs' | 'filter'>

function TopValues({ field, grammar, slugs, filter }: TopValuesProps) {
  const variables = useMemo(() => {
    if (!filter || !grammar) return undefined
    // Its own filters left out: what is filtered out is still seen, and can be taken in again.
    const query = grammar.without(filter.query ?? '', field)
    return { tenants: slugs, filter: { ...filter, query }, field, first: MOST }
  }, [field, filter, grammar, slugs])
  const { data, failure, since, cancelled, cancel } = useQueryAnswer(FieldFacetDocument, variables)
  const facet = data?.eventFacets[0]
  if (failure) return <p className={styles.note}>{failure.message}</p>
  if (cancelled && !facet) return <p className={styles.note}>Stopped.</p>
  if (!facet)
    return (
      <p className={styles.note}>
        Counting{' '}
        {since ? (
          <Button look="quiet" onClick={cancel}>
            Cancel
          </Button>
        ) : null}
      </p>
    )
  const rest = Number(facet.distinct) - facet.values.length
  return (
    <div className={styles.values}>
      <ValueCounts field={field} values={facet.values} />
      <p className={styles.note}>
        {facet.values.length === 0
          ? 'No event of the search has it.'
          : rest > 0
            ? `and ${formatNumber(rest)} other values`
            : 'No other values'}
      </p>
    </div>
  )
}
