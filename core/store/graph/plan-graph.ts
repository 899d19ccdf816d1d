import type { EntityKind } from './entity.ts'
import type { NeighbourCount } from './neighbour-counts.ts'

export interface GraphLimits {
  /** Nodes, and collections that stand for many. */
  nodes: number
  edges: number
  /** A question with more answers than this becomes a collection. */
  collectAbove: number
}

export interface GraphPlan {
  load: NeighbourCount[]
  collect: NeighbourCount[]
  /** Not even all collections fit. */
  truncated: boolean
}

/**
 * Which answers are worth their room: the fewest first, for they say most about an entity; what is many or finds no room is
 * shown as one collection.
 * @param room nodes that may still be added
 */
export function planGraph(
  counts: readonly NeighbourCount[],
  room: number,
  { collectAbove }: Pick<GraphLimits, 'collectAbove'>,
  kinds: ReadonlySet<EntityKind> | undefined,
): GraphPlan {
  const wanted = counts.filter(({ question }) => kinds === undefined || kinds.has(question.kind))
  const load: NeighbourCount[] = []
  const many: NeighbourCount[] = []
  // Each that is not loaded takes a node as well, so that much is set aside.
  let left = room - wanted.length
  for (const count of wanted.toSorted((a, b) => a.neighbours - b.neighbours)) {
    if (count.neighbours <= collectAbove && count.neighbours - 1 <= left) {
      left -= count.neighbours - 1
      load.push(count)
    } else many.push(count)
  }
  const collect = many.slice(0, Math.max(0, room - sumOf(load)))
  return { load, collect, truncated: collect.length < many.length }
}

function sumOf(counts: readonly NeighbourCount[]): number {
  return counts.reduce((sum, { neighbours }) => sum + neighbours, 0)
}
