import { layersOf } from './layers-of.ts'
import type { LayoutTask, Place } from './layout-task.ts'

const BETWEEN = 130
const ALONG = 84

/** Rings around the seeds, by distance from them. */
export function arrangeConcentric(task: Pick<LayoutTask, 'nodes' | 'links'>): Place[] {
  const places = task.nodes.map(() => ({ x: 0, y: 0 }))
  let radius = 0
  for (const layer of layersOf(task)) {
    const needed = (layer.length * ALONG) / (2 * Math.PI)
    radius = layer.length === 1 && radius === 0 ? 0 : Math.max(radius + (radius > 0 ? BETWEEN : 60), needed)
    layer.forEach((index, position) => {
      const angle = (position / layer.length) * 2 * Math.PI - Math.PI / 2
      places[index] = { x: Math.round(Math.cos(angle) * radius), y: Math.round(Math.sin(angle) * radius) }
    })
    if (radius === 0) radius = BETWEEN - 60
  }
  return places
}
