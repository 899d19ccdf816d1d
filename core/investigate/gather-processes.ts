import type { ProcessStep } from './process-step.ts'

/** One process, of all that logs say of it. */
export interface Process {
  entityId: string | undefined
  pid: number | undefined
  parentEntityId: string | undefined
  parentPid: number | undefined
  executable: string
  /** As the event of its start has it; empty where that does not say. */
  parentExecutable: string
  /** Nanoseconds since the epoch. */
  started: bigint
  /** Undefined where no log says so. */
  ended: bigint | undefined
  /** Events that tell of its start; none when it began before what is known. */
  starts: { eventId: string; time: bigint }[]
}

/** Sysmon and the security log tell of one start each; a Linux process may take on another program right away. */
const SAME_START = 2_000_000_000n

/**
 * Which processes of a host the steps tell of, in the order of their start. A process is known by its entity id, else
 * by its pid until that is used again.
 */
export function gatherProcesses(steps: readonly ProcessStep[]): Process[] {
  const processes: Process[] = []
  const byEntity = new Map<string, Process>()
  const byPid = new Map<number, Process>()
  for (const step of [...steps].sort(inOrder)) {
    const known = step.entityId === undefined ? undefined : byEntity.get(step.entityId)
    const holder = step.pid === undefined ? undefined : byPid.get(step.pid)
    if (step.kind === 'end') {
      const ending = known ?? (holder && agrees(holder, step) ? holder : undefined)
      if (ending) ending.ended ??= step.time
      continue
    }
    const same = known ?? (holder && isSameStart(holder, step) ? holder : undefined)
    const process = same ? merge(same, step) : startOf(step)
    if (!same) processes.push(process)
    if (process.entityId !== undefined) byEntity.set(process.entityId, process)
    if (process.pid !== undefined && !known) byPid.set(process.pid, process)
  }
  return processes
}

function inOrder(a: ProcessStep, b: ProcessStep): number {
  if (a.time !== b.time) return a.time < b.time ? -1 : 1
  // Of one moment: what held a pid ends before the next takes it.
  if (a.kind !== b.kind) return a.kind === 'end' ? -1 : 1
  return a.eventId < b.eventId ? -1 : a.eventId > b.eventId ? 1 : 0
}

function agrees({ entityId }: Process, step: ProcessStep): boolean {
  return entityId === undefined || step.entityId === undefined || entityId === step.entityId
}

function isSameStart(holder: Process, step: ProcessStep): boolean {
  return (
    holder.ended === undefined &&
    agrees(holder, step) &&
    step.time - holder.started <= SAME_START &&
    (holder.parentPid === undefined || step.parentPid === undefined || holder.parentPid === step.parentPid)
  )
}

function startOf(step: ProcessStep): Process {
  return {
    entityId: step.entityId,
    pid: step.pid,
    parentEntityId: step.parentEntityId,
    parentPid: step.parentPid,
    executable: step.executable,
    parentExecutable: step.parentExecutable,
    started: step.time,
    ended: undefined,
    starts: [{ eventId: step.eventId, time: step.time }],
  }
}

/** The program it took on last is what it is. */
function merge(process: Process, step: ProcessStep): Process {
  process.entityId ??= step.entityId
  process.parentEntityId ??= step.parentEntityId
  process.parentPid ??= step.parentPid
  process.pid ??= step.pid
  process.executable = step.executable || process.executable
  process.parentExecutable ||= step.parentExecutable
  process.starts.push({ eventId: step.eventId, time: step.time })
  return process
}
