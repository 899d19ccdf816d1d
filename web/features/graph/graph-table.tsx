'use client'

import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import { LEVELS } from '../../ui/level.ts'
import { Severity } from '../../ui/severity.tsx'
import { Time } from '../../ui/time.tsx'
import { VERB_WORDS } from './edge-words.ts'
import { ENTITY_KINDS } from './entity-kinds.ts'
import styles from './graph-table.module.css'
import { KindMark } from './kind-mark.tsx'
import type { Picture, PictureNode } from './picture.ts'

interface GraphTableProps {
  picture: Picture
  faint: ReadonlySet<string>
  chosen: string | undefined
  onChoose: (key: string) => void
}

const PAGE = 100
const rank = ({ level }: PictureNode) => (level ? LEVELS.indexOf(level) : LEVELS.length)

/** The same graph for eyes and ears that a picture does not serve: each row leads to the same panel. */
export function GraphTable({ picture, faint, chosen, onChoose }: GraphTableProps) {
  const [shownNodes, setShownNodes] = useState(PAGE)
  const [shownEdges, setShownEdges] = useState(PAGE)
  const byKey = new Map(picture.nodes.map((node) => [node.key, node]))
  const degree = new Map<string, number>()
  for (const { from, to } of picture.edges)
    for (const key of new Set([from, to])) degree.set(key, (degree.get(key) ?? 0) + 1)
  const nodes = picture.nodes
    .filter(({ key }) => !faint.has(key))
    .sort(
      (one, other) => rank(one) - rank(other) || (degree.get(other.key) ?? 0) - (degree.get(one.key) ?? 0),
    )
  const edges = picture.edges
    .filter(({ key }) => !faint.has(key))
    .sort((one, other) => other.suspected - one.suspected || other.count - one.count)
  return (
    <div className={styles.tables} tabIndex={-1}>
      <table className={styles.table}>
        <caption className={styles.caption}>Nodes: {formatNumber(nodes.length)}</caption>
        <thead>
          <tr>
            <th scope="col">Node</th>
            <th scope="col">Kind</th>
            <th scope="col">Where</th>
            <th scope="col">Severity</th>
            <th scope="col" className={styles.number}>
              Risk
            </th>
            <th scope="col" className={styles.number}>
              Edges
            </th>
          </tr>
        </thead>
        <tbody>
          {nodes.slice(0, shownNodes).map((node) => (
            <tr key={node.key} data-chosen={node.key === chosen || undefined}>
              <th scope="row">
                <button type="button" className={styles.open} onClick={() => onChoose(node.key)}>
                  <KindMark kind={node.kind} isInternal={node.isInternal} />
                  {node.label}
                </button>
              </th>
              <td>{node.is === 'collection' ? 'collection' : ENTITY_KINDS[node.kind].one}</td>
              <td>
                {node.is === 'collection' || node.kind === 'rule'
                  ? ''
                  : node.isInternal
                    ? 'internal'
                    : 'external'}
              </td>
              <td>{node.level ? <Severity level={node.level} /> : null}</td>
              <td className={styles.number}>{node.is === 'entity' ? node.risk : ''}</td>
              <td className={styles.number}>{formatNumber(degree.get(node.key) ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {nodes.length > shownNodes ? (
        <Button onClick={() => setShownNodes(shownNodes + PAGE)}>
          {formatNumber(nodes.length - shownNodes)} more nodes: show the next
        </Button>
      ) : null}
      <table className={styles.table}>
        <caption className={styles.caption}>Edges: {formatNumber(edges.length)}</caption>
        <thead>
          <tr>
            <th scope="col">Edge</th>
            <th scope="col" className={styles.number}>
              Events
            </th>
            <th scope="col" className={styles.number}>
              Failed
            </th>
            <th scope="col" className={styles.number}>
              Suspected
            </th>
            <th scope="col">First</th>
            <th scope="col">Last</th>
          </tr>
        </thead>
        <tbody>
          {edges.slice(0, shownEdges).map(({ key, from, to, verb, count, failures, suspected, ...seen }) => (
            <tr key={key} data-chosen={key === chosen || undefined}>
              <th scope="row">
                <button type="button" className={styles.open} onClick={() => onChoose(key)}>
                  {byKey.get(from)?.label} {verb ? VERB_WORDS[verb] : 'has to do with'} {byKey.get(to)?.label}
                </button>
              </th>
              <td className={styles.number}>{formatNumber(count)}</td>
              <td className={styles.number}>{formatNumber(failures)}</td>
              <td className={styles.number}>{formatNumber(suspected)}</td>
              <td>{seen.firstSeen ? <Time instant={seen.firstSeen} precision="minute" /> : null}</td>
              <td>{seen.lastSeen ? <Time instant={seen.lastSeen} precision="minute" /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {edges.length > shownEdges ? (
        <Button onClick={() => setShownEdges(shownEdges + PAGE)}>
          {formatNumber(edges.length - shownEdges)} more edges: show the next
        </Button>
      ) : null}
    </div>
  )
}
