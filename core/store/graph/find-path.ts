import { type GraphEntity, keyOfEntity } from './entity.ts'

/** Two entities that an edge ties together: one that was asked for, and its neighbour. */
export type Step = readonly [own: GraphEntity, other: GraphEntity]

/** Reads the neighbours of entities; `more` when there are others that were left out. */
export type TakeStep = (entities: readonly GraphEntity[]) => Promise<{ steps: Step[]; more: boolean }>

export interface FoundPaths {
  /** Shortest ways, each from one end to the other; empty where none was found. */
  paths: GraphEntity[][]
  /** More lay on the way than was looked at: a shorter or another way may exist. */
  truncated: boolean
}

interface Reach {
  /** How each entity was reached: undefined for the end itself. */
  from: Map<string, GraphEntity | undefined>
  frontier: GraphEntity[]
}

const WIDEST = 1_500
const MOST_PATHS = 10

/** Shortest ways of at most so many edges, looked for from both ends at once, each time from the narrower side. */
export async function findPath(
  start: GraphEntity,
  end: GraphEntity,
  maxSteps: number,
  takeStep: TakeStep,
): Promise<FoundPaths> {
  if (keyOfEntity(start) === keyOfEntity(end)) return { paths: [[start]], truncated: false }
  const head = reachOf(start)
  const tail = reachOf(end)
  let truncated = false
  for (let step = 0; step < maxSteps; step++) {
    const isHead = head.frontier.length <= tail.frontier.length
    const [near, far] = isHead ? [head, tail] : [tail, head]
    const asked = near.frontier.slice(0, WIDEST)
    if (asked.length === 0) break
    const { steps, more } = await takeStep(asked)
    truncated ||= more || asked.length < near.frontier.length
    near.frontier = []
    const met = new Map<string, GraphEntity>()
    for (const [own, other] of steps) {
      const key = keyOfEntity(other)
      if (near.from.has(key)) continue
      near.from.set(key, own)
      near.frontier.push(other)
      if (far.from.has(key)) met.set(key, other)
    }
    if (met.size > 0) {
      const ways = [...met.values()].slice(0, MOST_PATHS)
      const paths = ways.map((middle) => [...wayTo(head, middle).reverse(), middle, ...wayTo(tail, middle)])
      return { paths, truncated }
    }
  }
  return { paths: [], truncated }
}

function reachOf(entity: GraphEntity): Reach {
  return { from: new Map([[keyOfEntity(entity), undefined]]), frontier: [entity] }
}

/** From next to an entity back to the end it was reached from. */
function wayTo({ from }: Reach, entity: GraphEntity): GraphEntity[] {
  const way: GraphEntity[] = []
  for (let at = from.get(keyOfEntity(entity)); at !== undefined; at = from.get(keyOfEntity(at))) way.push(at)
  return way
}
