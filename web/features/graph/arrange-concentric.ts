import { layersOf } from './layers-of.ts'
import type { LayoutTask, Place } from './layout-task.ts'

const BETWEEN = 130
const WITHIN = 84
const ALONG = 84
const LEAST_IN_RING = 18

/** Rings around the seeds, by distance from them; a long one is broken into several that are close together. */
export function arrangeConcentric(task: Pick<LayoutTask, 'nodes' | 'links'>): Place[] {
  const places = task.nodes.map(() => ({ x: 0, y: 0 }))
  let radius = 0
  for (const layer of layersOf(task)) {
    const rings = Math.ceil(layer.length / Math.max(LEAST_IN_RING, Math.ceil(Math.sqrt(layer.length * 5))))
    const needed = (Math.ceil(layer.length / rings) * ALONG) / (2 * Math.PI)
    const isCentre = radius === 0 && layer.length === 1
    const inner = isCentre ? 0 : Math.max(radius + BETWEEN, needed)
    layer.forEach((index, position) => {
      const angle = (position / layer.length) * 2 * Math.PI - Math.PI / 2
      const reach = inner + (position % rings) * WITHIN
      places[index] = { x: Math.round(Math.cos(angle) * reach), y: Math.round(Math.sin(angle) * reach) }
    })
    radius = inner + (rings - 1) * WITHIN
  }
  return places
}
