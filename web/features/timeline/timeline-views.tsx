'use client'

import { Tabs } from 'radix-ui'
import { State } from '../../ui/state.tsx'
import type { Span } from '../ask/time-range.ts'
import { EventList } from './event-list.tsx'
import { GapsView } from './gaps-view.tsx'
import type { Lane, TimelineEvent } from './lane.ts'
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
  stretch: ReturnType<typeof useStretch>
  pinned: readonly TimelineEvent[]
  alert: string | undefined
  brush: Span | undefined
  open: string | undefined
  pins: readonly string[]
  onOpen: (id: string) => void
  onPin: (id: string) => void
  onBrush: (span: Span | undefined) => void
  onTake: (span: Span) => void
  onLane: (lane: Lane) => void
}

/** Below the picture: its events, and all that it shows as tables. */
export function TimelineViews(props: TimelineViewsProps) {
  const {
    view,
    onView,
    drawn,
    stretch,
    pinned,
    alert,
    brush,
    open,
    pins,
    onOpen,
    onPin,
    onBrush,
    onLane,
    onTake,
  } = props
  const list = { open, pins, onOpen, onPin }
  const names: [View, string][] = [
    ['events', brush ? 'Events of the stretch' : 'Events'],
    ['alerts', `Alerts ${drawn.picture.marks.length}`],
    ['lanes', `Lanes ${drawn.lanes.length}`],
    ['gaps', `Silences ${drawn.picture.gaps.length}`],
    ['pinned', `Pinned ${pinned.length}`],
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
        {brush ? <StretchChip brush={brush} onTake={onTake} onForget={() => onBrush(undefined)} /> : null}
      </div>
      <Tabs.Content value={shown} className={styles.content}>
        {shown === 'events' ? (
          <StretchView stretch={stretch} brushed={brush !== undefined} {...list} />
        ) : null}
        {shown === 'alerts' ? <MarksView drawn={drawn} onBrush={onBrush} /> : null}
        {shown === 'lanes' ? <LanesView lanes={drawn.lanes} onBrush={onBrush} onLane={onLane} /> : null}
        {shown === 'gaps' ? <GapsView gaps={drawn.picture.gaps} onBrush={onBrush} /> : null}
        {shown === 'pinned' && pinned.length > 0 ? (
          <EventList {...list} label="Pinned events, the oldest first" rows={pinned} />
        ) : null}
        {shown === 'pinned' && pinned.length === 0 ? (
          <State title="Nothing is pinned">
            Press p on an event to keep it in sight. Pins are in the address: who has the link sees them too.
          </State>
        ) : null}
        {shown === 'related' && alert ? <RelatedView alert={alert} {...list} /> : null}
        {shown === 'processes' && open ? <ProcessesView event={open} onOpen={onOpen} /> : null}
      </Tabs.Content>
    </Tabs.Root>
  )
}
