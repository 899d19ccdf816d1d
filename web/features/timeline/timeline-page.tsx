'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useMemo, useRef } from 'react'
import { FailureState } from '../../ui/failure-state.tsx'
import { SidePane } from '../../ui/side-pane.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { State } from '../../ui/state.tsx'
import { ContextBar } from '../ask/context-bar.tsx'
import { QueryBar } from '../ask/query-bar.tsx'
import { resolveTimeRange, type Span } from '../ask/time-range.ts'
import { useAsk } from '../ask/use-ask.ts'
import { useDraft } from '../ask/use-draft.ts'
import { EventPane } from '../event/event-pane.tsx'
import { SavedViewsMenu } from '../keep/saved-views-menu.tsx'
import { useSavedView } from '../keep/use-saved-view.ts'
import { addTerm } from '../search/add-term.ts'
import { TenantChoice } from '../search/tenant-choice.tsx'
import { useAskedSlugs } from '../search/use-asked-slugs.ts'
import { useSettled } from '../search/use-settled.ts'
import { useScope } from '../shell/scope.tsx'
import { useShortcuts } from '../shell/use-shortcuts.ts'
import { narrowSeed } from './entity-query.ts'
import type { Lane } from './lane.ts'
import { LaneChart } from './lane-chart.tsx'
import { LaneNames } from './lane-names.tsx'
import { laneQuery } from './lane-query.ts'
import { fitSpan, zoomSpan } from './move-span.ts'
import { NoEvents } from './no-events.tsx'
import type { Mark } from './place-marks.ts'
import { TimelineBar } from './timeline-bar.tsx'
import styles from './timeline-page.module.css'
import { TimelineViews } from './timeline-views.tsx'
import { useKeeping } from './use-keeping.ts'
import { usePicture } from './use-picture.ts'
import { useSeed } from './use-seed.ts'
import { useStretch } from './use-stretch.ts'
import { useTimelineState } from './use-timeline-state.ts'
import { useViewSpan } from './use-view-span.ts'
import { useWidth } from './use-width.ts'
import { extentOf } from './walk-lane.ts'

/** Lanes are this high: with marks above their events, and without. */
const ROOMY = 36
const DENSE = 24

const iso = ({ from, to }: Span) => ({ from: new Date(from).toISOString(), to: new Date(to).toISOString() })

