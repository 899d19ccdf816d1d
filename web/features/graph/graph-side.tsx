'use client'

import { type Ref, useEffect, useRef } from 'react'
import { SidePane } from '../../ui/side-pane.tsx'
import { EventPane } from '../event/event-pane.tsx'
import { CollectionPanel } from './collection-panel.tsx'
import { EdgePanel } from './edge-panel.tsx'
import type { EntityName } from './entity-name.ts'
import type { GraphActions } from './graph-actions.ts'
import styles from './graph-side.module.css'
import type { GraphStep } from './graph-step.ts'
import { GraphSummary } from './graph-summary.tsx'
import type { InstantRange } from './instant-range.ts'
import { NodePanel } from './node-panel.tsx'
import type { Picture } from './picture.ts'

interface GraphSideProps {
  picture: Picture
  chosen: string | undefined
  event: string | undefined
  steps: readonly GraphStep[]
  range: InstantRange
  stretch: InstantRange | undefined
  pathFrom: EntityName | undefined
  actions: GraphActions
  onCloseEvent: () => void
  headingRef: Ref<HTMLHeadingElement>
}

/** Beside the graph: what is chosen, an event of it, or what to look at first. Always there, so that nothing jumps. */
export function GraphSide(props: GraphSideProps) {
  const { event, onCloseEvent } = props
  return (
    <SidePane label={event ? 'Details of the event' : 'What is chosen'}>
      {event ? <OpenEvent id={event} onClose={onCloseEvent} /> : <Panel {...props} />}
    </SidePane>
  )
}

/** Takes the focus: what had it, a row of the panel that stood here, is gone. */
function OpenEvent({ id, onClose }: { id: string; onClose: () => void }) {
  const pane = useRef<HTMLDivElement>(null)
  useEffect(() => pane.current?.focus(), [])
  return (
    <div ref={pane} tabIndex={-1} className={styles.event}>
      <EventPane id={id} onClose={onClose} />
    </div>
  )
}

function Panel({ picture, chosen, steps, range, stretch, pathFrom, actions, headingRef }: GraphSideProps) {
  const nodeAt = (key: string) => picture.nodes.find((one) => one.key === key)
  const node = chosen === undefined ? undefined : nodeAt(chosen)
  if (node?.is === 'entity')
    return <NodePanel {...{ node, picture, steps, range, pathFrom, actions, headingRef }} />
  if (node) {
    const of = nodeAt(node.of)
    const loaded = steps.reduce(
      (most, step) =>
        step.do === 'expand' &&
        step.question === node.question &&
        of?.is === 'entity' &&
        step.entity.value === of.value
          ? Math.max(most, step.first)
          : most,
      0,
    )
    if (of) return <CollectionPanel {...{ node, of, loaded, actions, headingRef }} />
  }
  const edge = picture.edges.find(({ key }) => key === chosen)
  const [subject, object] = [nodeAt(edge?.from ?? ''), nodeAt(edge?.to ?? '')]
  if (edge && subject && object)
    return (
      <EdgePanel
        {...{ edge, subject, object, actions, headingRef }}
        range={stretch ?? range}
        isStretch={stretch !== undefined}
      />
    )
  return <GraphSummary picture={picture} actions={actions} />
}
