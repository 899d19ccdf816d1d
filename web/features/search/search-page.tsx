'use client'

import dynamic from 'next/dynamic'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { writeName } from '#core/search/field-name'
import { parseTimeRange } from '#core/search/parse-time-range'
import { type EventRowFragment as EventRow, SearchStatsDocument } from '../../graphql/generated/graphql.ts'
import { joinClass } from '../../ui/join-class.ts'
import { SidePane } from '../../ui/side-pane.tsx'
import { useSetting } from '../../ui/use-setting.ts'
import { ContextBar } from '../ask/context-bar.tsx'
import { QueryBar } from '../ask/query-bar.tsx'
import { rememberQuery } from '../ask/query-bar-history.ts'
import { TermPills } from '../ask/term-pills.tsx'
import { resolveTimeRange, type TimeRange } from '../ask/time-range.ts'
import { useAsk } from '../ask/use-ask.ts'
import { useGrammar } from '../ask/use-grammar.ts'
import { useQueryAnswer } from '../ask/use-query-answer.ts'
import { useTermPills } from '../ask/use-term-pills.ts'
import { KeptMarksProvider } from '../keep/kept-context.ts'
import { useKept } from '../keep/use-kept.ts'
import { useScope } from '../shell/scope.tsx'
import { useShortcuts } from '../shell/use-shortcuts.ts'
import { addHas, addTerm } from './add-term.ts'
import { columnOf, USUAL_COLUMNS } from './columns.ts'
import type { EventTableHandle } from './event-table.tsx'
import { ExplainButton } from './explain-button.tsx'
import { FieldsPanel } from './fields-panel.tsx'
import { HistogramPanel } from './histogram-panel.tsx'
import { SavedMenu } from './saved-menu.tsx'
import styles from './search-page.module.css'
import { SearchResults } from './search-results.tsx'
import { SearchTools } from './search-tools.tsx'
import { useAskedSlugs } from './use-asked-slugs.ts'
import { useEventSearch } from './use-event-search.ts'
import { useHistogram } from './use-histogram.ts'
import { useSearchView } from './use-search-view.ts'
import { useSettled } from './use-settled.ts'
import { useValueActionsOf } from './use-value-actions.ts'
import { ValueActionsProvider } from './value-actions.ts'

// Not every search is looked at so: what it takes comes when it is asked for.
const loadPane = () => import('../event/event-pane.tsx')
const EventPane = dynamic(() => loadPane().then((file) => file.EventPane))
const ExportDialog = dynamic(() => import('./export-dialog.tsx').then((file) => file.ExportDialog))
const LiveView = dynamic(() => import('./live-view.tsx').then((file) => file.LiveView))
const PatternsView = dynamic(() => import('./patterns-view.tsx').then((file) => file.PatternsView))
const RuleHits = dynamic(() => import('./rule-hits.tsx').then((file) => file.RuleHits))
const TenantChoice = dynamic(() => import('./tenant-choice.tsx').then((file) => file.TenantChoice))
const StatsView = dynamic(() => import('./stats-view.tsx').then((file) => file.StatsView))

const DAY: TimeRange = { kind: 'relative', amount: 24, unit: 'h' }
const MOST_ROWS = 1_000
const NONE: readonly never[] = []

