import { collectionNode } from './collection-node.ts'
import { keyOf } from './entity-name.ts'
import type { GraphStep } from './graph-step.ts'
import type { EntityNode, Picture, PictureEdge } from './picture.ts'

/** Fewer than this are told apart at a glance. */
const LEAST_FOLDED = 3

interface Leaf {
  node: EntityNode
  edges: PictureEdge[]
}

const least = (times: (string | undefined)[]) => times.filter((time) => time !== undefined).sort()[0]
const most = (times: (string | undefined)[]) =>
  times
    .filter((time) => time !== undefined)
    .sort()
    .at(-1)
const sum = (edges: readonly PictureEdge[], count: 'count' | 'failures' | 'suspected') =>
  edges.reduce((total, edge) => total + edge[count], 0)

/** Entities that hang on one other alone become collections: one for each kind and verb of whose they are. */
export function foldLeaves(picture: Picture, steps: readonly GraphStep[]): Picture {
  const folds = steps.filter((step) => step.do === 'fold')
  if (folds.length === 0) return picture
  const all = folds.some(({ entity }) => !entity)
  const chosen = new Set(folds.flatMap(({ entity }) => (entity ? [keyOf(entity)] : [])))
  const groups = new Map<string, { of: string; isSubject: boolean; leaves: Leaf[] }>()
  const edgesOf = new Map<string, PictureEdge[]>()
  for (const edge of picture.edges)
    for (const key of [edge.from, edge.to]) {
      const known = edgesOf.get(key)
      if (known) known.push(edge)
      else edgesOf.set(key, [edge])
    }

  for (const node of picture.nodes) {
    if (node.is === 'collection' || node.isSeed) continue
    const edges = edgesOf.get(node.key) ?? []
    const ends = new Set(edges.map(({ from, to }) => (from === node.key ? to : from)))
    const [of] = ends
    if (ends.size !== 1 || of === undefined || of === node.key || edges.some(({ onPath }) => onPath)) continue
    if (!all && !chosen.has(of)) continue
    const isSubject = edges[0]?.from === of
    const name = `${of}>${edges[0]?.verb}>${node.kind}>${isSubject}`
    const group = groups.get(name) ?? { of, isSubject, leaves: [] }
    group.leaves.push({ node, edges })
    groups.set(name, group)
  }

  const gone = new Set<string>()
  const added = [...groups].flatMap(([name, { of, isSubject, leaves }]) => {
    const [first] = leaves
    if (!first || leaves.length < LEAST_FOLDED) return []
    for (const { node } of leaves) gone.add(node.key)
    const key = `folded>${name}`
    const edges = leaves.flatMap((leaf) => leaf.edges)
    const members = leaves.map(({ node }) => node)
    const node = collectionNode({
      ...{ key, of, kind: first.node.kind, entities: members.length, question: undefined, members },
    })
    const edge: PictureEdge = {
      key: `${key}>edge`,
      from: isSubject ? of : key,
      to: isSubject ? key : of,
      verb: first.edges[0]?.verb,
      count: sum(edges, 'count'),
      failures: sum(edges, 'failures'),
      suspected: sum(edges, 'suspected'),
      firstSeen: least(edges.map(({ firstSeen }) => firstSeen)),
      lastSeen: most(edges.map(({ lastSeen }) => lastSeen)),
      onPath: false,
    }
    return [{ node, edge }]
  })
  return {
    truncated: picture.truncated,
    nodes: [...picture.nodes.filter(({ key }) => !gone.has(key)), ...added.map(({ node }) => node)],
    edges: [
      ...picture.edges.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
      ...added.map(({ edge }) => edge),
    ],
  }
}
