import { findParents, type Parents } from './find-parents.ts'
import { gatherProcesses, type Process } from './gather-processes.ts'
import type { ProcessStep } from './process-step.ts'

/** Of which process an event tells. */
export type ProcessSeed = Omit<ProcessStep, 'kind'>

export interface ProcessNode {
  process: Process
  /** 0 for the one asked about, -1 for its parent, 1 for its children. */
  level: number
  /** Place in the list; undefined at the top. */
  parent: number | undefined
}

export interface ProcessTree {
  /** From the oldest ancestor down, parents before their children. */
  nodes: ProcessNode[]
  /** There are more processes than were asked for. */
  truncated: boolean
  /** Whom the topmost names as its parent, when no step tells of it: by its pid only where none held that before. */
  sought: { entityId: string | undefined; pid: number | undefined } | undefined
}

interface Bounds {
  up: number
  down: number
  most: number
}

/** Ancestors and descendants of the process that an event tells of; steps may come in any order. */
export function buildProcessTree(
  seed: ProcessSeed,
  steps: readonly ProcessStep[],
  { up, down, most }: Bounds,
): ProcessTree {
  const processes = gatherProcesses(steps)
  const focus = find(seed, processes) ?? addUnlogged(seed, processes)
  const parents = findParents(processes)

  const line = [focus]
  for (let top = parents.get(focus); top && line.length <= up && !line.includes(top); top = parents.get(top))
    line.push(top)
  const top = line.at(-1) ?? focus
  const cut = line.length > up && parents.has(top)
  const nodes = line.reverse().map(
    (process, place): ProcessNode => ({
      ...{ process, level: place + 1 - line.length },
      parent: place === 0 ? undefined : place - 1,
    }),
  )
  const more = addDescendants(nodes, parents, { down, most })
  const sought = line.length > up || parents.has(top) ? undefined : soughtBy(top, processes)
  return { nodes, truncated: more || cut, sought }
}

function soughtBy(top: Process, processes: readonly Process[]): ProcessTree['sought'] {
  const { parentEntityId: entityId, parentPid, started } = top
  const held = processes.some(
    (process) => process.pid === parentPid && process !== top && process.started <= started,
  )
  const pid = held ? undefined : parentPid
  return entityId === undefined && pid === undefined ? undefined : { entityId, pid }
}

function find(seed: ProcessSeed, processes: readonly Process[]): Process | undefined {
  const told = processes.find(({ starts }) => starts.some(({ eventId }) => eventId === seed.eventId))
  if (told) return told
  const { entityId, pid, time } = seed
  if (entityId !== undefined) {
    const named = processes.find((process) => process.entityId === entityId)
    if (named) return named
  }
  const holder = holderAt(processes, pid, time)
  if (!holder || (holder.ended !== undefined && holder.ended < time)) return undefined
  return entityId === undefined || holder.entityId === undefined ? holder : undefined
}

function holderAt(processes: readonly Process[], pid: number | undefined, time: bigint): Process | undefined {
  return pid === undefined
    ? undefined
    : processes.findLast((process) => process.pid === pid && process.started <= time)
}

/** No step tells of its start: it lived from when its pid was free, or all along. */
function addUnlogged(seed: ProcessSeed, processes: Process[]): Process {
  const { entityId, pid, parentEntityId, parentPid, executable, parentExecutable, time } = seed
  const before = holderAt(processes, pid, time)
  const [first] = processes
  const alone = first && first.started < time ? first.started : time
  const started = before ? (before.ended ?? time) : alone
  const ids = { entityId, pid, parentEntityId, parentPid }
  const focus: Process = { ...ids, executable, parentExecutable, started, ended: undefined, starts: [] }
  const place = before ? processes.findLastIndex((process) => process.started <= started) + 1 : 0
  processes.splice(place, 0, focus)
  return focus
}

/** Level by level, the earliest started first. @returns whether some were left out */
function addDescendants(
  nodes: ProcessNode[],
  parents: Parents,
  { down, most }: Pick<Bounds, 'down' | 'most'>,
): boolean {
  const children = new Map<Process, Process[]>()
  for (const [child, parent] of parents) {
    const known = children.get(parent)
    if (known) known.push(child)
    else children.set(parent, [child])
  }
  const placed = new Set(nodes.map(({ process }) => process))
  for (let place = nodes.length - 1; place < nodes.length; place++) {
    const node = nodes[place]
    if (!node) break
    for (const process of children.get(node.process) ?? []) {
      if (placed.has(process)) continue
      if (node.level >= down || nodes.length >= most) return true
      placed.add(process)
      nodes.push({ process, level: node.level + 1, parent: place })
    }
  }
  return false
}
