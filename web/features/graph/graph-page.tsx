'use client'

import { useCallback, useMemo, useRef } from 'react'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ContextBar } from '../ask/context-bar.tsx'
import { QueryBar } from '../ask/query-bar.tsx'
import { resolveTimeRange, type TimeRange } from '../ask/time-range.ts'
import { useAsk } from '../ask/use-ask.ts'
import { useDraft } from '../ask/use-draft.ts'
import { SavedViewsMenu } from '../keep/saved-views-menu.tsx'
import { useSavedView } from '../keep/use-saved-view.ts'
import { useScope } from '../shell/scope.tsx'
import { MANY_ELEMENTS } from './create-drawing.ts'
import { drawPicture } from './draw-picture.ts'
import { edgesOutside, type Stretch, spanOfEdges } from './edges-outside.ts'
import { ENTITY_KINDS } from './entity-kinds.ts'
import { GraphCanvas } from './graph-canvas.tsx'
import { GraphOutcome } from './graph-outcome.tsx'
import styles from './graph-page.module.css'
import { graphSeed } from './graph-seed.ts'
import { GraphSide } from './graph-side.tsx'
import { GraphTable } from './graph-table.tsx'
import { GraphToolbar } from './graph-toolbar.tsx'
import { searchOfEntity } from './search-of-entity.ts'
import { sizeWords } from './size-words.ts'
import { stepNotice } from './step-notice.ts'
import { TimeScrubber } from './time-scrubber.tsx'
import { useGraph } from './use-graph.ts'
import { useGraphActions } from './use-graph-actions.ts'
import { useGraphAddress } from './use-graph-address.ts'
import { useLayout } from './use-layout.ts'
import { useSavedPlaces } from './use-saved-places.ts'

const DAY: TimeRange = { kind: 'relative', amount: 24, unit: 'h' }
const ANY_TIME: TimeRange = { kind: 'all' }
const NO_STEPS: never[] = []
const instants = ({ from, to }: Stretch) => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
})

