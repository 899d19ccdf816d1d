'use client'

import { parseAsString, useQueryState } from 'nuqs'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { SidePane } from '../../ui/side-pane.tsx'
import { ContextBar } from '../ask/context-bar.tsx'
import { QueryBar } from '../ask/query-bar.tsx'
import { resolveTimeRange, type TimeRange } from '../ask/time-range.ts'
import { useAsk } from '../ask/use-ask.ts'
import { useQueryCheck } from '../ask/use-query-check.ts'
import { EventPane } from '../event/event-pane.tsx'
import { useScope } from '../shell/scope.tsx'
import { useShortcuts } from '../shell/use-shortcuts.ts'
import { addHas, addTerm } from './add-term.ts'
import { EventTable, type EventTableHandle } from './event-table.tsx'
import { HistogramPanel } from './histogram-panel.tsx'
import { SearchOutcome } from './search-outcome.tsx'
import styles from './search-page.module.css'
import { type EventRow, useEventSearch } from './use-event-search.ts'
import { useHistogram } from './use-histogram.ts'
import { useSettled } from './use-settled.ts'

const DAY: TimeRange = { kind: 'relative', amount: 24, unit: 'h' }

export function SearchPage() {
  const { slugs } = useScope()
  const check = useQueryCheck()
  const { query, range, turn, ask } = useAsk(DAY)
  const [open, setOpen] = useQueryState('event', parseAsString)
  const [draft, setDraft] = useState(query)
  const [tried, setTried] = useState(false)
  const table = useRef<EventTableHandle>(null)
  useEffect(() => setDraft(query), [query])

  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again moves a relative range on
  const filter = useMemo(() => {
    const { from, to } = resolveTimeRange(range, Date.now())
    return { query, range: { from: new Date(from).toISOString(), to: new Date(to).toISOString() } }
  }, [query, range, turn])

  const search = useEventSearch(slugs, filter)
  // The first rows come before the picture.
  const histogram = useHistogram(slugs, search.answered)
  const settled = useSettled(draft, 500)
  const mistakes = tried || settled === draft ? check(draft) : []

  const run = useCallback(() => {
    setTried(true)
    if (check(draft).length === 0) ask({ query: draft.trim() })
  }, [ask, check, draft])
  const openRow = useCallback(
    (row: EventRow) => void setOpen(row.id, { history: open ? 'replace' : 'push' }),
    [open, setOpen],
  )
  const close = useCallback(() => {
    void setOpen(null)
    table.current?.focus()
  }, [setOpen])
  const narrow = useCallback(
    (field: string, value: string, without: boolean) => ask({ query: addTerm(query, field, value, without) }),
    [ask, query],
  )
  useShortcuts({ j: () => table.current?.move(1), k: () => table.current?.move(-1) })

  const running = search.status === 'running'
  const cancelled = search.status === 'cancelled' && search.rows.length > 0
  const total = histogram ? Number(histogram.total) : undefined
  return (
    <>
      <ContextBar
        range={range}
        onRange={(next) => ask({ range: next })}
        onRun={run}
        running={running && search.since ? { since: search.since, cancel: search.cancel } : undefined}
      >
        <QueryBar
          text={draft}
          onText={(text) => {
            setTried(false)
            setDraft(text)
          }}
          onRun={run}
          mistakes={mistakes}
        />
      </ContextBar>
      <main id="content" tabIndex={-1} className={styles.main}>
        <h1 className="visually-hidden">Search events</h1>
        <div className={styles.results}>
          <HistogramPanel
            histogram={histogram}
            stats={search.stats}
            note={cancelled ? 'Cancelled: the rows below answer the question before' : undefined}
            range={range}
            onRange={(next) => ask({ range: next })}
            onOutcome={(outcome) => narrow('event.outcome', outcome, false)}
            onSuspected={() => ask({ query: addHas(query, 'nightjar.suspected_by') })}
          />
          {search.rows.length > 0 && search.status !== 'failed' ? (
            <EventTable
              ref={table}
              rows={search.rows}
              label="Events, newest first"
              total={total}
              open={open ?? undefined}
              onOpen={openRow}
              onClose={close}
              onEnd={search.more}
              stale={running || cancelled}
              footer={search.after ? 'More on their way' : 'These are all events of the range.'}
            />
          ) : (
            <SearchOutcome search={search} filter={filter} range={range} onAsk={ask} onRun={run} />
          )}
        </div>
        {open ? (
          <SidePane label="Details of the event">
            <EventPane id={open} onClose={close} onFilter={narrow} />
          </SidePane>
        ) : null}
      </main>
    </>
  )
}
