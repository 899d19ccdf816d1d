'use client'

import { Tabs } from 'radix-ui'
import type { Span } from '../ask/time-range.ts'
import { GapsView } from './gaps-view.tsx'
import type { Keeping } from './keeping.ts'
import { KeptView } from './kept-view.tsx'
import type { Lane } from './lane.ts'
import { LanesView } from './lanes-view.tsx'
import { MarksView } from './marks-view.tsx'
import { ProcessesView } from './processes-view.tsx'
import { RelatedView } from './related-view.tsx'
import { StretchChip } from './stretch-chip.tsx'
import { StretchView } from './stretch-view.tsx'
import styles from './timeline-views.module.css'
import type { DrawnPicture } from './use-picture.ts'
import type { useStretch } from './use-stretch.ts'
import { VIEWS, type View } from './use-timeline-state.ts'

interface TimelineViewsProps {
  view: View
  onView: (view: View) => void
  drawn: DrawnPicture
  /** What is asked: the picture may still answer the question before. */
  search: string
  stretch: ReturnType<typeof useStretch>
  keeping: Keeping
  pinnedOnly: boolean
  onPinnedOnly: (only: boolean) => void
  alert: string | undefined
  brush: Span | undefined
  open: string | undefined
  onOpen: (id: string) => void
  onBrush: (span: Span | undefined) => void
  onTake: (span: Span) => void
  onLane: (lane: Lane) => void
}

/** Below the picture: its events, and all that it shows as tables. */
export function TimelineViews(props: TimelineViewsProps) {
  const { view, onView, drawn, search, stretch, keeping, alert, brush, open } = props
  const { onOpen, onBrush, onLane, onTake } = props
  const list = { open, keeping, onOpen }
  const names: [View, string][] = [
    ['events', brush ? 'Events of the stretch' : 'Events'],
    ['alerts', `Alerts ${drawn.picture.marks.length}`],
    ['lanes', `Lanes ${drawn.lanes.length}`],
    ['gaps', `Silences ${drawn.picture.gaps.length}`],
    ['kept', `Pinned and noted ${keeping.marks.size}`],
    ...(alert ? [['related', 'Related'] as [View, string]] : []),
    ...(open ? [['processes', 'Processes'] as [View, string]] : []),
  ]
  const shown = names.some(([name]) => name === view) ? view : 'events'
  return (
    <Tabs.Root
      value={shown}
      onValueChange={(next) => onView(VIEWS.find((one) => one === next) ?? 'events')}
      className={styles.views}
    >
      <div className={styles.head}>
        <Tabs.List className={styles.tabs} aria-label="What is in the picture">
          {names.map(([name, words]) => (
            <Tabs.Trigger key={name} value={name} className={styles.tab}>
              {words}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {brush ? (
          <StretchChip brush={brush} search={search} onTake={onTake} onForget={() => onBrush(undefined)} />
        ) : null}
      </div>
      <Tabs.Content value={shown} className={styles.content}>
        {shown === 'events' ? (
          <StretchView stretch={stretch} brushed={brush !== undefined} {...list} />
        ) : null}
        {shown === 'alerts' ? <MarksView drawn={drawn} onBrush={onBrush} /> : null}
        {shown === 'lanes' ? <LanesView lanes={drawn.lanes} onBrush={onBrush} onLane={onLane} /> : null}
        {shown === 'gaps' ? <GapsView gaps={drawn.picture.gaps} onBrush={onBrush} /> : null}
        {shown === 'kept' ? (
          <KeptView
            {...list}
            range={drawn.picture}
            pinnedOnly={props.pinnedOnly}
            onPinnedOnly={props.onPinnedOnly}
          />
        ) : null}
        {shown === 'related' && alert ? <RelatedView alert={alert} {...list} /> : null}
        {shown === 'processes' && open ? <ProcessesView event={open} onOpen={onOpen} /> : null}
      </Tabs.Content>
    </Tabs.Root>
  )
}