export function SearchPage() {
  const { base, tenant } = useScope()
  const grammar = useGrammar()
  const { query, range, turn, ask } = useAsk(DAY)
  const shown = useSearchView()
  const { event: open, openEvent, view, columns, setColumns } = shown
  const slugs = useAskedSlugs(tenant ? undefined : shown.tenants)
  const [draft, setDraft] = useState(query)
  const [tried, setTried] = useState(false)
  const [exporting, setExporting] = useState(false)
  const [fields, setFields] = useSetting('fields')
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [chosenRow, setChosenRow] = useState<EventRow>()
  const table = useRef<EventTableHandle>(null)
  useEffect(() => {
    setDraft(query)
    rememberQuery(base, query)
  }, [base, query])

  // Whether commands stand behind the search is the grammar's to say; without a pipe there are none.
  const ready = grammar !== undefined || !query.includes('|')
  const analysis = grammar?.hasCommands(query) ?? false
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again moves a relative range on
  const span = useMemo(() => {
    const { from, to } = resolveTimeRange(range, Date.now())
    return { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
  }, [query, range, turn])
  const searched = analysis ? (grammar?.searchOf(query) ?? '') : query
  const filter = useMemo(() => ({ query: searched, range: span }), [searched, span])

  const search = useEventSearch(slugs, filter, columns, ready && !analysis && view !== 'live')
  const asked = useMemo(
    () => (analysis ? { tenants: slugs, filter: { query, range: span }, first: MOST_ROWS } : undefined),
    [analysis, query, slugs, span],
  )
  const stats = useQueryAnswer(SearchStatsDocument, asked)
  // The first rows come before the picture.
  const answered = analysis ? (stats.data ? filter : undefined) : search.answered
  const histogram = useHistogram(slugs, answered)
  const settled = useSettled(draft, 500)
  const mistakes = grammar && (tried || settled === draft) ? grammar.check(draft) : NONE

  const hasRows = search.rows.length > 0
  useEffect(() => {
    // Who has rows soon opens one.
    if (hasRows) void loadPane()
  }, [hasRows])

  const run = useCallback(() => {
    setTried(true)
    if ((grammar?.check(draft) ?? NONE).length === 0) ask({ query: draft.trim() })
  }, [ask, draft, grammar])
  const openRow = useCallback(
    (row: EventRow) => {
      setChosenRow(row)
      openEvent(row.id, open ? 'replace' : 'push')
    },
    [open, openEvent],
  )
  const close = useCallback(() => {
    openEvent(null, 'push')
    table.current?.focus()
  }, [openEvent])
  const showTop = useCallback(
    (field: string) => {
      setFields('open')
      setOpened((before) => new Set(before).add(field))
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)?.focus(),
      )
    },
    [setFields],
  )
  const actions = useValueActionsOf({
    query,
    ask,
    grammar,
    columns,
    onColumns: setColumns,
    onTopValues: showTop,
  })
  useShortcuts({ j: () => table.current?.move(1), k: () => table.current?.move(-1) })

  const pills = useTermPills(query, ask, grammar)
  const running = analysis ? stats : search
  const kept = useKept(slugs, answered?.range)
  const total = histogram ? Number(histogram.total) : undefined
  const at = open ? search.rows.findIndex(({ id }) => id === open) : -1
  const step = (by: number) => {
    const row = search.rows[at + by]
    return at >= 0 && row ? () => openRow(row) : undefined
  }
  const chosen = useMemo(() => columns.map(({ field }) => field), [columns])
  const cancelled = analysis
    ? stats.cancelled && stats.data !== undefined
    : search.status === 'cancelled' && search.rows.length > 0
  const note = cancelled ? 'Cancelled: what is below answers the question before' : undefined
  return (
    <ValueActionsProvider value={actions}>
      <ContextBar
        range={range}
        onRange={(next) => ask({ range: next })}
        onRun={run}
        running={running.since ? { since: running.since, cancel: running.cancel } : undefined}
      >
        <QueryBar
          text={draft}
          onText={(text) => {
            setTried(false)
            setDraft(text)
          }}
          onRun={run}
          mistakes={mistakes}
          range={range}
          slugs={slugs}
        />
      </ContextBar>
      <main
        id="content"
        tabIndex={-1}
        className={joinClass(styles.main, open !== undefined && styles.opened)}
      >
        <h1 className="visually-hidden">Search events</h1>
        {fields === 'open' ? (
          <FieldsPanel
            rows={search.rows}
            chosen={chosen}
            grammar={grammar}
            slugs={slugs}
            filter={answered}
            opened={opened}
            onOpened={(field) =>
              setOpened((before) => {
                const next = new Set(before)
                if (!next.delete(field)) next.add(field)
                return next
              })
            }
            onClose={() => setFields('closed')}
          />
        ) : null}
        <div className={styles.results}>
          <TermPills pills={pills} />
          {tenant ? null : <TenantChoice chosen={slugs} onChoose={shown.choose} />}
          {view === 'live' && !analysis ? null : (
            <HistogramPanel
              histogram={histogram}
              stats={analysis ? stats.data?.stats.stats : search.stats}
              note={note}
              range={range}
              onRange={(next) => ask({ range: next })}
              onOutcome={(outcome) => actions.narrow('event.outcome', outcome, 'in')}
              onSuspected={() => ask({ query: addHas(query, 'nightjar.suspected_by') })}
            />
          )}
          <SearchTools
            view={analysis ? undefined : view}
            onView={shown.show}
            onExport={() => setExporting(true)}
          >
            <ExplainButton query={searched} />
            <SavedMenu
              slugs={slugs}
              query={query}
              range={range}
              columns={columns}
              onOpen={(saved) => {
                setColumns(saved.columns.length > 0 ? saved.columns.map(columnOf) : USUAL_COLUMNS)
                ask({ query: saved.query, range: parseTimeRange(saved.range) ?? DAY })
              }}
            />
          </SearchTools>
          {analysis ? (
            <StatsView
              answer={stats}
              onRun={run}
              onEvents={(group, when) => {
                const narrowed = group.reduce(
                  (text, { field, value }) =>
                    value === null ? addHas(text, field, true) : addTerm(text, field, value, false),
                  searched,
                )
                ask({ query: narrowed, ...(when ? { range: { kind: 'absolute', ...when } } : {}) })
              }}
            />
          ) : view === 'patterns' ? (
            <PatternsView
              slugs={slugs}
              filter={filter}
              open={open}
              onOpen={(id) => openEvent(id, 'push')}
              onFind={(phrases) => {
                shown.show('events')
                ask({ query: query ? `(${query}) and ${phrases}` : phrases })
              }}
              onRun={run}
            />
          ) : view === 'live' ? (
            <LiveView
              ref={table}
              slugs={slugs}
              query={query}
              open={open}
              onOpen={openRow}
              onClose={close}
              columns={columns}
              onColumns={setColumns}
            />
          ) : (
            <KeptMarksProvider value={kept}>
              {answered?.query && grammar?.isRule(answered.query) ? (
                <RuleHits slugs={slugs} filter={answered} />
              ) : null}
              <SearchResults
                ref={table}
                slugs={slugs}
                search={search}
                filter={filter}
                range={range}
                total={total}
                open={open}
                columns={columns}
                onColumns={setColumns}
                onOpen={openRow}
                onClose={close}
                onAsk={ask}
                onRun={run}
                onSort={(field) => ask({ query: `${query} | sort -${writeName(field)}`.trim() })}
              />
            </KeptMarksProvider>
          )}
        </div>
        {open ? (
          <SidePane label="Details of the event">
            <EventPane
              id={open}
              row={chosenRow?.id === open ? chosenRow : search.rows[at]}
              onClose={close}
              onPrevious={step(-1)}
              onNext={step(1)}
              onOpen={(id) => openEvent(id, 'push')}
              onFilter={(field, value, without) => actions.narrow(field, value, without ? 'out' : 'in')}
            />
          </SidePane>
        ) : null}
      </main>
      {exporting ? (
        <ExportDialog
          onClose={() => setExporting(false)}
          filter={filter}
          slugs={slugs}
          columns={columns}
          total={total}
        />
      ) : null}
    </ValueActionsProvider>
  )
}
