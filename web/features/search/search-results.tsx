'use client'

import type { Ref } from 'react'
import type { EventFilter, EventRowFragment as EventRow } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import type { TimeRange } from '../ask/time-range.ts'
import type { Ask } from '../ask/use-ask.ts'
import type { Column } from './columns.ts'
import { EventTable, type EventTableHandle } from './event-table.tsx'
import { SearchOutcome } from './search-outcome.tsx'
import styles from './search-results.module.css'
import type { useEventSearch } from './use-event-search.ts'

interface SearchResultsProps {
  slugs: string[]
  search: ReturnType<typeof useEventSearch>
  filter: EventFilter
  range: TimeRange
  total: number | undefined
  open: string | undefined
  columns: readonly Column[]
  onColumns: (columns: readonly Column[]) => void
  onOpen: (row: EventRow) => void
  onClose: () => void
  onAsk: Ask['ask']
  onRun: () => void
  onSort: (field: string) => void
  ref: Ref<EventTableHandle>
}

/** The events found, or why there are none. */
export function SearchResults(props: SearchResultsProps) {
  const { slugs, search, filter, range, total, open, columns, ref } = props
  const { status, rows, after, stuck, bare, more, again, fill } = search
  if (rows.length === 0 || status === 'failed')
    return (
      <SearchOutcome
        slugs={slugs}
        search={search}
        filter={filter}
        range={range}
        onAsk={props.onAsk}
        onRun={props.onRun}
      />
    )
  const footer = stuck ? (
    <p role="alert">
      These are not all: the next ones did not come. {stuck.message}{' '}
      <Button onClick={again}>Try again</Button>
    </p>
  ) : after ? (
    'More on their way'
  ) : (
    'These are all events of the range.'
  )
  return (
    <>
      {bare ? (
        <p role="alert" className={styles.bare}>
          Their lines and other fields did not come. {bare.message} <Button onClick={fill}>Try again</Button>
        </p>
      ) : null}
      <EventTable
        ref={ref}
        rows={rows}
        label="Events, newest first"
        total={total}
        open={open}
        onOpen={props.onOpen}
        onClose={props.onClose}
        onEnd={more}
        columns={columns}
        onColumns={props.onColumns}
        onSort={props.onSort}
        many={slugs.length > 1}
        stale={status === 'running' || status === 'cancelled'}
        footer={footer}
      />
    </>
  )
}
