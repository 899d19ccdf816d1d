import type { Process } from './gather-processes.ts'

/** Who started each process, as far as it is known. */
export type Parents = ReadonlyMap<Process, Process>

/**
 * By entity id where the child names one that is known; else the newest process with the parent's pid that started
 * before the child, unless that one had ended by then.
 * @param processes in the order of their start
 */
export function findParents(processes: readonly Process[]): Parents {
  const byEntity = new Map<string, Process>()
  const byPid = new Map<number, Process[]>()
  for (const process of processes) {
    if (process.entityId !== undefined) byEntity.set(process.entityId, process)
    if (process.pid === undefined) continue
    const holders = byPid.get(process.pid)
    if (holders) holders.push(process)
    else byPid.set(process.pid, [process])
  }
  const parents = new Map<Process, Process>()
  for (const child of processes) {
    const parent = parentOf(child, byEntity, byPid)
    if (parent && parent !== child) parents.set(child, parent)
  }
  return parents
}

function parentOf(
  child: Process,
  byEntity: ReadonlyMap<string, Process>,
  byPid: ReadonlyMap<number, Process[]>,
): Process | undefined {
  const { parentEntityId, parentPid } = child
  const named = parentEntityId === undefined ? undefined : byEntity.get(parentEntityId)
  if (named) return named
  const holder = parentPid === undefined ? undefined : newestBefore(byPid.get(parentPid) ?? [], child)
  if (!holder || (holder.ended !== undefined && holder.ended < child.started)) return undefined
  const isAnother = parentEntityId !== undefined && holder.entityId !== undefined
  return isAnother ? undefined : holder
}

/** @param holders of one pid, in the order of their start */
function newestBefore(holders: readonly Process[], child: Process): Process | undefined {
  let low = 0
  let high = holders.length
  while (low < high) {
    const middle = (low + high) >> 1
    const holder = holders[middle]
    if (holder && holder.started <= child.started) low = middle + 1
    else high = middle
  }
  const newest = holders[low - 1]
  return newest === child ? holders[low - 2] : newest
}
