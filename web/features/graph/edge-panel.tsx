'use client'

import type { Ref } from 'react'
import { formatNumber } from '../../ui/format-number.ts'
import { Time } from '../../ui/time.tsx'
import { useScope } from '../shell/scope.tsx'
import { EdgeEvents } from './edge-events.tsx'
import { VERB_WORDS } from './edge-words.ts'
import type { GraphActions } from './graph-actions.ts'
import styles from './graph-panel.module.css'
import type { InstantRange } from './instant-range.ts'
import { KindMark } from './kind-mark.tsx'
import { PanelHead } from './panel-head.tsx'
import type { EntityNode, PictureEdge, PictureNode } from './picture.ts'

interface EdgePanelProps {
  edge: PictureEdge
  subject: PictureNode
  object: PictureNode
  /** The stretch of time that is looked at, within the range. */
  range: InstantRange
  isStretch: boolean
  actions: GraphActions
  headingRef: Ref<HTMLHeadingElement>
}

function EndButton({ node, onChoose }: { node: PictureNode; onChoose: (key: string) => void }) {
  return (
    <button type="button" className={styles.row} onClick={() => onChoose(node.key)}>
      <KindMark kind={node.kind} isInternal={node.isInternal} />
      <span className={styles.grow}>{node.label}</span>
    </button>
  )
}

/** What ties two entities, and the events that say so. */
export function EdgePanel({ edge, subject, object, range, isStretch, actions, headingRef }: EdgePanelProps) {
  const { tenant } = useScope()
  const { verb, count, failures, suspected, firstSeen, lastSeen } = edge
  const ends = [subject, object].filter((node): node is EntityNode => node.is === 'entity')
  const [from, to] = ends
  return (
    <>
      <PanelHead
        title={`${subject.label} ${verb ? VERB_WORDS[verb] : 'has to do with'} ${object.label}`}
        onClose={() => actions.choose(undefined)}
        headingRef={headingRef}
      />
      <div className={styles.body}>
        <div className={styles.part}>
          <EndButton node={subject} onChoose={actions.choose} />
          <EndButton node={object} onChoose={actions.choose} />
        </div>
        <dl className={styles.facts}>
          <dt>Events</dt>
          <dd>
            {formatNumber(count)}
            {failures > 0 ? `, ${formatNumber(failures)} failed` : ''}
            {suspected > 0 ? `, ${formatNumber(suspected)} suspected` : ''}
          </dd>
          {firstSeen && lastSeen ? (
            <>
              <dt>First</dt>
              <dd>
                <Time instant={firstSeen} precision="minute" />
              </dd>
              <dt>Last</dt>
              <dd>
                <Time instant={lastSeen} precision="minute" />
              </dd>
            </>
          ) : null}
        </dl>
        {from && to && verb && ends.length === 2 ? (
          <section className={styles.part}>
            <h3>{isStretch ? 'Its events in the stretch of time' : 'Its events'}</h3>
            <EdgeEvents
              key={`${edge.key} ${range.from} ${range.to}`}
              edge={{
                tenant: tenant?.slug ?? '',
                subjectKind: from.kind,
                subject: from.value,
                verb,
                objectKind: to.kind,
                object: to.value,
              }}
              range={range}
              onOpen={actions.openEvent}
            />
          </section>
        ) : (
          <p className={styles.note}>
            One end is a collection: choose one of its entities to see the events between the two.
          </p>
        )}
      </div>
    </>
  )
}
