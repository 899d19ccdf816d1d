import { formatNumber } from '../../ui/format-number.ts'
import { VERB_WORDS } from './edge-words.ts'
import styles from './graph-panel.module.css'
import { KindMark } from './kind-mark.tsx'
import type { Picture, PictureNode } from './picture.ts'

interface NodeEdgesProps {
  node: PictureNode
  picture: Picture
  onChoose: (key: string) => void
}

const MOST = 100

/** The edges of a node, those with most events first: each leads to its own. */
export function NodeEdges({ node, picture, onChoose }: NodeEdgesProps) {
  const nodes = new Map(picture.nodes.map((one) => [one.key, one]))
  const edges = picture.edges
    .filter(({ from, to }) => from === node.key || to === node.key)
    .sort((one, other) => other.suspected - one.suspected || other.count - one.count)
  if (edges.length === 0) return null
  return (
    <section className={styles.part}>
      <h3>Edges here: {formatNumber(edges.length)}</h3>
      <ul>
        {edges.slice(0, MOST).map(({ key, from, to, verb, count }) => {
          const isSubject = from === node.key
          const other = nodes.get(isSubject ? to : from)
          if (!other) return null
          const word = verb ? VERB_WORDS[verb] : 'has to do with'
          return (
            <li key={key}>
              <button type="button" className={styles.row} onClick={() => onChoose(verb ? key : other.key)}>
                <KindMark kind={other.kind} isInternal={other.isInternal} />
                <span className={styles.grow}>
                  {isSubject ? `${word} ${other.label}` : `${other.label} ${word} it`}
                </span>
                <span className={styles.note}>{formatNumber(count)}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {edges.length > MOST ? <p className={styles.note}>The table has all of them.</p> : null}
    </section>
  )
}