export function GraphPage() {
  const { tenant } = useScope()
  const slug = tenant?.slug ?? ''
  const [address, setAddress] = useGraphAddress()
  const { alert, entity, layout, view, event } = address
  // An alert's events may be older than a day.
  const { query, range, turn, ask } = useAsk(alert ? ANY_TIME : DAY)
  const draft = useDraft(query)
  const { holds } = draft

  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again moves a relative range on
  const span = useMemo(() => resolveTimeRange(range, Date.now()), [range, turn])
  const asked = useMemo(() => instants(span), [span])
  const seed = useMemo(
    () => graphSeed(slug, { alert, entity: entity ?? undefined, query }),
    [slug, alert, entity, query],
  )
  const steps = address.steps ?? NO_STEPS
  const graph = useGraph(slug, seed, asked, steps)
  const { base, answers } = graph
  const picture = useMemo(() => base && drawPicture(base, steps, answers), [base, steps, answers])
  const saved = useSavedView('graph')
  const savedPlaces = useSavedPlaces(saved.view)
  // What was saved is drawn where it was, not first somewhere else.
  const { laid, arrangeAgain, keepPlace, placesNow } = useLayout(
    saved.isLoading ? undefined : picture,
    layout,
    base,
    savedPlaces,
  )

  // A seed that nothing is tied to is no graph.
  const isEmpty =
    picture?.edges.length === 0 && picture.nodes.every((node) => node.is === 'entity' && node.isSeed)
  const shown = laid && !isEmpty ? laid : undefined
  const stretch = address.stretch ?? undefined
  const faint = useMemo(
    () => (shown ? edgesOutside(shown.picture, stretch) : new Set<string>()),
    [shown, stretch],
  )
  const edgeSpan = useMemo(() => shown && spanOfEdges(shown.picture, span), [shown, span])
  const heading = useRef<HTMLHeadingElement>(null)
  const { actions, pathFrom, lookAt, goBack } = useGraphActions(address, setAddress, heading)

  const run = useCallback(() => {
    if (!holds()) return
    const text = draft.text.trim()
    // Another search begins another graph; the same one is asked again, with all that was done to it.
    if (text !== query)
      void setAddress({ alert: null, entity: null, steps: null, at: null, stretch: null, event: null })
    ask({ query: text })
  }, [ask, holds, draft.text, query, setAddress])
  const onRange = (next: TimeRange) => {
    void setAddress({ stretch: null })
    ask({ range: next })
  }
  const more = picture?.truncated ? '; there is more than is shown: narrow the range or the query' : ''
  const size = picture && !isEmpty ? `${sizeWords(picture)}${more}` : ''
  const isLarge = shown ? shown.picture.nodes.length + shown.picture.edges.length > MANY_ELEMENTS : false
  const seedName = alert
    ? 'Begun with an alert'
    : entity
      ? `${ENTITY_KINDS[entity.kind].one} ${entity.value}`
      : undefined
  return (
    <>
      <ContextBar
        range={range}
        onRange={onRange}
        onRun={run}
        running={graph.since === undefined ? undefined : { since: graph.since, cancel: graph.cancel }}
      >
        <QueryBar
          text={draft.text}
          onText={draft.setText}
          onRun={run}
          mistakes={draft.mistakes}
          range={range}
        />
      </ContextBar>
      <main
        id="content"
        tabIndex={-1}
        className={styles.main}
        onKeyDown={(pressed) => {
          if (pressed.key === 'Escape' && !pressed.defaultPrevented) goBack()
        }}
      >
        <h1 className="visually-hidden">Network graph</h1>
        <div className={styles.graph}>
          <GraphToolbar
            seed={seedName}
            onForgetSeed={() =>
              void setAddress({ alert: null, entity: null, steps: null, at: null, event: null })
            }
            view={view}
            onView={(next) => void setAddress({ view: next }, { history: 'replace' })}
            layout={layout}
            onLayout={(next) => void setAddress({ layout: next }, { history: 'replace' })}
            onArrange={arrangeAgain}
            onFold={() => actions.add({ do: 'fold' })}
            onUndo={steps.length > 0 ? actions.undo : undefined}
          >
            <SavedViewsMenu kind="graph" saved={saved} places={placesNow} />
          </GraphToolbar>
          <p className={styles.note} role="status">
            {stepNotice(steps, graph.steps) ?? size}
          </p>
          {shown && view === 'picture' ? (
            <GraphCanvas
              key={String(isLarge)}
              laid={shown}
              isLarge={isLarge}
              faint={faint}
              chosen={address.at ?? undefined}
              onChoose={actions.choose}
              onMove={keepPlace}
              onEnter={() => heading.current?.focus()}
            />
          ) : null}
          {shown && view === 'table' ? (
            <GraphTable
              picture={shown.picture}
              faint={faint}
              chosen={address.at ?? undefined}
              onChoose={lookAt}
            />
          ) : null}
          {shown && edgeSpan ? (
            <TimeScrubber
              picture={shown.picture}
              span={edgeSpan}
              stretch={stretch}
              onStretch={(next) =>
                void setAddress(
                  { stretch: next ? { kind: 'absolute', ...next } : null },
                  { history: 'replace' },
                )
              }
              onAsk={(next) => onRange({ kind: 'absolute', ...next })}
              search={alert ? undefined : entity ? searchOfEntity(entity) : query}
            />
          ) : null}
          {!shown && (isEmpty || !base) ? (
            graph.status === 'running' ? (
              <Skeleton rows={12} />
            ) : (
              <GraphOutcome
                graph={graph}
                range={range}
                seed={alert ? 'alert' : entity ? 'entity' : 'search'}
                onRange={onRange}
                onRun={() => ask({})}
              />
            )
          ) : null}
        </div>
        {shown ? (
          <GraphSide
            picture={shown.picture}
            chosen={address.at ?? undefined}
            event={event ?? undefined}
            steps={steps}
            range={asked}
            stretch={stretch && instants(stretch)}
            pathFrom={pathFrom}
            actions={actions}
            onCloseEvent={goBack}
            headingRef={heading}
          />
        ) : null}
      </main>
    </>
  )
}
