'use client'

import Link from 'next/link'
import type { Ref } from 'react'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import { Severity } from '../../ui/severity.tsx'
import { entityAddress } from '../entity/entity-address.ts'
import { useScope } from '../shell/scope.tsx'
import { ENTITY_KINDS } from './entity-kinds.ts'
import { type EntityName, keyOf } from './entity-name.ts'
import type { GraphActions } from './graph-actions.ts'
import styles from './graph-panel.module.css'
import type { GraphStep } from './graph-step.ts'
import type { InstantRange } from './instant-range.ts'
import { KindMark } from './kind-mark.tsx'
import { NodeEdges } from './node-edges.tsx'
import { NodeQuestions } from './node-questions.tsx'
import { PanelHead } from './panel-head.tsx'
import type { EntityNode, Picture } from './picture.ts'
import { searchOfEntity } from './search-of-entity.ts'

interface NodePanelProps {
  node: EntityNode
  picture: Picture
  steps: readonly GraphStep[]
  range: InstantRange
  /** The other end of a path that is being chosen. */
  pathFrom: EntityName | undefined
  actions: GraphActions
  headingRef: Ref<HTMLHeadingElement>
}

/** One entity: what is known, what can be asked, and what its edges are. */
export function NodePanel({ node, picture, steps, range, pathFrom, actions, headingRef }: NodePanelProps) {
  const { base } = useScope()
  const { kind, value, label, key, isInternal, isSeed, level, risk, detections, alerts } = node
  const entity = { kind, value }
  const search = searchOfEntity(entity)
  const when = new URLSearchParams({ range: `${range.from}~${range.to}` })
  const loadedOf = (question: string) =>
    steps.reduce(
      (most, step) =>
        step.do === 'expand' && step.question === question && keyOf(step.entity) === key
          ? Math.max(most, step.first)
          : most,
      0,
    )
  const apart = new Set(
    picture.nodes.flatMap((one) => (one.is === 'collection' && one.of === key ? (one.question ?? '') : [])),
  )
  const isHere = (question: string) =>
    isSeed && !picture.truncated && !apart.has(question) && loadedOf(question) === 0
  const canEnd = pathFrom && keyOf(pathFrom) !== key && kind !== 'rule'
  return (
    <>
      <PanelHead
        mark={<KindMark kind={kind} isInternal={isInternal} />}
        title={label}
        onClose={() => actions.choose(undefined)}
        headingRef={headingRef}
      />
      <div className={styles.body}>
        <dl className={styles.facts}>
          <dt>Kind</dt>
          <dd>
            {ENTITY_KINDS[kind].one}
            {kind === 'rule' ? '' : isInternal ? ', internal' : ', external'}
          </dd>
          <dt>Risk</dt>
          <dd>
            {level ? <Severity level={level} /> : null} {risk} of 100, {formatNumber(detections)} detections
          </dd>
        </dl>
        <div className={styles.actions}>
          {kind === 'rule' ? null : (
            <Link href={`${entityAddress(base, entity)}?${when}`} prefetch={false} className={styles.link}>
              Its page
            </Link>
          )}
          {search ? (
            <Link
              href={`${base}/search?${new URLSearchParams({ q: search })}&${when}`}
              prefetch={false}
              className={styles.link}
            >
              Search its events
            </Link>
          ) : null}
          {isSeed ? null : <Button onClick={() => actions.beginWith(entity)}>Begin with it</Button>}
          {kind === 'rule' ? null : canEnd ? (
            <Button onClick={() => actions.add({ do: 'path', from: pathFrom, to: entity })}>
              Path from {pathFrom.value}
            </Button>
          ) : (
            <Button
              aria-pressed={pathFrom !== undefined}
              onClick={() => actions.startPath(pathFrom ? undefined : entity)}
            >
              {pathFrom ? 'Now choose the other end' : 'Path from here'}
            </Button>
          )}
          <Button onClick={() => actions.add({ do: 'fold', entity })}>Collapse its leaves</Button>
          {isSeed ? null : <Button onClick={() => actions.add({ do: 'hide', entity })}>Hide</Button>}
          <CopyButton text={value} label="Copy its name" />
        </div>
        <section className={styles.part}>
          <h3>Ask</h3>
          <NodeQuestions
            key={key}
            entity={entity}
            range={range}
            loadedOf={loadedOf}
            isHere={isHere}
            onExpand={(question, first) => actions.add({ do: 'expand', entity, question, first })}
          />
        </section>
        {alerts.length > 0 ? (
          <section className={styles.part}>
            <h3>Alerts</h3>
            <ul>
              {alerts.map((alert) => (
                <li key={alert.id}>
                  <Link
                    href={`${base}/alerts/${encodeURIComponent(alert.id)}`}
                    prefetch={false}
                    className={styles.row}
                  >
                    <Severity level={alert.level} />
                    <span className={styles.grow}>{alert.ruleTitle}</span>
                    <span className={styles.note}>{alert.status}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <NodeEdges node={node} picture={picture} onChoose={actions.choose} />
      </div>
    </>
  )
}
