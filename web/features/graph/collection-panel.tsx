'use client'

import type { Ref } from 'react'
import { Button } from '../../ui/button.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import { Severity } from '../../ui/severity.tsx'
import type { GraphActions } from './graph-actions.ts'
import styles from './graph-panel.module.css'
import { KindMark } from './kind-mark.tsx'
import { PanelHead } from './panel-head.tsx'
import type { CollectionNode, PictureNode } from './picture.ts'
import { questionWords } from './question-words.ts'

interface CollectionPanelProps {
  node: CollectionNode
  /** Whose neighbours they are. */
  of: PictureNode
  loaded: number
  actions: GraphActions
  headingRef: Ref<HTMLHeadingElement>
}

const SOME = 50
const MOST = 500
const MOST_LISTED = 200

/** Many neighbours as one: those folded away are listed, those never loaded can be. */
export function CollectionPanel({ node, of, loaded, actions, headingRef }: CollectionPanelProps) {
  const { kind, label, members, question, entities } = node
  const first = Math.min(MOST, loaded + Math.min(entities, SOME))
  return (
    <>
      <PanelHead
        mark={<KindMark kind={kind} isInternal={false} />}
        title={`${label} of ${of.label}`}
        onClose={() => actions.choose(undefined)}
        headingRef={headingRef}
      />
      <div className={styles.body}>
        {question && of.is === 'entity' ? (
          <div className={styles.part}>
            <p>{questionWords(of.kind, question)}: more than the graph shows one by one.</p>
            {first > loaded ? (
              <Button
                onClick={() =>
                  actions.add({ do: 'expand', entity: { kind: of.kind, value: of.value }, question, first })
                }
              >
                Load {formatNumber(first - loaded)} of {formatNumber(entities)}, the most suspected first
              </Button>
            ) : (
              <p className={styles.note}>No more than {MOST} can be loaded: narrow the time range.</p>
            )}
          </div>
        ) : null}
        {members.length > 0 ? (
          <section className={styles.part}>
            <h3>Collapsed here</h3>
            <ul>
              {members.slice(0, MOST_LISTED).map((member) => (
                <li key={member.key}>
                  <button
                    type="button"
                    className={styles.row}
                    onClick={() => actions.beginWith({ kind: member.kind, value: member.value })}
                    title="Begin with it"
                  >
                    <KindMark kind={member.kind} isInternal={member.isInternal} />
                    <span className={styles.grow}>{member.label}</span>
                    {member.level ? <Severity level={member.level} /> : null}
                  </button>
                </li>
              ))}
            </ul>
            {members.length > MOST_LISTED ? (
              <p className={styles.note}>And {formatNumber(members.length - MOST_LISTED)} more.</p>
            ) : null}
            <p className={styles.note}>Undo spreads them out again.</p>
          </section>
        ) : null}
        <Button onClick={() => actions.choose(of.key)}>Go to {of.label}</Button>
      </div>
    </>
  )
}
