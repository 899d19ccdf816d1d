import type { LayoutTask } from './layout-task.ts'
import { neighboursOf } from './neighbours-of.ts'

/**
 * Nodes by their distance from what the graph began with. Within a layer each stands near those of the layer
 * before that it is tied to; what nothing leads to comes last.
 */
export function layersOf({ nodes, links }: Pick<LayoutTask, 'nodes' | 'links'>): number[][] {
  const neighbours = neighboursOf(nodes.length, links)
  const seeds = nodes.flatMap(({ isSeed }, index) => (isSeed ? [index] : []))
  const seen = new Set<number>()
  const layers: number[][] = []
  let layer = seeds.length > 0 ? seeds : nodes.length > 0 ? [0] : []
  while (layer.length > 0) {
    for (const index of layer) seen.add(index)
    layers.push(layer)
    const before = new Map(layer.map((index, position) => [index, position]))
    const next = new Map<number, number>()
    for (const index of layer)
      for (const other of neighbours[index] ?? [])
        if (!seen.has(other) && !next.has(other)) next.set(other, meanOf(neighbours[other] ?? [], before))
    layer = [...next].sort(([, one], [, other]) => one - other).map(([index]) => index)
  }
  const alone = nodes.flatMap((_, index) => (seen.has(index) ? [] : [index]))
  return alone.length > 0 ? [...layers, alone] : layers
}

function meanOf(neighbours: readonly number[], positions: ReadonlyMap<number, number>): number {
  const known = neighbours.flatMap((index) => positions.get(index) ?? [])
  return known.reduce((sum, position) => sum + position, 0) / known.length
}
