'use client'

import { formatNumber } from '../../ui/format-number.ts'
import { LEVELS } from '../../ui/level.ts'
import { Severity } from '../../ui/severity.tsx'
import { ENTITY_KINDS, toEntityKind } from './entity-kinds.ts'
import type { GraphActions } from './graph-actions.ts'
import styles from './graph-panel.module.css'
import { KindMark } from './kind-mark.tsx'
import { PanelHead } from './panel-head.tsx'
import type { EntityNode, Picture } from './picture.ts'
import { sizeWords } from './size-words.ts'

const MOST = 12

/** What to look at first, and what the signs mean. */
export function GraphSummary({ picture, actions }: { picture: Picture; actions: GraphActions }) {
  const entities = picture.nodes.filter((node): node is EntityNode => node.is === 'entity')
  const worst = entities
    .filter(({ risk, level }) => risk > 0 || level)
    .sort((one, other) => rank(one) - rank(other) || other.risk - one.risk)
  const kinds = Object.keys(ENTITY_KINDS).flatMap((text) => {
    const kind = toEntityKind(text)
    const count = picture.nodes.filter((node) => node.kind === kind).length
    return kind && count > 0 ? [{ kind, count }] : []
  })
  return (
    <>
      <PanelHead title={sizeWords(picture)} />
      <div className={styles.body}>
        {worst.length > 0 ? (
          <section className={styles.part}>
            <h3>Suspicious</h3>
            <ul>
              {worst.slice(0, MOST).map((node) => (
                <li key={node.key}>
                  <button type="button" className={styles.row} onClick={() => actions.choose(node.key)}>
                    <KindMark kind={node.kind} isInternal={node.isInternal} />
                    <span className={styles.grow}>{node.label}</span>
                    {node.level ? <Severity level={node.level} /> : null}
                  </button>
                </li>
              ))}
            </ul>
            {worst.length > MOST ? (
              <p className={styles.note}>And {formatNumber(worst.length - MOST)} more: the table has them.</p>
            ) : null}
          </section>
        ) : (
          <p className={styles.note}>No rule says anything of these entities in this range.</p>
        )}
        <section className={styles.part}>
          <h3>Signs</h3>
          <ul className={styles.legend}>
            {kinds.map(({ kind, count }) => (
              <li key={kind} className={styles.sign}>
                <KindMark kind={kind} /> {ENTITY_KINDS[kind][count === 1 ? 'one' : 'many']}
              </li>
            ))}
          </ul>
          <p className={styles.note}>
            Filled is internal, an outline external, a double line a collection. The ring and the sign before
            a name are the worst severity. Lines are wider the more events they stand for, dashed where all of
            them failed, orange where some are suspected.
          </p>
        </section>
      </div>
    </>
  )
}

const rank = ({ level }: EntityNode) => (level ? LEVELS.indexOf(level) : LEVELS.length)
