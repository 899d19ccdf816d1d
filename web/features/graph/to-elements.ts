import type { ElementDefinition } from 'cytoscape'
import type { Level } from '../../graphql/generated/graphql.ts'
import { hasDirection } from './edge-words.ts'
import { shortName } from './short-name.ts'
import type { LaidPicture } from './use-layout.ts'

/** The signs of `Severity`, so that a label tells it without colour. */
const SIGNS: Record<Level, string> = {
  critical: '◆',
  high: '▲',
  medium: '■',
  low: '●',
  informational: '○',
}

/** Events one to a million come out 1 to 7 wide. */
function edgeWidth(count: number): number {
  return Math.round((1 + Math.log10(Math.max(count, 1))) * 10) / 10
}

/** @param faint keys of what the stretch of time leaves out */
export function toElements(
  { picture, places }: LaidPicture,
  faint: ReadonlySet<string>,
): ElementDefinition[] {
  const kinds = new Map(picture.nodes.map(({ key, kind }) => [key, kind]))
  const nodes = picture.nodes.map((node): ElementDefinition => {
    const { key, kind, isInternal, level } = node
    const text = shortName(node)
    const isSeed = node.is === 'entity' && node.isSeed
    return {
      group: 'nodes',
      data: { id: key, label: level ? `${SIGNS[level]} ${text}` : text },
      position: places.get(key) ?? { x: 0, y: 0 },
      classes: [
        ...[kind, level ?? ''],
        ...[isInternal && 'internal', isSeed && 'seed', node.is === 'collection' && 'collection'],
        faint.has(key) && 'faint',
      ]
        .filter(Boolean)
        .join(' '),
    }
  })
  const edges = picture.edges.map((edge): ElementDefinition => {
    const { key, from, to, verb, count, failures, suspected, onPath } = edge
    const [subject, object] = [kinds.get(from), kinds.get(to)]
    const directed = verb && subject && object && hasDirection(subject, verb, object)
    return {
      group: 'edges',
      data: { id: key, source: from, target: to, width: edgeWidth(count) + (onPath ? 1.5 : 0) },
      classes: [
        directed && 'directed',
        count > 0 && failures === count && 'failed',
        suspected > 0 && 'suspected',
        onPath && 'path',
        faint.has(key) && 'faint',
      ]
        .filter(Boolean)
        .join(' '),
    }
  })
  return [...nodes, ...edges]
}
