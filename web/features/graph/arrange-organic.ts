import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force'
import type { LayoutTask, Place } from './layout-task.ts'
import { neighboursOf } from './neighbours-of.ts'

/** Past this a turn of the simulation takes long enough to make fewer of them. */
const MANY = 400
const SPACE = 38

/** Forces: what is tied together lies together. The same graph comes out the same. */
export function arrangeOrganic({ nodes, links }: Pick<LayoutTask, 'nodes' | 'links'>): Place[] {
  const neighbours = neighboursOf(nodes.length, links)
  const points = nodes.map(({ place }, index): SimulationNodeDatum => {
    if (place) return { ...place, fx: place.x, fy: place.y }
    const known = (neighbours[index] ?? []).flatMap((other) => nodes[other]?.place ?? [])
    if (known.length === 0) return {}
    // Around those it is tied to, each in a direction of its own.
    const [angle, reach] = [index * 2.399963, 60 + (index % 7) * 8]
    const mean = (axis: 'x' | 'y') => known.reduce((sum, place) => sum + place[axis], 0) / known.length
    return { x: mean('x') + Math.cos(angle) * reach, y: mean('y') + Math.sin(angle) * reach }
  })
  const ties = links.map(([source, target]): SimulationLinkDatum<SimulationNodeDatum> => ({ source, target }))
  const many = nodes.length > MANY
  const simulation = forceSimulation(points)
    .force('links', forceLink(ties).distance(95))
    .force('apart', forceManyBody().strength(-420).distanceMax(900))
    .force('space', forceCollide(SPACE).iterations(many ? 1 : 2))
    .force('x', forceX().strength(0.05))
    .force('y', forceY().strength(0.08))
    .stop()
  simulation.tick(many ? 150 : 300)
  return points.map(({ x, y }) => ({ x: Math.round(x ?? 0), y: Math.round(y ?? 0) }))
}