/** What happened, in lanes: from a year to a second, the picture above, its events below, one of them beside. */
export function TimelinePage() {
  const { tenant } = useScope()
  const router = useRouter()
  const seed = useSeed()
  const { query, range, turn, ask } = useAsk(seed.standard)
  const state = useTimelineState()
  const { brush, setBrush, open } = state
  const slugs = useAskedSlugs(state.tenants)
  const draft = useDraft(query)
  const saved = useSavedView('timeline')
  const place = useRef<HTMLDivElement>(null)
  const width = useWidth(place)

  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again moves a relative range on
  const asked = useMemo(() => resolveTimeRange(range, Date.now()), [range, turn])
  const take = useCallback((span: Span) => ask({ range: { kind: 'absolute', ...span } }), [ask])
  const { span, move } = useViewSpan(asked, take)
  const search = narrowSeed(seed.text, query)
  // A pane that opens changes the width a little; that is no new question.
  const pixels = Math.ceil(width / 300) * 300
  const ready = seed.status === 'ready' && pixels > 0
  const question = useMemo(
    () => (ready ? { tenants: slugs, search, span: asked, lanes: state.lanes, pixels } : undefined),
    [asked, pixels, ready, search, slugs, state.lanes],
  )
  const picture = usePicture(question)
  const drawn = picture.answer
  // The picture before its details, which are those of the stretch once it rests.
  const stretchOf = useSettled(brush, 250)
  const filter = useMemo(
    () => drawn && { query: drawn.question.search, range: iso(stretchOf ?? drawn.question.span) },
    [drawn, stretchOf],
  )
  const stretch = useStretch(slugs, filter)
  const shownRange = useMemo(() => iso(asked), [asked])
  const { keeping, writing } = useKeeping(shownRange, open)

  const run = () => {
    if (draft.holds()) ask({ query: draft.text.trim() })
  }
  const fit = () => {
    const extent = drawn && extentOf(drawn.lanes)
    if (extent) move(() => fitSpan(extent))
  }
  const takeStretch = (taken: Span) => {
    setBrush(undefined)
    take(fitSpan(taken))
  }
  const narrow = (lane: Lane) => {
    if (state.lanes === 'tenant') return lane.tenant && state.choose([lane.tenant.slug])
    const narrowed = laneQuery(query, state.lanes, lane)
    if (narrowed !== undefined) ask({ query: narrowed })
  }
  const goTo = (mark: Mark) => {
    if (mark.alert) router.push(`/t/${mark.tenant.slug}/alerts/${encodeURIComponent(mark.alert.id)}`)
    else setBrush({ from: Date.parse(mark.from), to: Date.parse(mark.to) + 1 })
  }
  const close = () => {
    open(undefined)
    place.current?.querySelector<HTMLElement>('[role=slider]')?.focus()
  }
  const zoom = (factor: number) => move((now) => zoomSpan(now, factor, (now.from + now.to) / 2))
  useShortcuts({ '+': () => zoom(0.5), '-': () => zoom(2) })

  const failure = seed.failure ?? picture.failure
  const shown = failure || seed.status === 'missing' ? undefined : drawn
  const roomy = (drawn?.picture.marks.length ?? 0) > 0
  const running = picture.since
  return (
    <>
      <ContextBar
        range={range}
        onRange={(next) => ask({ range: next })}
        onRun={run}
        running={running === undefined ? undefined : { since: running, cancel: picture.cancel }}
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
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented || !state.event) return
          event.preventDefault()
          close()
        }}
      >
        <h1 className="visually-hidden">Timeline</h1>
        <div className={styles.results}>
          {tenant ? null : <TenantChoice chosen={slugs} onChoose={state.choose} />}
          <TimelineBar
            seed={seed}
            drawn={drawn}
            cancelled={picture.cancelled}
            lanes={state.lanes}
            onLanes={state.setLanes}
            brush={brush}
            move={move}
            onFit={fit}
          >
            <SavedViewsMenu kind="timeline" saved={saved} />
          </TimelineBar>
          <div
            className={styles.picture}
            data-scroller=""
            data-bare={failure !== undefined || seed.status === 'missing'}
          >
            {shown ? (
              <LaneNames
                lanes={shown.lanes}
                roomy={roomy}
                silence={shown.picture.gaps.length > 0}
                onLane={narrow}
              />
            ) : null}
            <div ref={place} className={styles.lanes}>
              {shown && width > 0 ? (
                <LaneChart
                  drawn={shown}
                  span={span}
                  width={width}
                  pitch={roomy ? ROOMY : DENSE}
                  brush={brush}
                  keeping={keeping}
                  stale={running !== undefined || picture.cancelled}
                  move={move}
                  onBrush={setBrush}
                  onTake={takeStretch}
                  onFit={fit}
                  onOpen={(event) => open(event.id)}
                  onMark={goTo}
                />
              ) : null}
              {!drawn && !failure && seed.status !== 'missing' ? <Skeleton rows={10} /> : null}
            </div>
          </div>
          {failure ? <FailureState failure={failure} onRetry={picture.again} /> : null}
          {seed.status === 'missing' ? (
            <State title="This alert is not here">
              It is gone, or belongs to a tenant that you are not a member of.
            </State>
          ) : null}
          {shown?.lanes.length === 0 ? <NoEvents range={range} query={query} onAsk={ask} /> : null}
          {shown && shown.lanes.length > 0 ? (
            <TimelineViews
              view={state.view}
              onView={state.setView}
              drawn={shown}
              search={search}
              stretch={stretch}
              keeping={keeping}
              pinnedOnly={state.pinnedOnly}
              onPinnedOnly={state.setPinnedOnly}
              alert={seed.alert?.id}
              brush={brush}
              open={state.event}
              onOpen={open}
              onBrush={setBrush}
              onTake={takeStretch}
              onLane={narrow}
            />
          ) : null}
        </div>
        {state.event ? (
          <SidePane label="Details of the event">
            <EventPane
              id={state.event}
              writing={writing}
              onClose={close}
              onFilter={(field, value, without) => ask({ query: addTerm(query, field, value, without) })}
            />
          </SidePane>
        ) : null}
      </main>
    </>
  )
}
