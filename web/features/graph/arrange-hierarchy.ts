import { layersOf } from './layers-of.ts'
import type { LayoutTask, Place } from './layout-task.ts'

const ACROSS = 104
const DOWN = 130
const ROW = 72
const LEAST_IN_ROW = 10

/** Rows from top to bottom by distance from the seeds; a long one is broken into several that are close together. */
export function arrangeHierarchy(task: Pick<LayoutTask, 'nodes' | 'links'>): Place[] {
  const places = task.nodes.map(() => ({ x: 0, y: 0 }))
  let y = 0
  for (const layer of layersOf(task)) {
    const rows = Math.ceil(layer.length / Math.max(LEAST_IN_ROW, Math.ceil(Math.sqrt(layer.length * 2))))
    layer.forEach((index, position) => {
      // Neighbours in the order stand below each other rather than at two ends.
      const [row, column] = [position % rows, Math.floor(position / rows)]
      const columns = Math.ceil((layer.length - row) / rows)
      const shift = rows > 1 ? ((row % 2) * ACROSS) / 2 : 0
      places[index] = { x: Math.round((column - (columns - 1) / 2) * ACROSS + shift), y: y + row * ROW }
    })
    y += DOWN + (rows - 1) * ROW
  }
  return places
}
